"""Colours of classes: told apart by people who see colours differently, the first two those of the two values."""

from __future__ import annotations

from PySide6.QtGui import QColor

_COLORS = tuple(
    QColor(name)
    for name in (
        *("#f59322", "#0877bd", "#009e73", "#cc79a7", "#d8c61e"),
        *("#56b4e9", "#c44601", "#7f7f7f", "#7b4fb5", "#8c564b"),
    )
)
"""After Okabe and Ito, "Color Universal Design" (2008); yellow darker, so that it is seen on white."""


def class_color(number: int) -> QColor:
    """Return the colour of a class by its number; beyond ten they begin anew."""
    return _COLORS[number % len(_COLORS)]
