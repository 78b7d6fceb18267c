"""A placeholder for a layer of another library that nnplay does not have, and the remarks about it."""

from __future__ import annotations

from collections.abc import Iterable

from nnplay.engine import NetworkSpec, NnplayError, Placeholder
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.layers import Shape
from nnplay.engine.layers.placeholder import MOST_LETTERS, MOST_SETTINGS
from nnplay.exchange.errors import ExchangeError


def placeholder(title: str, shape: Shape, settings: Iterable[tuple[str, str]], missing: str) -> Placeholder:
    """Return a placeholder whose texts are as long as they may be at most.

    Parameters
    ----------
    missing
        The setting that nnplay lacks; empty if it has no such layer.
    """
    kept = tuple((name[:MOST_LETTERS], value[:MOST_LETTERS]) for name, value in settings)[:MOST_SETTINGS]
    return Placeholder(title[:MOST_LETTERS], shape, kept, missing[:MOST_LETTERS])


def remark(name: str, reason: NnplayError) -> ExchangeError:
    """Return the remark that a layer is a placeholder, and why."""
    return ExchangeError(
        QT_TRANSLATE_NOOP("errors", "The layer “{layer}” is a placeholder: {reason}."), layer=name, reason=reason
    )


def consequence(network: NetworkSpec) -> tuple[ExchangeError, ...]:
    """Return the remark about what a network with placeholders can do; none for a network without."""
    if network.is_complete:
        return ()
    text = QT_TRANSLATE_NOOP(
        "errors", "What comes before a placeholder runs; the network as a whole neither trains nor predicts."
    )
    return (ExchangeError(text),)
