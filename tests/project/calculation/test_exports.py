"""Exports: a spreadsheet whose formulas give the engine's numbers, and LaTeX that is well formed."""

from __future__ import annotations

import csv
import io
import re
from math import exp

import pytest

from nnplay.project.calculation import NumberFormat, calculation_csv, calculation_latex
from tests.project.calculation.samples import of_preset


class Sheet:
    """The few words of a spreadsheet that a sigmoid network needs, worked out from the cells alone."""

    def __init__(self, text: str) -> None:
        self.rows = list(csv.reader(io.StringIO(text)))
        self.place = {name: number for number, (name, _) in enumerate(self.rows, start=1)}

    def value(self, name: str) -> float:
        return self._cell(self.place[name])

    def _cell(self, number: int) -> float:
        text = self.rows[number - 1][1]
        return self._formula(text[1:]) if text.startswith("=") else float(text)

    def _formula(self, text: str) -> float:
        self._rest = re.findall(r"B\d+|EXP|[\d.]+(?:e[+-]?\d+)?|[-+*/^()]", text)
        tokens, self._rest = self._rest, []
        value, end = self._sum(tokens, 0)
        assert end == len(tokens), text
        return value

    def _sum(self, tokens: list[str], at: int) -> tuple[float, int]:
        total, sign = 0.0, 1
        if tokens[at] == "-":
            sign, at = -1, at + 1
        term, at = self._product(tokens, at)
        total += sign * term
        while at < len(tokens) and tokens[at] in "+-":
            sign = 1 if tokens[at] == "+" else -1
            term, at = self._product(tokens, at + 1)
            total += sign * term
        return total, at

    def _product(self, tokens: list[str], at: int) -> tuple[float, int]:
        value, at = self._power(tokens, at)
        while at < len(tokens) and tokens[at] in "*/":
            factor, end = self._power(tokens, at + 1)
            value, at = (value * factor if tokens[at] == "*" else value / factor), end
        return value, at

    def _power(self, tokens: list[str], at: int) -> tuple[float, int]:
        value, at = self._atom(tokens, at)
        if at < len(tokens) and tokens[at] == "^":
            exponent, at = self._atom(tokens, at + 1)
            value **= exponent
        return value, at

    def _atom(self, tokens: list[str], at: int) -> tuple[float, int]:
        token = tokens[at]
        if token == "EXP":
            value, at = self._atom(tokens, at + 1)
            return exp(value), at
        if token == "(":
            value, at = self._sum(tokens, at + 1)
            assert tokens[at] == ")"
            return value, at + 1
        return (self._cell(int(token[1:])) if token.startswith("B") else float(token)), at + 1


def test_a_spreadsheet_works_everything_out_from_what_is_given() -> None:
    found = of_preset("two-three-one")
    sheet = Sheet(calculation_csv(found.everything(is_whole=True)))
    given = {name for name, cell in sheet.rows[1:] if not cell.startswith("=")}
    assert given == {"x₁", "x₂", "y", "η"} | {name for name in sheet.place if name.startswith("w⁽")}
    assert sheet.value("ŷ") == pytest.approx(1.2332, abs=5e-5)
    assert sheet.value("L") == pytest.approx(1.5208, abs=5e-5)
    trained = found.passes.trace.nodes["dense"].parameters["kernel"]
    assert sheet.value("w′⁽¹⁾₂₃") == pytest.approx(trained.new_value[1, 2], rel=1e-12)
    # It is a spreadsheet: another input gives another output.
    sheet.rows[sheet.place["x₁"] - 1][1] = "2"
    assert sheet.value("z₁") == pytest.approx(1.8)


def test_formulas_refer_to_earlier_cells_only() -> None:
    sheet = Sheet(calculation_csv(of_preset("circle").everything(is_whole=True)))
    for number, (_, cell) in enumerate(sheet.rows, start=1):
        assert all(int(place) < number for place in re.findall(r"B(\d+)", cell))


def test_latex() -> None:
    found = of_preset("two-three-one")
    text = calculation_latex(found.everything(), NumberFormat(digits=4))
    assert r"\frac{\partial L}{\partial w_{11}^{(1)}} &= \frac{\partial L}{\partial \hat{y}}" in text
    assert r"z_{1} &= w_{11}^{(1)} \, x_{1} + w_{21}^{(1)} \, x_{2} = 0.8 \times 1 + 0.2 \times 1 = 1" in text
    assert text.count("{") == text.count("}")
    assert text.count(r"\left") == text.count(r"\right")
    fractions = calculation_latex(found.of_unit("dense", 0), NumberFormat("fractions", 6, ","))
    assert r"\tfrac{4}{5} \times 1 + \tfrac{1}{5} \times 1 = 1" in fractions
