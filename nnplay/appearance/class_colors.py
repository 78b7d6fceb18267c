"""Colours of classes: told apart by people who see colours differently, the first two those of the two values."""

from __future__ import annotations

from PySide6.QtGui import QColor

_COLORS = tuple(
    QColor(name)
    for name in (
        *("#f59322", "#0877bd", "#a30401", "#81deb7", "#6810d7"),
        *("#d3c3ff", "#72304a", "#83909d", "#caaf61", "#ca4a56"),
    )
)
"""Chosen by a search for the largest least distance in CIE L*a*b* as the four kinds of eyes see them (Machado 2009)."""


def class_color(number: int) -> QColor:
    """Return the colour of a class by its number; beyond ten they begin anew."""
    return _COLORS[number % len(_COLORS)]
