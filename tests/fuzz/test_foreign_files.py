"""Mutated and hostile models of other tools, a few of each format; ``foreign_files`` takes as many as wished."""

import json
import subprocess
import sys

import pytest

from tests.fuzz.foreign_files import READERS


@pytest.mark.parametrize("kind", READERS)
def test_foreign_files_are_read_or_refused_and_nothing_else(kind: str) -> None:
    words = [sys.executable, "-m", "tests.fuzz.foreign_files", "30", "7", kind]
    done = subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["wrong"] == []
    assert result["refused"] >= 60
