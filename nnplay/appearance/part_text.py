"""Names of parts of the network for the user, such as "weight from X₁ to neuron 2 of dense"."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.data_names import input_names
from nnplay.engine import Part
from nnplay.engine.parts import describe
from nnplay.project import Project


def part_text(project: Project, part: Part) -> str:
    """Return the name of a layer, a neuron or a weight, for use inside a sentence or in small print."""
    phrase = describe(project.network, part, input_names(project.data))
    return phrase.sentence(partial(QCoreApplication.translate, "errors"))


def part_title(project: Project, part: Part) -> str:
    """Return the same name as a title, capitalized."""
    text = part_text(project, part)
    return text[:1].upper() + text[1:]
