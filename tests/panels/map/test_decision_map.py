"""DecisionMap: the picture is the values, the points are where they belong, pointing tells the value."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnplay.appearance.roles import Role
from nnplay.appearance.theme import theme
from nnplay.appearance.values import lookup_table
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.panels.map.map_frame import EXTENT, Points, ValueRange

AXIS = np.linspace(-EXTENT, EXTENT, 100)
X1, X2 = np.meshgrid(AXIS, -AXIS)  # row 0 is the top: x2 = +6


@pytest.fixture
def decision_map(qtbot):
    decision_map = DecisionMap()
    decision_map.resize(400, 320)
    qtbot.addWidget(decision_map)
    decision_map.show()
    return decision_map


def pixels(image):
    """The picture as (n, n, 3) numbers."""
    n = image.width()
    return np.array([[image.pixelColor(x, y).getRgb()[:3] for x in range(n)] for y in range(n)])


def expected_colors(values, low, high):
    """Linear between the three colours, worked out without the code under test."""
    position = np.clip((values - low) / (high - low), 0, 1)
    table = lookup_table()[:, :3].astype(float)
    return np.stack([np.interp(position, np.linspace(0, 1, 256), table[:, c]) for c in range(3)], axis=-1)


@pytest.mark.parametrize(("low", "high"), [(-1, 1), (0, 1), (-5, 5)])
def test_the_picture_is_the_values(decision_map, low, high):
    plane = (np.tanh(X1 - 0.5 * X2) * 0.6 * high).astype(np.float32)
    decision_map.set_plane(plane, ValueRange(low, high), is_discrete=False)
    assert np.abs(pixels(decision_map.image) - expected_colors(plane, low, high)).max() <= 2


def test_discretized_it_has_two_colours_on_the_right_sides(decision_map):
    plane = (X1 + 0.3 * X2).astype(np.float32)
    decision_map.set_plane(plane, ValueRange(), is_discrete=True)
    shown = pixels(decision_map.image)
    fine = np.linspace(-EXTENT, EXTENT, len(shown))
    exact = fine[np.newaxis] - 0.3 * fine[:, np.newaxis]  # the plane is linear, so that interpolation is exact
    is_high = (shown == lookup_table()[255, :3]).all(axis=-1)
    is_low = (shown == lookup_table()[0, :3]).all(axis=-1)
    assert (is_high | is_low).all()
    clear = np.abs(exact) > 1e-4
    np.testing.assert_array_equal(is_high[clear], exact[clear] > 0)


def test_the_middle_of_the_range_is_the_threshold_and_counts_as_high(decision_map):
    decision_map.set_plane(np.full((100, 100), 0.5, np.float32), ValueRange(0, 1), is_discrete=True)
    assert (pixels(decision_map.image) == lookup_table()[255, :3]).all()


def test_the_value_under_the_mouse(decision_map):
    decision_map.set_plane((X1 + 10 * X2).astype(np.float32), ValueRange(), is_discrete=False)
    seen = []
    decision_map.pointed.connect(seen.append)
    position = decision_map.geometry_of_plane.position_of(2, -3).toPoint()
    QTest.mouseMove(decision_map, position)
    x1, x2 = seen[-1]
    pixel = 2 * EXTENT / decision_map.geometry_of_plane.area.width()
    assert x1 == pytest.approx(2, abs=pixel)
    assert x2 == pytest.approx(-3, abs=pixel)
    assert decision_map.value_at((x1, x2)) == pytest.approx(x1 + 10 * x2, abs=1e-4)
    assert decision_map.value_at((EXTENT, -EXTENT)) == pytest.approx(-54)
    assert decision_map.value_at((-EXTENT, EXTENT)) == pytest.approx(54)
    QTest.mouseMove(decision_map, QPoint(1, 1))
    assert seen[-1] is None


def test_pointing_with_the_arrow_keys(decision_map):
    QTest.keyClick(decision_map, Qt.Key.Key_Right)
    QTest.keyClick(decision_map, Qt.Key.Key_Up)
    assert decision_map.place == (0.25, 0.25)
    for _ in range(100):
        QTest.keyClick(decision_map, Qt.Key.Key_Right)
    assert decision_map.place == (EXTENT, 0.25)
    QTest.keyClick(decision_map, Qt.Key.Key_Escape)
    assert decision_map.place is None


def test_the_picture_fills_the_square_with_the_right_orientation(decision_map):
    theme().set_mode("light")
    decision_map.set_plane(np.where(X2 > 0, 1, -1).astype(np.float32), ValueRange(), is_discrete=False)
    image = decision_map.grab().toImage()
    geometry = decision_map.geometry_of_plane
    for x1, x2, role in ((-5.9, 5.9, Role.POSITIVE), (5.9, 5.9, Role.POSITIVE), (-5.9, -5.9, Role.NEGATIVE)):
        shown = image.pixelColor(geometry.position_of(x1, x2).toPoint())
        full, paper = theme().color(role), theme().color(Role.SURFACE)
        mixed = [0.7 * a + 0.3 * b for a, b in zip(full.getRgb()[:3], paper.getRgb()[:3], strict=True)]
        assert np.abs(np.subtract(shown.getRgb()[:3], mixed)).max() <= 4
    theme().set_mode("system")


def test_points_have_the_colour_of_their_label(decision_map):
    places = np.array([[3.0, 3.0], [-3.0, -3.0]], np.float32)
    decision_map.set_plane(np.zeros((100, 100), np.float32), ValueRange(), is_discrete=False)
    decision_map.set_points(Points(places, np.array([1.0, -1.0])))
    image = decision_map.grab().toImage()
    for (x1, x2), role in zip(places, (Role.POSITIVE, Role.NEGATIVE), strict=True):
        position = decision_map.geometry_of_plane.position_of(float(x1), float(x2)).toPoint()
        assert image.pixelColor(position) == theme().color(role)


def test_test_points_have_a_dark_edge(decision_map):
    place = np.array([[0.0, 0.0]], np.float32)

    def edge(is_test):
        decision_map.set_points(Points(place, np.array([1.0]), is_test))
        image = decision_map.grab().toImage()
        position = decision_map.geometry_of_plane.position_of(0, 0).toPoint()
        return [image.pixelColor(position + QPoint(dx, 0)).lightness() for dx in range(-4, 5)]

    assert min(edge(is_test=True)) < 40
    assert max(edge(is_test=False)) > 215


def test_return_presses_and_shift_with_arrows_drags_from_there(decision_map):
    pressed, dragged = [], []
    decision_map.pressed.connect(pressed.append)
    decision_map.dragged.connect(dragged.append)
    QTest.keyClick(decision_map, Qt.Key.Key_Return)
    assert pressed == []  # nothing is pointed at yet
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(decision_map, Qt.Key.Key_Right, shift)
    QTest.keyClick(decision_map, Qt.Key.Key_Return)
    QTest.keyClick(decision_map, Qt.Key.Key_Up, shift)
    QTest.keyClick(decision_map, Qt.Key.Key_Up)
    QTest.keyClick(decision_map, Qt.Key.Key_Up, shift)
    assert pressed == [(0.25, 0.0)]
    assert dragged == [(0.25, 0.25)]
