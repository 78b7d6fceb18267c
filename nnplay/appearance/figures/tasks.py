"""Classification, regression and clustering, each as a few points in a plane."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.figures.sketch import Sketch
from nnplay.appearance.theme import Role
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_TITLES = (
    QT_TRANSLATE_NOOP("figures", "Classification"),
    QT_TRANSLATE_NOOP("figures", "Regression"),
    QT_TRANSLATE_NOOP("figures", "Clustering"),
)
_NOTES = (
    QT_TRANSLATE_NOOP("figures", "which class?"),
    QT_TRANSLATE_NOOP("figures", "how much?"),
    QT_TRANSLATE_NOOP("figures", "no answers: which groups?"),
)
_UPPER = ((38, 52), (52, 76), (64, 50), (44, 96), (78, 68), (88, 48))
_LOWER = ((96, 118), (120, 96), (112, 128), (140, 112), (134, 82), (150, 130))
_ON_A_LINE = ((32, 120), (50, 116), (66, 98), (84, 102), (100, 80), (118, 78), (134, 58), (150, 56))


def classification(sketch: Sketch) -> None:
    """Draw two classes and the line between them."""
    _frame(sketch, 0)
    for x, y in _UPPER:
        sketch.dot(x, y, 5, Role.POSITIVE)
    for x, y in _LOWER:
        sketch.dot(x, y, 5, Role.NEGATIVE)
    sketch.line(((50, 134), (140, 42)), Role.ACCENT, dashed=True)


def regression(sketch: Sketch) -> None:
    """Draw points and the line through them."""
    _frame(sketch, 1)
    for x, y in _ON_A_LINE:
        sketch.dot(x, y, 5, Role.POSITIVE)
    sketch.line(((24, 128), (156, 46)), Role.ACCENT)


def clustering(sketch: Sketch) -> None:
    """Draw points of one colour, and a ring around each group."""
    _frame(sketch, 2)
    sketch.dot(62, 66, 38, Role.ACCENT, Role.ACCENT_SOFT)
    sketch.dot(122, 104, 38, Role.ACCENT, Role.ACCENT_SOFT)
    for x, y in (*_UPPER, *_LOWER):
        # The groups lie closer together than the classes.
        middle = (62, 66) if (x, y) in _UPPER else (122, 104)
        sketch.dot(middle[0] + (x - middle[0]) * 0.8, middle[1] + (y - middle[1]) * 0.8, 5, Role.MUTED)


def _frame(sketch: Sketch, number: int) -> None:
    sketch.text(90, 14, QCoreApplication.translate("figures", _TITLES[number]), bold=True)
    sketch.box(12, 30, 156, 116, Role.BORDER)
    sketch.text(90, 160, QCoreApplication.translate("figures", _NOTES[number]), Role.MUTED, small=True)
