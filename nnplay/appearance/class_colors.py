"""Colours of classes, distinguishable with colour-blindness; the first two are those of the two values."""

from __future__ import annotations

from PySide6.QtGui import QColor

_COLORS = tuple(
    QColor(name)
    for name in (
        *("#f59322", "#0877bd", "#a30401", "#81deb7", "#6810d7"),
        *("#d3c3ff", "#72304a", "#83909d", "#caaf61", "#ca4a56"),
        *("#fcfc00", "#fc48fc", "#002490", "#b46c00", "#b4fc6c"),
        *("#006c24", "#48b490", "#b490d8", "#48246c", "#480000"),
    )
)
"""Found by maximizing the smallest distance in CIE L*a*b* for normal vision and three deficiencies (Machado 2009)."""


def class_color(number: int) -> QColor:
    """Return the colour of a class by its index; after twenty the colours repeat."""
    return _COLORS[number % len(_COLORS)]
