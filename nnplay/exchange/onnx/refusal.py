"""The error about an operator that no layer of nnplay can stand for."""

from __future__ import annotations

from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.onnx.graph import RESULT, Operator


class OperatorError(ExchangeError):
    """An operator cannot become a layer; a placeholder may stand in its place.

    Attributes
    ----------
    reason
        Why not.
    settings
        Names of the settings that nnplay's layer lacks; empty if it is none of them.
    """

    def __init__(self, operator: Operator, reason: NnplayError, settings: tuple[str, ...] = ()) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("errors", "The operator {kind} (“{name}”) cannot become a layer of nnplay: {reason}."),
            kind=f"{title_of(operator):.60}",
            name=f"{operator.output:.60}",
            reason=reason,
        )
        self.reason = reason
        self.settings = settings


def refusal(operator: Operator, reason: str, *settings: str) -> OperatorError:
    """Which operator cannot become a layer, and why; ``reason`` is a marked text."""
    return OperatorError(operator, ExchangeError(reason), settings)


def no_layer(operator: Operator) -> OperatorError:
    """An operator of a kind for which nnplay has no layer."""
    kind = f"{title_of(operator):.60}"
    reason = ExchangeError(QT_TRANSLATE_NOOP("errors", "nnplay has no layer for the operator {kind}"), kind=kind)
    return OperatorError(operator, reason)


def title_of(operator: Operator) -> str:
    """The operator's kind, whichever of its results is meant."""
    return operator.kind.partition(RESULT)[0]


WRONG_ORDER = QT_TRANSLATE_NOOP("errors", "nnplay has no layer that takes numbers in this order")
"""Said where numbers were transposed or reshaped in a way that cannot be followed."""
