"""The layers of a network that have weights, as other libraries count them, and the error if one does not fit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from nnplay.engine import Activation, NetworkSpec, Node
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError

_MOST_SHOWN = 12


def learners(network: NetworkSpec, kept: Collection[str]) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Return nodes with the names of their arrays; the slopes of a PReLU are separate, because elsewhere it is a layer.

    Slopes of the layers ``kept`` are left out.
    """
    for node in network.nodes:
        keys = tuple(slot.name for slot in network.node_slots(node.name))
        own = tuple(key for key in keys if key != "alpha" or isinstance(node.layer, Activation))
        if own and (own != ("alpha",) or node.name not in kept):
            yield node, own
        if len(own) < len(keys) and node.name not in kept:
            yield node, ("alpha",)


def mismatch(network: NetworkSpec, given: Mapping[str, tuple[int, ...]], layer: str, place: str) -> ExchangeError:
    """Return the error that names what the file has and what the network needs at their first difference."""
    needed = {f"{slot.node}/{slot.name}": slot.shape for slot in network.slots}
    return ExchangeError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The weights do not fit the network, first at its layer “{layer}” and “{place}” of the file. The file has"
            " {given}; the network needs {needed}.",
        ),
        layer=layer or "–",
        place=place or "–",
        given=_listed(given),
        needed=_listed(needed),
    )


def _listed(shapes: Mapping[str, tuple[int, ...]]) -> str:
    texts = [f"{name} {shape}" for name, shape in shapes.items()]
    return ", ".join(texts[:_MOST_SHOWN]) + (" …" if len(texts) > _MOST_SHOWN else "") or "–"
