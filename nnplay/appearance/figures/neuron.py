"""A nerve cell and an artificial neuron: the parts that correspond have the same colours."""

from __future__ import annotations

from math import exp

from PySide6.QtCore import QCoreApplication, Qt

from nnplay.appearance.figures.sketch import Sketch
from nnplay.appearance.theme import Role
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_IN, _STRENGTH, _SUM, _OUT = Role.POSITIVE, Role.NEGATIVE, Role.ACCENT, Role.TEXT
_LEFT = Qt.AlignmentFlag.AlignLeft

_NERVE_CELL = QT_TRANSLATE_NOOP("figures", "Nerve cell")
_DENDRITES = QT_TRANSLATE_NOOP("figures", "dendrites")
_SYNAPSES = QT_TRANSLATE_NOOP("figures", "synapses")
_CELL_BODY = QT_TRANSLATE_NOOP("figures", "cell body")
_AXON = QT_TRANSLATE_NOOP("figures", "axon")
_NEURON = QT_TRANSLATE_NOOP("figures", "Neuron of a network")
_INPUTS = QT_TRANSLATE_NOOP("figures", "inputs")
_WEIGHTS = QT_TRANSLATE_NOOP("figures", "weights")
_WEIGHTED_SUM = QT_TRANSLATE_NOOP("figures", "weighted sum")
_ACTIVATION = QT_TRANSLATE_NOOP("figures", "activation")
_OUTPUT = QT_TRANSLATE_NOOP("figures", "output")


def nerve_cell(sketch: Sketch) -> None:
    """Draw a nerve cell: branches on the left, the body, and the axon to the right."""
    sketch.text(140, 16, _tr(_NERVE_CELL), bold=True)
    for y in (62, 100, 138):
        bend = 100 + (y - 100) * 0.45
        sketch.line(((96, bend), (64, (y + bend) / 2), (34, y)), _IN, 4)
        for fork in (-12, 12):
            sketch.line(((34, y), (12, y + fork)), _IN, 2.5)
            sketch.dot(10, y + fork, 4.5, _STRENGTH)
    sketch.line(((124, 100), (160, 96), (205, 104), (240, 100)), _OUT, 4)
    for y in (76, 100, 124):
        sketch.line(((240, 100), (262, y)), _OUT, 2.5)
        sketch.dot(264, y, 4.5, _STRENGTH)
    sketch.dot(112, 100, 26, _SUM, Role.ACCENT_SOFT)
    sketch.dot(112, 100, 8, _SUM)
    sketch.text(10, 182, _tr(_SYNAPSES), _STRENGTH, align=_LEFT, small=True)
    sketch.text(50, 164, _tr(_DENDRITES), _IN, align=_LEFT, small=True)
    sketch.text(122, 142, _tr(_CELL_BODY), _SUM, small=True)
    sketch.text(196, 122, _tr(_AXON), _OUT, small=True)


def artificial_neuron(sketch: Sketch) -> None:
    """Draw a neuron: three weighted inputs and a bias, the sum, the activation function, the output."""
    sketch.text(140, 16, _tr(_NEURON), bold=True)
    for number, y in enumerate((54, 100, 146)):
        index = "₁₂₃"[number]
        sketch.line(((34, y), (112, 100)), _IN, 2.5)
        sketch.dot(24, y, 14, _IN, Role.SURFACE)
        sketch.text(24, y, f"x{index}", small=True)
        sketch.dot(66, y + (100 - y) * 0.42, 12, Role.SURFACE)
        sketch.text(66, y + (100 - y) * 0.42, f"w{index}", _STRENGTH, small=True)
    sketch.arrow((138, 100), (166, 100), _OUT)
    sketch.dot(112, 100, 26, _SUM, Role.ACCENT_SOFT)
    sketch.text(112, 99, "Σ + b", small=True)
    sketch.box(168, 78, 46, 44, _OUT)
    sketch.line([(176 + 3 * step, 116 - 32 / (1 + exp(5 - step))) for step in range(11)], _OUT)
    sketch.arrow((216, 100), (246, 100), _OUT)
    sketch.dot(260, 100, 12, _OUT, Role.SURFACE)
    sketch.text(260, 100, "a", small=True)
    sketch.text(10, 176, _tr(_INPUTS), _IN, align=_LEFT, small=True)
    sketch.text(66, 160, _tr(_WEIGHTS), _STRENGTH, small=True)
    sketch.text(116, 142, _tr(_WEIGHTED_SUM), _SUM, small=True)
    sketch.text(192, 66, _tr(_ACTIVATION), _OUT, small=True)
    sketch.text(254, 126, _tr(_OUTPUT), _OUT, small=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("figures", text)
