"""Mutated files are refused with a sentence; the full count: ``python -m tests.fuzz.load_mutants 10000``."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nnplay.project.storage.file import load, save, to_bytes
from tests.fuzz.random_projects import random_project

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory files and limits are Linux's")
def test_mutated_files_do_no_harm() -> None:
    command = [sys.executable, "-m", "tests.fuzz.load_mutants", "400", "7"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["wrong"] == []
    assert result["refused"] > 300


@pytest.mark.parametrize("seed", range(40))
def test_random_projects_come_back_as_they_were(seed: int, tmp_path: Path) -> None:
    project = random_project(np.random.default_rng(seed))
    path = tmp_path / "p.nnplay"
    save(project, path)
    again = load(path)
    np.testing.assert_array_equal(again.parameters, project.parameters)
    assert (again.network, again.data, again.training, again.seeds) == (
        project.network,
        project.data,
        project.training,
        project.seeds,
    )
    assert to_bytes(again) == path.read_bytes()
