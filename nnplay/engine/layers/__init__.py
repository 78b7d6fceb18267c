"""The layers, one a file; ``LAYER_TYPES`` is the only table of their names."""

from nnplay.engine.layers.activation import Activation
from nnplay.engine.layers.base import Layer, ParameterSpec, Shape
from nnplay.engine.layers.dense import Dense
from nnplay.engine.layers.dropout import Dropout
from nnplay.engine.layers.flatten import Flatten
from nnplay.engine.layers.input import Input

LAYER_TYPES: dict[str, type[Layer]] = {layer.__name__: layer for layer in (Input, Dense, Activation, Dropout, Flatten)}

__all__ = ["LAYER_TYPES", "Activation", "Dense", "Dropout", "Flatten", "Input", "Layer", "ParameterSpec", "Shape"]
