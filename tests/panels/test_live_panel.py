"""LivePanel: works while it is seen, remembers while it is not."""

from types import SimpleNamespace

import pytest

from nnplay.appearance.theme import theme
from nnplay.panels.live_panel import LivePanel


class CountingPanel(LivePanel):
    def __init__(self):
        super().__init__()
        self.n_refreshed = 0
        self.n_themed = 0

    def refresh(self):
        self.n_refreshed += 1

    def apply_theme(self):
        self.n_themed += 1


@pytest.fixture
def panel(qtbot):
    panel = CountingPanel()
    qtbot.addWidget(panel)
    return panel


def test_hidden_it_does_nothing(panel):
    panel.invalidate()
    panel.invalidate()
    assert panel.n_refreshed == 0


def test_shown_it_catches_up_once(panel):
    panel.invalidate()
    panel.invalidate()
    panel.show()
    assert panel.n_refreshed == 1


def test_visible_it_follows(panel):
    panel.show()
    panel.invalidate()
    panel.invalidate()
    assert panel.n_refreshed == 3


def test_shown_again_without_news_it_does_nothing(panel):
    panel.show()
    panel.hide()
    panel.show()
    assert panel.n_refreshed == 1


def test_news_while_hidden_are_shown_later(panel):
    panel.show()
    panel.hide()
    panel.invalidate()
    assert panel.n_refreshed == 1
    panel.show()
    assert panel.n_refreshed == 2


def test_a_new_theme_is_taken_and_drawn(panel):
    theme().set_mode("light")
    panel.show()
    before = panel.n_themed
    theme().set_mode("dark")
    assert (panel.n_themed, panel.n_refreshed) == (before + 1, 2)
    theme().set_mode("system")


def test_frozen_it_keeps_what_it_shows_and_catches_up_when_let_go(panel, qtbot):
    panel.show()
    with qtbot.waitSignal(panel.frozen_changed):
        panel.set_frozen(True)
    panel.invalidate()
    assert panel.n_refreshed == 1
    panel.set_frozen(False)
    assert panel.n_refreshed == 2


def test_frozen_and_hidden_it_waits_for_both(panel):
    panel.show()
    panel.set_frozen(True)
    panel.hide()
    panel.invalidate()
    panel.show()
    assert panel.n_refreshed == 1
    panel.hide()
    panel.set_frozen(False)
    assert panel.n_refreshed == 1
    panel.show()
    assert panel.n_refreshed == 2


def test_while_a_network_learns_it_keeps_its_rhythm(panel):
    panel.interval_s = 3600
    panel.show()
    for _ in range(5):
        panel.follow(SimpleNamespace(step=1, is_running=True))
    assert panel.n_refreshed == 1


def test_the_last_snapshot_of_a_run_is_always_shown(panel):
    panel.interval_s = 3600
    panel.show()
    panel.follow(SimpleNamespace(step=1, is_running=False))
    assert panel.n_refreshed == 2
