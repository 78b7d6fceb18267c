"""Placeholder: a layer that nnplay does not have, in the place where a model of another library has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Call
from nnplay.engine.checks import check_kind
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError
from nnplay.engine.layers.base import MANY, Layer, Shape, Site

MOST_SETTINGS = 40
MOST_LETTERS = 200


@dataclass(frozen=True)
class Placeholder(Layer):
    """Keeps what is known of a layer: nothing after it can be computed, so its output is NaN.

    Not one of ``LAYER_TYPES``: nobody adds one.

    Attributes
    ----------
    title
        What its library calls such a layer, such as ``LSTM``.
    shape
        Shape of one example's output.
    settings
        Names and values of its settings, as text.
    missing
        The setting that nnplay's layer of this kind lacks; empty if nnplay has no such layer at all.
    """

    title: str = "?"
    shape: Shape = (1,)
    settings: tuple[tuple[str, str], ...] = ()
    missing: str = ""

    n_inputs: ClassVar[tuple[int, int]] = (1, MANY)

    can_stack: ClassVar[bool] = False

    def __post_init__(self) -> None:
        check_kind("shape", self.shape, tuple)
        if not self.shape or any(type(n) is not int or n < 1 for n in self.shape):
            raise SettingError(
                QT_TRANSLATE_NOOP("errors", "The shape {shape} is not a list of whole numbers from 1."),
                shape=self.shape,
            )
        texts = (self.title, self.missing, *(text for pair in self.settings for text in pair))
        if len(self.settings) > MOST_SETTINGS or any(len(text) > MOST_LETTERS for text in texts):
            raise SettingError(QT_TRANSLATE_NOOP("errors", "A placeholder has too many settings, or too long ones."))

    @property
    def description(self) -> str:
        """Its kind, with the setting that nnplay lacks."""
        return f"{self.title} ({self.missing})" if self.missing else self.title

    def output_shape(self, *inputs: Shape) -> Shape:
        return self.shape

    def forward(self, site: Site) -> list[Call]:
        return [(np.copyto, (site.z, np.asarray(np.nan, site.z.dtype)))]
