"""Curves against Qt's own: what NumPy computes for all at once is what the painter draws one by one."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QLineF, QPointF

from nnplay.canvas.links.curves import Curves
from nnplay.canvas.links.strokes import DASH, GAP

STARTS, ENDS = np.array([-60.0, 0.0, 60.0]), np.array([-30.0, 90.0])
ALL = [(row, column) for row in range(3) for column in range(2)]


@pytest.fixture
def curves() -> Curves:
    return Curves(10.0, STARTS, 120.0, ENDS, fan_px=24.0)


@pytest.mark.parametrize(("row", "column"), ALL)
def test_a_path_leads_from_port_to_port(curves: Curves, row: int, column: int) -> None:
    path = curves.path(row, column)
    assert path.pointAtPercent(0) == QPointF(10, STARTS[row])
    end = path.pointAtPercent(1)
    assert end.x() == 120
    # Spread over 24 px in the order of their starts: -8, 0, 8.
    assert end.y() == pytest.approx(ENDS[column] + 8 * (row - 1))


@pytest.mark.parametrize(("row", "column"), ALL)
@pytest.mark.parametrize("share", [0.15, 0.85])
def test_a_point_on_a_path_finds_its_own_connection(curves: Curves, row: int, column: int, share: float) -> None:
    point = curves.path(row, column).pointAtPercent(share)
    found = curves.nearest(point.x(), point.y(), 1.0)
    assert found is not None
    # Near their start the curves of one neuron lie on each other; then any of them will do.
    near = curves.path(*found)
    gap = min(QPointF(near.pointAtPercent(at) - point).manhattanLength() for at in np.linspace(0, 1, 400))
    assert gap < 1.5


def test_far_from_all_there_is_none(curves: Curves) -> None:
    assert curves.nearest(60.0, 300.0, 7.0) is None
    assert curves.nearest(0.0, STARTS[0], 7.0) is None


def test_the_reach_is_measured_across_a_steep_curve_not_along_it() -> None:
    steep = Curves(0.0, np.array([0.0]), 20.0, np.array([400.0]))
    middle = steep.path(0, 0).pointAtPercent(0.5)
    # 30 px lower the curve is only about a pixel and a half away.
    assert steep.nearest(middle.x(), middle.y() + 30, 7.0) == (0, 0)
    assert steep.nearest(middle.x() - 9, middle.y(), 7.0) is None


@pytest.mark.parametrize(("row", "column"), ALL)
def test_dashes_lie_on_the_path_and_have_their_length(curves: Curves, row: int, column: int) -> None:
    path, dashes = curves.path(row, column), curves.dashes(row, column)
    assert len(dashes) == pytest.approx(path.length() / (DASH + GAP), abs=1)
    points = np.array([path.pointAtPercent(at).toTuple() for at in np.linspace(0, 1, 800)])
    for dash in dashes:
        assert np.min(np.hypot(*(points - dash.p1().toTuple()).T)) < 0.6
        assert dash.length() <= DASH + 1e-6
    assert all(dash.length() > 0.97 * DASH for dash in dashes[:-1])


@pytest.mark.parametrize(("row", "column"), ALL)
def test_straight_pieces_look_like_the_path_and_leave_no_gap(curves: Curves, row: int, column: int) -> None:
    path, pieces = curves.path(row, column), curves.pieces(row, column)
    points = np.array([path.pointAtPercent(at).toTuple() for at in np.linspace(0, 1, 2000)])
    for piece in pieces:
        for share in (0.1, 0.5, 0.9):
            assert np.min(np.hypot(*(points - piece.pointAt(share).toTuple()).T)) < 0.25
    assert pieces[-1].p2() == path.pointAtPercent(1)
    for one, other in pairwise(pieces):
        # The next one begins on this one, a little before its end.
        assert 0 < QLineF(other.p1(), one.p2()).length() < 1
        assert QLineF(other.p1(), other.p2()).length() > QLineF(one.p2(), other.p2()).length()


@pytest.mark.parametrize(("x_end", "y_end"), [(10.0, 90.0), (10.0, 0.0), (-120.0, 90.0)])
def test_cards_on_each_other_or_behind_each_other_have_links_too(x_end: float, y_end: float) -> None:
    curves = Curves(10.0, np.array([0.0]), x_end, np.array([y_end]))
    path, pieces = curves.path(0, 0), curves.pieces(0, 0)
    points = np.array([path.pointAtPercent(at).toTuple() for at in np.linspace(0, 1, 2000)])
    for piece in pieces:
        assert np.min(np.hypot(*(points - piece.pointAt(0.5).toTuple()).T)) < 0.25
    assert pieces[-1].p2() == QPointF(x_end, y_end)
    assert len(curves.dashes(0, 0)) == pytest.approx(path.length() / (DASH + GAP), abs=1)
    assert curves.nearest(10.0, 0.0, 7.0) is None
