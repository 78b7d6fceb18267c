"""MaxPooling2D: the greatest number of each window, channel by channel.

Scherer, Müller and Behnke, ICANN 2010. The gradient goes where that number stood; of several equal ones the first takes
it all, as in PyTorch and TensorFlow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Call, maximum
from nnplay.engine.layers.base import Site
from nnplay.engine.layers.pooling import Pooling2D, as_picture, as_pooled


@dataclass(frozen=True)
class MaxPooling2D(Pooling2D):
    """(height, width, channels) becomes (windows down, windows across, channels); margins never win."""

    def forward(self, site: Site) -> list[Call]:
        picture, z = as_picture(site.inputs[0], site), as_pooled(site.z, site)
        padded, inside = self.windows.padded(picture, -np.inf)
        first, *others = self.places(padded, site)
        # Which place is greater than all before it; `backward` asks from the last place to the first.
        site.scratch["is_greater"] = masks = [np.empty(z.shape, np.bool_) for _ in others] if site.is_training else []
        calls: list[Call] = [] if inside is picture else [(np.copyto, (inside, picture))]
        best = first
        for index, place in enumerate(others):
            if masks:
                calls.append((np.greater, (place, best, masks[index])))
            calls.append(maximum(best, place, z))
            best = z
        return calls if others else [*calls, (np.copyto, (z, first))]

    def backward(self, site: Site) -> list[Call]:
        if site.input_gradients[0] is None:
            return []
        dz, dx = as_pooled(site.output_gradient, site), as_picture(site.input_gradients[0], site)
        padded, inside = self.windows.padded(dx, 0)
        first, *others = self.places(padded, site)
        won, rest = np.empty_like(dz), np.empty_like(dz)
        calls: list[Call] = [(padded.fill, (0,)), (np.copyto, (rest, dz))]
        for place, is_greater in zip(reversed(others), reversed(site.scratch["is_greater"]), strict=True):
            share = place if self.windows.is_disjoint else won
            calls += [(np.multiply, (rest, is_greater, share)), (np.subtract, (rest, share, rest))]
            if share is won:
                calls.append((np.add, (place, won, place)))
        calls.append((np.add, (first, rest, first)))
        return calls if inside is dx else [*calls, (np.copyto, (dx, inside))]
