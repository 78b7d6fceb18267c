"""The eraser: a stroke through whose middle it went is two."""

from nnplay.panels.try_it.drawing.sketch import Sketch, erased

LINE = [(0.0, 100.0), (200.0, 100.0)]


def test_it_cuts_where_it_is():
    left, right = erased((LINE,), (100, 105), 20)
    gap = (20**2 - 5**2) ** 0.5
    assert left[0] == (0, 100)
    assert abs(left[-1][0] - (100 - gap)) <= 2
    assert abs(right[0][0] - (100 + gap)) <= 2
    assert right[-1] == (200, 100)


def test_what_it_does_not_touch_stays():
    assert erased((LINE, [(50, 10)]), (50, 10), 8) == (LINE,)


def test_the_pen_is_kept():
    pieces = erased(([(0, 0, 0.2), (100, 0, 0.8)],), (50, 0), 10)
    assert all(abs(point[2] - (0.2 + 0.006 * point[0])) < 1e-9 for piece in pieces for point in piece)


def test_empty():
    assert Sketch().is_empty
    assert not Sketch((LINE,)).is_empty
