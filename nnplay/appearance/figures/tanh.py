"""Sigmoid and tanh on the same axes: tanh is the sigmoid, stretched to twice its height and moved down by 1."""

from __future__ import annotations

from math import exp, tanh

from PySide6.QtCore import QCoreApplication, Qt

from nnplay.appearance.figures.sketch import Sketch
from nnplay.appearance.theme import Role
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_MIDDLE, _ZERO, _UNIT_X, _UNIT_Y, _END = 140, 112, 30, 66, 4
_SIGMOID = QT_TRANSLATE_NOOP("figures", "sigmoid: 0 to 1")
_TANH = QT_TRANSLATE_NOOP("figures", "tanh: −1 to 1")
_DOTS = QT_TRANSLATE_NOOP("figures", "Dots: 2σ(2z) − 1, the rescaled sigmoid")
_Z = [place / 10 for place in range(-10 * _END, 10 * _END + 1)]


def curves(sketch: Sketch) -> None:
    """Draw both curves, and the rescaled sigmoid as dots on that of tanh."""
    for y in (-1, 0, 1):
        sketch.line((_at(-_END, y), _at(_END, y)), Role.GRID if y else Role.MUTED, 1)
        sketch.text(
            14, _at(0, y)[1], f"{y}".replace("-", "−"), Role.MUTED, align=Qt.AlignmentFlag.AlignRight, small=True
        )
    sketch.line((_at(0, -1.1), _at(0, 1.15)), Role.MUTED, 1)
    sketch.line([_at(z, _sigmoid(z)) for z in _Z], Role.NEGATIVE, 2.5)
    sketch.line([_at(z, tanh(z)) for z in _Z], Role.POSITIVE, 2.5)
    for z in _Z[::5]:
        sketch.dot(*_at(z, 2 * _sigmoid(2 * z) - 1), 3.5, Role.POSITIVE, Role.SURFACE)
    sketch.text(296, _ZERO - 24, _tr(_SIGMOID), Role.NEGATIVE, align=Qt.AlignmentFlag.AlignRight, small=True)
    sketch.text(24, _ZERO + 30, _tr(_TANH), Role.POSITIVE, align=Qt.AlignmentFlag.AlignLeft, small=True)
    sketch.text(150, 194, _tr(_DOTS), Role.MUTED, small=True)


def _sigmoid(z: float) -> float:
    return 1 / (1 + exp(-z))


def _at(z: float, value: float) -> tuple[float, float]:
    return _MIDDLE + z * _UNIT_X, _ZERO - value * _UNIT_Y


def _tr(text: str) -> str:
    return QCoreApplication.translate("figures", text)
