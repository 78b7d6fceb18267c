"""Linear regression: points with a line through them, and the network of one neuron that draws it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.figures.sketch import Sketch
from nnplay.appearance.theme import Role
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_LINE = QT_TRANSLATE_NOOP("figures", "A line through points")
_ONE_NEURON = QT_TRANSLATE_NOOP("figures", "… is one linear neuron")
_X = (1, 3, 4, 8, 10)
"""The inputs of the example that fits y = 3x."""


def points(sketch: Sketch) -> None:
    """Draw the points of the example and the line ŷ = 3x."""
    sketch.text(115, 16, _tr(_LINE), bold=True)
    sketch.line(((30, 34), (30, 160), (214, 160)), Role.MUTED, 1)
    sketch.line((_at(0), _at(11)), Role.ACCENT)
    for x in _X:
        sketch.dot(*_at(x), 5, Role.POSITIVE)
    sketch.text(206, 174, "x", Role.MUTED, small=True)
    sketch.text(18, 42, "y", Role.MUTED, small=True)
    sketch.text(158, 130, "ŷ = w·x + b", Role.ACCENT, small=True)


def neuron(sketch: Sketch) -> None:
    """Draw the neuron: one input, one weight, the bias, no activation function."""
    sketch.text(115, 16, _tr(_ONE_NEURON), bold=True)
    sketch.arrow((48, 92), (88, 92), Role.POSITIVE)
    sketch.arrow((116, 148), (116, 122), Role.NEGATIVE)
    sketch.arrow((144, 92), (180, 92), Role.TEXT)
    sketch.dot(32, 92, 16, Role.POSITIVE, Role.SURFACE)
    sketch.text(32, 92, "x")
    sketch.text(68, 76, "w", Role.NEGATIVE)
    sketch.dot(116, 92, 27, Role.ACCENT, Role.ACCENT_SOFT)
    sketch.text(116, 91, "Σ")
    sketch.text(116, 160, "b", Role.NEGATIVE)
    sketch.dot(198, 92, 16, Role.TEXT, Role.SURFACE)
    sketch.text(198, 92, "ŷ")


def _at(x: float) -> tuple[float, float]:
    return 30 + x * 16, 160 - 3 * x * 3.6


def _tr(text: str) -> str:
    return QCoreApplication.translate("figures", text)
