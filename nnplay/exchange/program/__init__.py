"""The project as a complete program for another library: load, define, compile, fit, evaluate."""

from nnplay.exchange.program.keras_program import keras_program, keras_weights
from nnplay.exchange.program.numpy_program import numpy_program, numpy_weights
from nnplay.exchange.program.perturbation_program import perturbation_program
from nnplay.exchange.program.pytorch_program import pytorch_program, pytorch_weights
from nnplay.exchange.program.text import Line, Program
from nnplay.exchange.program.writing import Writing

__all__ = [
    "Line",
    "Program",
    "Writing",
    "keras_program",
    "keras_weights",
    "numpy_program",
    "numpy_weights",
    "perturbation_program",
    "pytorch_program",
    "pytorch_weights",
]
