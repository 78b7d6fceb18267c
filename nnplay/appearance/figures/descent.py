"""Gradient descent on one weight: the start, the gradient, the learning rate and the minimum, each with its name.

The numbers are those of the example "One weight": L = ½ (2w − 6)², w = 5, learning rate 0.1, so w becomes 4.2.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt

from nnplay.appearance.figures.sketch import Sketch
from nnplay.appearance.theme import Role
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_START, _RATE, _BEST = 5.0, 0.1, 3.0
_STEPS = 6
_INITIAL = QT_TRANSLATE_NOOP("figures", "initial weight")
_GRADIENT = QT_TRANSLATE_NOOP("figures", "gradient = slope")
_STEP = QT_TRANSLATE_NOOP("figures", "step = rate × gradient")
_MINIMUM = QT_TRANSLATE_NOOP("figures", "minimum")
_LOSS = QT_TRANSLATE_NOOP("figures", "loss")
_WEIGHT = QT_TRANSLATE_NOOP("figures", "weight w")


def valley(sketch: Sketch) -> None:
    """Draw the parabola, the first steps down, and the names of what is on it."""
    sketch.line(((24, 20), (24, 196), (372, 196)), Role.MUTED, 1)
    sketch.line([_on_curve(0.55 + place * 0.05) for place in range(99)], Role.TEXT)
    weights = [_START]
    for _ in range(_STEPS):
        weights.append(weights[-1] - _RATE * _slope(weights[-1]))
    for before, after in pairwise(weights):
        sketch.arrow(_on_curve(before), _on_curve(after), Role.ACCENT, 1.5)
    (x, y), slope = _on_curve(_START), _slope(_START)
    sketch.line(
        (_at(_START - 0.55, _loss(_START) - 0.55 * slope), _at(_START + 0.4, _loss(_START) + 0.4 * slope)),
        Role.NEGATIVE,
        dashed=True,
    )
    for weight in weights[1:]:
        sketch.dot(*_on_curve(weight), 3.5, Role.ACCENT)
    sketch.dot(x, y, 6, Role.ACCENT)
    sketch.dot(*_on_curve(_BEST), 6, Role.POSITIVE)
    right = Qt.AlignmentFlag.AlignRight
    sketch.text(x + 10, y + 4, _tr(_INITIAL), Role.ACCENT, align=Qt.AlignmentFlag.AlignLeft, small=True)
    sketch.text(x - 8, y - 34, _tr(_GRADIENT), Role.NEGATIVE, align=right, small=True)
    step_x, step_y = _on_curve(4.45)
    sketch.text(step_x - 12, step_y - 14, _tr(_STEP), Role.ACCENT, align=right, small=True)
    sketch.text(_on_curve(_BEST)[0] - 14, 162, _tr(_MINIMUM), Role.POSITIVE, small=True)
    sketch.text(30, 14, _tr(_LOSS), Role.MUTED, align=Qt.AlignmentFlag.AlignLeft, small=True)
    sketch.text(372, 210, _tr(_WEIGHT), Role.MUTED, align=right, small=True)
    for weight in (_BEST, _START):
        sketch.line((_at(weight, -0.6), _at(weight, -0.85)), Role.MUTED, 1)
        sketch.text(_at(weight, 0)[0], 210, f"{weight:g}", Role.MUTED, small=True)


def _loss(weight: float) -> float:
    return 0.5 * (2 * weight - 6) ** 2


def _slope(weight: float) -> float:
    return 2 * (2 * weight - 6)


def _on_curve(weight: float) -> tuple[float, float]:
    return _at(weight, _loss(weight))


def _at(weight: float, loss: float) -> tuple[float, float]:
    return 24 + weight * 50, 184 - loss * 13.5


def _tr(text: str) -> str:
    return QCoreApplication.translate("figures", text)
