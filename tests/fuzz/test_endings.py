"""Sudden ends, a few of each; the full counts: ``python -m tests.fuzz.kill 200``, ``... close_while_training 200``."""

import sys

import pytest

from tests.fuzz import close_while_training, kill

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="SIGKILL and a screen without a display")


def test_killed_while_saving_and_autosaving() -> None:
    result = kill.main(3, 0)
    assert result["damaged"] == []
    assert result["not_offered"] == 0


def test_closed_while_training() -> None:
    result = close_while_training.main(2)
    assert result["endings"] == {"RUNNING 0": 2}
