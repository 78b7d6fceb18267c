"""What the pooling layers share: windows of a picture, channel by channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nnplay.engine.calls import Array
from nnplay.engine.checks import check_choice, whole_pair
from nnplay.engine.layers.base import Layer, Shape, Site
from nnplay.engine.layers.windows import MAX_WINDOW, PADDINGS, Windows


@dataclass(frozen=True)
class Pooling2D(Layer):
    """Base of pooling layers; without ``strides`` the windows lie side by side."""

    pool_size: int | tuple[int, int] = (2, 2)
    strides: int | tuple[int, int] | None = None
    padding: str = "valid"

    can_stack: ClassVar[bool] = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "pool_size", whole_pair("pool_size", self.pool_size, 1, MAX_WINDOW))
        if self.strides is not None:
            object.__setattr__(self, "strides", whole_pair("strides", self.strides, 1, MAX_WINDOW))
        check_choice("padding", self.padding, PADDINGS)

    @property
    def windows(self) -> Windows:
        """The windows that are pooled."""
        assert isinstance(self.pool_size, tuple)
        assert not isinstance(self.strides, int)
        return Windows(self.pool_size, self.strides or self.pool_size, self.padding)

    def output_shape(self, *inputs: Shape) -> Shape:
        return (*self.windows.counts(inputs[0]), inputs[0][-1])

    def places(self, padded: Array, site: Site) -> list[Array]:
        """What the windows have at each of their places: one view of the output's shape (with the batch) for each."""
        return [self.windows.at(place, padded, (site.shape[0], site.shape[1])) for place in self.windows.places]


def as_picture(array: Array, site: Site) -> Array:
    """An input (n_features, batch), or its gradient, as (height, width, channels, batch)."""
    return array.reshape(*site.input_shapes[0], site.batch_size)


def as_pooled(array: Array, site: Site) -> Array:
    """An output (n_features, batch), or its gradient, as (windows down, windows across, channels, batch)."""
    return array.reshape(*site.shape, site.batch_size)
