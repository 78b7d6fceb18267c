"""LegendPlace: a free corner, and no other one without need."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSizeF

from nnplay.panels.plots.legend_place import LegendPlace

AREA, SIZE = QRectF(0, 0, 400, 300), QSizeF(100, 50)
NONE = np.empty((0, 2))
AT = {"upper right": (350, 30), "upper left": (50, 30), "lower right": (350, 270), "lower left": (50, 270)}


def corner(place, *taken):
    rect = place.rect(AREA, SIZE, np.array([AT[each] for each in taken]) if taken else NONE)
    return next(name for name, point in AT.items() if rect.contains(*point))


@pytest.mark.parametrize("n_taken", range(4))
def test_it_takes_the_first_corner_that_is_free(n_taken):
    names = list(AT)
    assert corner(LegendPlace(), *names[:n_taken]) == names[n_taken]


def test_it_takes_the_corner_where_it_covers_least():
    assert corner(LegendPlace(), *[*AT] * 3, *[name for name in AT if name != "lower left"]) == "lower left"


def test_it_stays_until_it_covers_something():
    place = LegendPlace()
    assert corner(place, "upper right") == "upper left"
    assert corner(place) == "upper left"
    assert corner(place, "upper left") == "upper right"


def test_what_is_unknown_covers_nothing():
    rect = LegendPlace().rect(AREA, SIZE, np.array([[350.0, np.nan]]))
    assert rect == QRectF(290, 10, 100, 50)
