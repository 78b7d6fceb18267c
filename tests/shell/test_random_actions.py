"""Some random actions on a whole window: nothing breaks, and undo leads to the start."""

import pytest

from tests.fuzz.gui_actions import Monkey


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_breaks_and_undo_leads_back(window, session, tmp_path, seed):
    monkey = Monkey(window, session, tmp_path, seed)
    for _ in range(80):
        monkey.act()
    session.settle()
    document = session.document
    end, n_steps = document.project, document.undo_stack.index()
    document.go_to(0)
    assert document.project is monkey.start
    document.go_to(n_steps)
    assert document.project is end
    assert set(window.canvas.scene().cards) == set(end.network.shapes)
