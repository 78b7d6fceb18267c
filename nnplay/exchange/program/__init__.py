"""The project as a complete program for another library: load, define, compile, fit, evaluate."""

from nnplay.exchange.program.keras_program import keras_program
from nnplay.exchange.program.numpy_program import numpy_program
from nnplay.exchange.program.pytorch_program import pytorch_program
from nnplay.exchange.program.text import Line, Program

__all__ = ["Line", "Program", "keras_program", "numpy_program", "pytorch_program"]
