"""ProbabilityBars: lengths, numbers and the accent on the best."""

import numpy as np
import pytest

from nnplay.appearance.theme import Role, theme
from nnplay.panels.try_it.bars import ProbabilityBars

VALUES = np.array([0.25, 0.7, 0.05])


@pytest.fixture
def bars(qtbot):
    bars = ProbabilityBars(["a", "b", "c"])
    bars.resize(200, 60)
    qtbot.addWidget(bars)
    return bars


def filled(bars, row, role):
    """How many pixels in the middle of a row have this colour."""
    image = bars.grab().toImage()
    y = int((row + 0.5) * 60 / 3)
    return sum(image.pixelColor(x, y) == theme().color(role) for x in range(200))


def test_holds_a_copy_of_the_values(bars):
    values = VALUES.copy()
    bars.set_values(values)
    values[:] = 0
    np.testing.assert_array_equal(bars.values, VALUES)


def test_a_bar_is_as_long_as_its_probability(bars):
    bars.set_values(VALUES)
    best, second = filled(bars, 1, Role.ACCENT), filled(bars, 0, Role.MUTED)
    bars.set_values(np.array([0.0, 1.0, 0.0]))
    whole = filled(bars, 1, Role.ACCENT)
    assert best / whole == pytest.approx(0.7, abs=0.04)
    assert second / whole == pytest.approx(0.25, abs=0.04)


def test_only_the_best_has_the_accent(bars):
    bars.set_values(VALUES)
    assert filled(bars, 1, Role.ACCENT)
    assert not filled(bars, 0, Role.ACCENT)
    assert not filled(bars, 2, Role.ACCENT)


def test_numbers_are_per_cent(bars):
    bars.set_values(VALUES)
    assert bars.percent_texts() == ["25.0 %", "70.0 %", "5.0 %"]
    assert bars.accessibleDescription() == "a: 25.0 %, b: 70.0 %, c: 5.0 %"


def test_without_values_the_tracks_are_empty(bars):
    bars.set_values(VALUES)
    bars.set_values(None)
    assert bars.values is None
    assert bars.percent_texts() == []
    assert bars.accessibleDescription() == ""
    assert not filled(bars, 1, Role.ACCENT)


def test_where_there_is_little_room_whole_per_cents_leave_some_for_the_bars(bars):
    bars.set_values(np.array([0.0, 0.996, 0.004]))
    bars.resize(bars.minimumSizeHint().width(), 45)
    row = bars.grab().toImage()
    lengths = [row.pixelColor(x, 22) for x in range(bars.width())].count(theme().color(Role.ACCENT))
    assert lengths >= 16
    assert bars.percent_texts()[1] == "99.6 %"  # a screen reader has the time
