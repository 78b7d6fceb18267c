"""Some rough hands on the whole program: it does not crash, raise or warn, and undo leads to the start."""

import pytest

from tests.fuzz.gui_actions import play_in_child


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_breaks(seed):
    outcome = play_in_child(seed, 120, is_on_screen=False)
    assert outcome.is_clean, "\n".join([outcome.line, *outcome.problems, *outcome.last])
    assert outcome.events >= 120
