"""AveragePooling2D: the mean of each window, channel by channel; margins do not count, as in Keras.

LeCun et al., "Gradient-Based Learning Applied to Document Recognition", Proc. IEEE 86 (1998), section II-B, where a
weight and a bias follow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.layers.base import Site
from nnplay.engine.layers.pooling import Pooling2D, as_picture, as_pooled


@dataclass(frozen=True)
class AveragePooling2D(Pooling2D):
    """(height, width, channels) becomes (windows down, windows across, channels)."""

    def forward(self, site: Site) -> list[Call]:
        picture, z = as_picture(site.inputs[0], site), as_pooled(site.z, site)
        padded, inside = self.windows.padded(picture, 0)
        first, *others = self.places(padded, site)
        calls: list[Call] = [] if inside is picture else [(np.copyto, (inside, picture))]
        calls.append((np.copyto, (z, first)))
        calls += [(np.add, (z, place, z)) for place in others]
        return [*calls, (np.multiply, (z, self._shares(site), z))]

    def backward(self, site: Site) -> list[Call]:
        if site.input_gradients[0] is None:
            return []
        dz, dx = as_pooled(site.output_gradient, site), as_picture(site.input_gradients[0], site)
        padded, inside = self.windows.padded(dx, 0)
        share = np.empty_like(dz)
        calls: list[Call] = [(padded.fill, (0,)), (np.multiply, (dz, self._shares(site), share))]
        calls += [(np.add, (place, share, place)) for place in self.places(padded, site)]
        return calls if inside is dx else [*calls, (np.copyto, (dx, inside))]

    def _shares(self, site: Site) -> Array:
        """One over the numbers that each window has inside the picture: (windows down, windows across, 1, 1)."""
        ones = np.ones((*site.input_shapes[0][:2], 1, 1), site.z.dtype)
        padded, inside = self.windows.padded(ones, 0)
        inside[...] = 1
        shares: Array = 1 / np.sum(self.places(padded, site), axis=0)
        return shares
