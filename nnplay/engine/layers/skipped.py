"""Skipped: a layer that passes its input through until it is used again."""

from __future__ import annotations

from dataclasses import dataclass

from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError, ShapeError
from nnplay.engine.layers.activation import Activation
from nnplay.engine.layers.base import Layer, Shape

MOST_WEIGHTS = 1_000
_NOTHING = Activation("linear")


@dataclass(frozen=True)
class Skipped(Activation):
    """The linear activation in a layer's place, which keeps the layer and, if they are few, its weights.

    Whoever knows nothing of it sees what it does: an activation layer that changes nothing. Only a layer whose output
    has the shape of its input can be skipped.
    """

    activation: str = "linear"
    layer: Layer = _NOTHING
    weights: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.activation != "linear" or isinstance(self.layer, Skipped):
            raise SettingError(
                QT_TRANSLATE_NOOP(
                    "errors", "A skipped layer passes its input through: use it again before changing its settings."
                )
            )
        if self.layer.n_inputs != (1, 1):
            raise SettingError(
                QT_TRANSLATE_NOOP("errors", "{kind} takes several inputs, or none: it cannot be skipped."),
                kind=self.layer.kind,
            )

    def output_shape(self, *inputs: Shape) -> Shape:
        given = self.layer.output_shape(*inputs)
        if given != inputs[0]:
            raise ShapeError(
                QT_TRANSLATE_NOOP("errors", "{kind} makes the shape {given} of {taken}: it cannot be skipped."),
                kind=self.layer.kind,
                given=given,
                taken=inputs[0],
            )
        return given
