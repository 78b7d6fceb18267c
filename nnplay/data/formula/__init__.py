"""Formulas typed by the user, such as ``sin(3 x1) + x2²``: read by a small parser, computed by NumPy."""

from nnplay.data.formula.errors import FormulaError
from nnplay.data.formula.formula import Formula, compile_formula
from nnplay.data.formula.functions import CONSTANTS, FUNCTIONS

__all__ = ["CONSTANTS", "FUNCTIONS", "Formula", "FormulaError", "compile_formula"]
