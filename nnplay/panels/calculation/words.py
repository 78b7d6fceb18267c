"""Words of the calculation panel: phases and sentences in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from nnplay.appearance.part_text import part_title
from nnplay.engine import Part
from nnplay.project import Project
from nnplay.project.calculation import Calculation, Kind, NumberFormat, Phase, Sentence
from nnplay.project.calculation.text import symbol_text


def phase_title(phase: Phase) -> str:
    """Return the name of a phase."""
    match phase.kind:
        case Kind.EXAMPLE:
            return QCoreApplication.translate("calculation", "Take an example")
        case Kind.FORWARD:
            text = QCoreApplication.translate("calculation", "Forward: {layer}")
        case Kind.LOSS:
            return QCoreApplication.translate("calculation", "Loss")
        case Kind.BACKWARD:
            text = QCoreApplication.translate("calculation", "Backward: {layer}")
        case Kind.UPDATE:
            return QCoreApplication.translate("calculation", "New weights")
    return text.format(layer=phase.node)


def subject_title(project: Project, calculation: Calculation, part: Part) -> str:
    """Return the name of a neuron or a weight; a weight by its symbol in the equations."""
    if part.parameter is not None and part.index:
        symbol = symbol_text(calculation.quantities.naming.weight(part.node, part.parameter, part.index))
        return QCoreApplication.translate("calculation", "{symbol} of {layer}").format(symbol=symbol, layer=part.node)
    return part_title(project, part)


def sentence_text(sentence: Sentence) -> str:
    """Return a sentence of the narration."""
    return QCoreApplication.translate("narration", sentence.template).format(**sentence.values)


def local_numbers(style: str, digits: int) -> NumberFormat:
    """Return a number format with the system's decimal sign."""
    return NumberFormat(style, digits, QLocale().decimalPoint())
