"""The layers, one per file; ``LAYER_TYPES`` is the only table of their names.

``Skipped`` and ``Placeholder`` are not in it, since nobody adds one: a layer becomes the first, and a model of another
library brings the second.
"""

from nnplay.engine.layers.activation import Activation
from nnplay.engine.layers.add import Add
from nnplay.engine.layers.average_pooling_2d import AveragePooling2D
from nnplay.engine.layers.base import Layer, ParameterSpec, Shape
from nnplay.engine.layers.batch_normalization import BatchNormalization
from nnplay.engine.layers.concatenate import Concatenate
from nnplay.engine.layers.conv2d import Conv2D
from nnplay.engine.layers.dense import Dense
from nnplay.engine.layers.dropout import Dropout
from nnplay.engine.layers.flatten import Flatten
from nnplay.engine.layers.gaussian_noise import GaussianNoise
from nnplay.engine.layers.global_average_pooling_2d import GlobalAveragePooling2D
from nnplay.engine.layers.input import Input
from nnplay.engine.layers.layer_normalization import LayerNormalization
from nnplay.engine.layers.max_pooling_2d import MaxPooling2D
from nnplay.engine.layers.placeholder import Placeholder
from nnplay.engine.layers.reshape import Reshape
from nnplay.engine.layers.skipped import Skipped

LAYER_TYPES: dict[str, type[Layer]] = {
    layer.__name__: layer
    for layer in (
        Input,
        Dense,
        Activation,
        Dropout,
        BatchNormalization,
        LayerNormalization,
        Conv2D,
        MaxPooling2D,
        AveragePooling2D,
        GlobalAveragePooling2D,
        Flatten,
        Reshape,
        Add,
        Concatenate,
        GaussianNoise,
    )
}

__all__ = [
    "LAYER_TYPES",
    "Activation",
    "Add",
    "AveragePooling2D",
    "BatchNormalization",
    "Concatenate",
    "Conv2D",
    "Dense",
    "Dropout",
    "Flatten",
    "GaussianNoise",
    "GlobalAveragePooling2D",
    "Input",
    "Layer",
    "LayerNormalization",
    "MaxPooling2D",
    "ParameterSpec",
    "Placeholder",
    "Reshape",
    "Shape",
    "Skipped",
]
