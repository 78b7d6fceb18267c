"""The sentence for an operator that no layer here can stand for."""

from __future__ import annotations

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.onnx.graph import Operator


def refusal(operator: Operator, reason: str) -> ExchangeError:
    """Which operator cannot become a layer, and why; ``reason`` is a marked text."""
    return ExchangeError(
        QT_TRANSLATE_NOOP("errors", "The operator {kind} (“{name}”) cannot become a layer here: {reason}."),
        kind=operator.kind,
        name=f"{operator.output:.60}",
        reason=ExchangeError(reason),
    )


WRONG_ORDER = QT_TRANSLATE_NOOP("errors", "its numbers come in an order that no layer here has")
"""Said where numbers were transposed or reshaped in a way that cannot be followed."""
