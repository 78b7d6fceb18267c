"""Features made by people, and features that a network learns together with the answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.figures.sketch import Sketch
from nnplay.appearance.theme import Role
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_BY_HAND = QT_TRANSLATE_NOOP("figures", "Feature extraction")
_LEARNED = QT_TRANSLATE_NOOP("figures", "End-to-end learning")
_DATA = QT_TRANSLATE_NOOP("figures", "data, such as pixels")
_MADE = QT_TRANSLATE_NOOP("figures", "features made by people")
_MODEL = QT_TRANSLATE_NOOP("figures", "a simple model learns")
_FIRST = QT_TRANSLATE_NOOP("figures", "first layers: strokes")
_NEXT = QT_TRANSLATE_NOOP("figures", "next layers: shapes")
_ANSWER = QT_TRANSLATE_NOOP("figures", "answer: “it is a 3”")
_WIDTH, _HEIGHT, _STEP, _TOP = 206, 32, 46, 36


def by_hand(sketch: Sketch) -> None:
    """Draw the way with features made by people; only the last step is learned."""
    sketch.text(115, 16, _tr(_BY_HAND), bold=True)
    _chain(sketch, (_DATA, _MADE, _MODEL, _ANSWER), learned={2})


def learned(sketch: Sketch) -> None:
    """Draw the way through a deep network; every step is learned."""
    sketch.text(115, 16, _tr(_LEARNED), bold=True)
    _chain(sketch, (_DATA, _FIRST, _NEXT, _ANSWER), learned={1, 2})


def _chain(sketch: Sketch, steps: tuple[str, ...], learned: set[int]) -> None:
    for number, step in enumerate(steps):
        top = _TOP + number * _STEP
        if number:
            sketch.arrow((115, top - _STEP + _HEIGHT), (115, top - 2), Role.MUTED)
        is_learned = number in learned
        edge, ground = (Role.ACCENT, Role.ACCENT_SOFT) if is_learned else (Role.OUTLINE, Role.SURFACE)
        sketch.box(12, top, _WIDTH, _HEIGHT, edge, ground)
        sketch.text(115, top + _HEIGHT / 2, _tr(step), small=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("figures", text)
