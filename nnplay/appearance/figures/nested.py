"""Artificial intelligence contains machine learning, which contains deep learning."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.figures.sketch import Sketch
from nnplay.appearance.theme import Role
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_FIELDS = (
    (
        QT_TRANSLATE_NOOP("figures", "Artificial intelligence"),
        QT_TRANSLATE_NOOP("figures", "rules written by people, search …"),
    ),
    (
        QT_TRANSLATE_NOOP("figures", "Machine learning"),
        QT_TRANSLATE_NOOP("figures", "rules found in examples"),
    ),
    (
        QT_TRANSLATE_NOOP("figures", "Deep learning"),
        QT_TRANSLATE_NOOP("figures", "features learned, too, layer by layer"),
    ),
)
_GROUNDS = (Role.SURFACE, Role.RAISED, Role.ACCENT_SOFT)
_EDGES = (Role.OUTLINE, Role.MUTED, Role.ACCENT)


def fields(sketch: Sketch) -> None:
    """Draw a box in a box in a box."""
    for number, (name, note) in enumerate(_FIELDS):
        inset, top = 12 * number, 4 + 58 * number
        sketch.box(4 + inset, top, 292 - 2 * inset, 182 - 58 * number - 6 * number, _EDGES[number], _GROUNDS[number])
        sketch.text(150, top + 18, QCoreApplication.translate("figures", name), bold=True)
        sketch.text(150, top + 38, QCoreApplication.translate("figures", note), Role.MUTED, small=True)
