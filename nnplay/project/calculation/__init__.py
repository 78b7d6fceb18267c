"""Calculations by hand: one example or a batch, with every number and its formula."""

from nnplay.project.calculation.calculation import Calculation
from nnplay.project.calculation.expressions import Equation, Expression, Matrix, Quantity, Symbol
from nnplay.project.calculation.latex import calculation_latex
from nnplay.project.calculation.marks import Mark, marks
from nnplay.project.calculation.narration import Narrator
from nnplay.project.calculation.numbers import NumberFormat
from nnplay.project.calculation.passes import Passes, passes_of, passes_of_own
from nnplay.project.calculation.phases import Kind, Phase, Stepping, phases, phases_forward
from nnplay.project.calculation.sentences import Sentence
from nnplay.project.calculation.spreadsheet import calculation_csv
from nnplay.project.calculation.text import calculation_text, equation_text

__all__ = [
    "Calculation",
    "Equation",
    "Expression",
    "Kind",
    "Mark",
    "Matrix",
    "Narrator",
    "NumberFormat",
    "Passes",
    "Phase",
    "Quantity",
    "Sentence",
    "Stepping",
    "Symbol",
    "calculation_csv",
    "calculation_latex",
    "calculation_text",
    "equation_text",
    "marks",
    "passes_of",
    "passes_of_own",
    "phases",
    "phases_forward",
]
