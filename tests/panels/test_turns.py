"""Turns: panels that follow a run draw one after the other, each as often as it wants at most."""

from types import SimpleNamespace

import pytest
from shiboken6 import delete, isValid

from nnplay.panels.live_panel import LivePanel
from nnplay.panels.turns import turns

RUNNING, AT_REST = SimpleNamespace(step=1, is_running=True), SimpleNamespace(step=1, is_running=False)
LATER = SimpleNamespace(step=2, is_running=True)


class NotingPanel(LivePanel):
    interval_s = 0.0

    def __init__(self, name: str, drawn: list[str]) -> None:
        super().__init__()
        self._name, self._drawn = name, drawn

    def refresh(self) -> None:
        self._drawn.append(self._name)


@pytest.fixture
def drawn() -> list[str]:
    return []


@pytest.fixture
def panels(qtbot, drawn):
    panels = [NotingPanel(name, drawn) for name in "abc"]
    for panel in panels:
        panel.show()
    drawn.clear()
    yield panels
    for panel in filter(isValid, panels):
        panel.close()


def test_panels_draw_one_after_the_other_in_the_order_in_which_they_asked(panels, drawn, qtbot):
    for panel in reversed(panels):
        panel.follow(RUNNING)
    assert drawn == []
    qtbot.waitUntil(lambda: len(drawn) == 1)
    assert drawn == ["c"]
    qtbot.waitUntil(lambda: len(drawn) == 3)
    assert drawn == ["c", "b", "a"]


def test_two_panels_draw_between_two_frames(panels, drawn, qtbot):
    panels[2].follow(LATER)
    qtbot.waitUntil(lambda: drawn == ["c"])
    drawn.clear()
    for panel in panels:
        panel.follow(RUNNING)
    qtbot.wait(100)
    assert drawn == ["a", "b"]
    panels[0].follow(LATER)
    qtbot.waitUntil(lambda: drawn == ["a", "b", "c", "a"])


def test_who_asks_twice_draws_once(panels, drawn, qtbot):
    panels[0].follow(RUNNING)
    panels[0].follow(RUNNING)
    panels[1].follow(RUNNING)
    qtbot.waitUntil(lambda: "b" in drawn)
    assert drawn == ["a", "b"]


def test_at_the_end_of_a_run_all_draw_at_once_and_nobody_waits_any_more(panels, drawn, qtbot):
    for panel in panels:
        panel.follow(RUNNING)
    for panel in panels:
        panel.follow(AT_REST)
    assert drawn == ["a", "b", "c"]
    qtbot.wait(60)
    assert drawn == ["a", "b", "c"]


def test_who_is_hidden_or_gone_when_its_turn_comes_draws_nothing(panels, drawn, qtbot):
    for panel in panels:
        panel.follow(RUNNING)
    panels[0].hide()
    delete(panels[1])
    qtbot.waitUntil(lambda: drawn == ["c"])
    panels[0].show()
    assert drawn == ["c", "a"]


def test_a_panel_that_is_hidden_gives_up_its_turn_and_catches_up_when_it_is_shown(panels, drawn, qtbot):
    panels[0].follow(RUNNING)
    panels[0].hide()
    assert not turns().give_up(panels[0])
    assert drawn == []
    panels[0].show()
    assert drawn == ["a"]
