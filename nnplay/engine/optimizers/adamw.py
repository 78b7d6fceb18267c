"""AdamW: Adam with weight decay that its rates do not touch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Call
from nnplay.engine.checks import check_number
from nnplay.engine.optimizers.adam import Adam
from nnplay.engine.optimizers.base import UpdateSite


@dataclass(frozen=True)
class AdamW(Adam):
    """``w = w - learning_rate * weight_decay * w`` before each step of Adam.

    Every parameter decays, as in Keras and PyTorch.
    Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", ICLR 2019.
    """

    weight_decay: float = 0.004

    def __post_init__(self) -> None:
        super().__post_init__()
        check_number("weight decay", self.weight_decay, is_zero_allowed=True)

    def calls(self, site: UpdateSite) -> list[Call]:
        w = site.parameters
        share, decay = np.empty_like(site.rate), np.empty_like(w)
        weight_decay = site.each(self, lambda one: one.weight_decay)
        return [
            (np.multiply, (site.rate, weight_decay, share)),
            (np.multiply, (w, share, decay)),
            (np.subtract, (w, decay, w)),
            *super().calls(site),
        ]
