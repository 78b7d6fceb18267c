"""A few hundred of the mutated files of ``tests/fuzz/data_files.py``; both outcomes have to occur."""

import pytest

from tests.fuzz.data_files import KINDS, run


@pytest.mark.parametrize("kind", KINDS)
def test_mutated_files_load_rightly_or_are_refused(kind, tmp_path):
    outcomes = {run(kind, seed, tmp_path) for seed in range(150)}
    assert outcomes == {"loaded", "refused"}
