"""Activation functions: value, derivative, formula and range of each; ``ACTIVATIONS`` is the only table of them."""

from nnplay.engine.activations.base import ActivationFunction
from nnplay.engine.activations.classic import ARCTAN, LINEAR, SIGMOID, SOFTSIGN, STEP, TANH
from nnplay.engine.activations.gated import GELU, MISH, SILU
from nnplay.engine.activations.prelu import PRELU
from nnplay.engine.activations.rectifiers import ELU, LEAKY_RELU, RELU, SELU, SOFTPLUS
from nnplay.engine.activations.softmax import SOFTMAX
from nnplay.engine.activations.waves import GAUSSIAN, SINE

ACTIVATIONS: dict[str, ActivationFunction] = {
    activation.name: activation
    for activation in (
        LINEAR,
        STEP,
        SIGMOID,
        TANH,
        ARCTAN,
        SOFTSIGN,
        RELU,
        LEAKY_RELU,
        PRELU,
        ELU,
        SELU,
        SOFTPLUS,
        SILU,
        GELU,
        MISH,
        SINE,
        GAUSSIAN,
        SOFTMAX,
    )
}

__all__ = ["ACTIVATIONS", "LINEAR", "ActivationFunction"]
