"""Words: layers, neurons and connections as sentences for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnplay.appearance.accessible import listed
from nnplay.appearance.number_text import short_text
from nnplay.appearance.part_text import part_text
from nnplay.canvas.cards import faces
from nnplay.canvas.cards.card_layout import shape_text
from nnplay.engine import Input, Part, Placeholder, Skipped
from nnplay.project import Project
from nnplay.project.part_edits import is_covered


class LayerText(QObject):
    """Describes the parts of a project; a QObject only because plurals need its ``tr``."""

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project

    def layer(self, name: str) -> str:
        """Return a card's description: "Dense hidden 1, 4 units, tanh, connected from input, connected to output"."""
        network = self._project.network
        node, shape = network.node(name), network.shapes[name]
        is_skipped = isinstance(node.layer, Skipped)
        layer = node.layer.layer if isinstance(node.layer, Skipped) else node.layer
        parts = [self.tr("{kind} {name}").format(kind=faces.title_of(layer), name=name)]
        if isinstance(layer, Placeholder):
            parts.append(self.tr("placeholder"))
        field = faces.units_field(layer)
        if field == "filters":
            parts.append(self.tr("%n filter(s)", "", getattr(layer, field)))
        elif field is not None or (isinstance(layer, Input) and len(shape) == 1):
            parts.append(self.tr("%n unit(s)", "", shape[-1]))
        if len(shape) > 1:
            parts.append(self.tr("gives {shape}").format(shape=shape_text(shape)))
        if hasattr(layer, "activation"):
            parts.append(str(layer.activation))
        if hasattr(layer, "rate"):
            parts.append(self.tr("rate {rate}").format(rate=short_text(layer.rate)))
        if node.inputs:
            parts.append(self.tr("connected from {layers}").format(layers=listed(list(node.inputs))))
        if targets := network.consumers(name):
            parts.append(self.tr("connected to {layers}").format(layers=listed(list(targets))))
        if is_skipped:
            parts.append(self.tr("skipped"))
        return listed([*parts, *self._marks(Part(name))])

    def part(self, part: Part, value: float | None) -> str:
        """Return the description of a neuron with its bias, or of a connection with its weight."""
        number = "" if value is None else short_text(value)
        if number and part.unit is not None:
            number = self.tr("bias {value}").format(value=number)
        return listed([part_text(self._project, part), *([number] if number else []), *self._marks(part)])

    def _marks(self, part: Part) -> list[str]:
        marks = []
        if is_covered(self._project.training.frozen, part):
            marks.append(self.tr("frozen"))
        if is_covered(self._project.muted, part):
            marks.append(self.tr("muted"))
        return marks
