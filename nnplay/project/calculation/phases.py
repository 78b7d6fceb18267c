"""Phases: the steps of a calculation in their order, and the place where one stands among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from nnplay.engine import NetworkSpec


class Kind(Enum):
    """What happens in a phase."""

    EXAMPLE = "example"
    FORWARD = "forward"
    LOSS = "loss"
    BACKWARD = "backward"
    UPDATE = "update"


@dataclass(frozen=True)
class Phase:
    """One step: what happens, and in which layer where it is one layer's."""

    kind: Kind
    node: str | None = None


def phases(network: NetworkSpec) -> tuple[Phase, ...]:
    """Take an example, forward layer by layer, the loss, backward layer by layer, the update."""
    names = [node.name for node in network.nodes[1:]]
    return (
        Phase(Kind.EXAMPLE),
        *(Phase(Kind.FORWARD, name) for name in names),
        Phase(Kind.LOSS),
        *(Phase(Kind.BACKWARD, name) for name in reversed(names)),
        Phase(Kind.UPDATE),
    )


def phases_forward(network: NetworkSpec) -> tuple[Phase, ...]:
    """Take an example, and forward layer by layer: all that there is without a true answer."""
    return tuple(phase for phase in phases(network) if phase.kind in (Kind.EXAMPLE, Kind.FORWARD))


@dataclass(frozen=True)
class Stepping:
    """A place among the phases; each move gives another one and stays at the ends."""

    phases: tuple[Phase, ...]
    position: int = 0

    @property
    def phase(self) -> Phase:
        """The phase that is shown."""
        return self.phases[self.position]

    @property
    def is_first(self) -> bool:
        """Whether nothing lies before."""
        return self.position == 0

    @property
    def is_last(self) -> bool:
        """Whether nothing follows."""
        return self.position == len(self.phases) - 1

    def next(self) -> Stepping:
        """One phase on."""
        return self.at(self.position + 1)

    def previous(self) -> Stepping:
        """One phase back."""
        return self.at(self.position - 1)

    def first(self) -> Stepping:
        """The first phase."""
        return self.at(0)

    def last(self) -> Stepping:
        """The last phase."""
        return self.at(len(self.phases) - 1)

    def at(self, position: int) -> Stepping:
        """The phase of that number, or the nearest."""
        return replace(self, position=min(max(position, 0), len(self.phases) - 1))

    def is_done(self, kind: Kind, node: str | None = None) -> bool:
        """Whether a phase is the present one or lies before it: whether its numbers are known by now."""
        wanted = Phase(kind, node)
        return wanted in self.phases[: self.position + 1]
