"""Rule: what the equations of one kind of layer are, forward and backward."""

from __future__ import annotations

from nnplay.engine import Node
from nnplay.project.calculation.expressions import Equation, Quantity, Terms
from nnplay.project.calculation.quantities import Quantities


class Rule:
    """The equations of one layer of a network.

    Units are counted through the whole shape of a layer's output.

    Parameters
    ----------
    quantities
        The numbers.
    node
        The layer in its place.
    """

    def __init__(self, quantities: Quantities, node: Node) -> None:
        self.quantities, self.node = quantities, node
        self.name, self.sources = node.name, node.inputs
        self.shape = quantities.network.shapes[node.name]

    @property
    def source(self) -> str:
        """The layer in front of one that has a single input."""
        return self.sources[0]

    def result(self, unit: int) -> Quantity:
        """What the layer makes: the number before its activation function."""
        return self.quantities.sum(self.name, unit)

    def equations(self, unit: int) -> tuple[Equation, ...]:
        """How ``result`` comes about; empty where no formula is known."""
        return ()

    def behind(self, number: int, unit: int) -> Terms | None:
        """What this layer adds to the derivative by a unit of its input of that number; None where nothing is known."""
        return None

    def gradient(self, parameter: str, index: tuple[int, ...], example: int | None = None) -> Terms | None:
        """The terms of dL/dw that come from one example; None where nothing is known."""
        return None
