"""Worksheets: the questions hide what the answers show, and the pages are well-formed SVG."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import numpy as np
import pytest

from nnplay.engine import (
    SGD,
    Conv2D,
    Dense,
    Flatten,
    Input,
    MaxPooling2D,
    NetworkSpec,
    TrainingSettings,
    trace_batch,
)
from nnplay.project import ProjectError
from nnplay.project.calculation import Calculation, NumberFormat, Passes
from nnplay.project.calculation.worksheet import PAGE_HEIGHT, worksheet_pages, worksheet_svg
from tests.project.calculation.samples import of_preset

FOUR = NumberFormat(digits=4)


def words(pages: list[str]) -> list[str]:
    texts = [element.text or "" for page in pages for element in ElementTree.fromstring(page).iter() if element.text]
    return [text for text in texts if not text.startswith("text{")]


def test_blanks_and_answers() -> None:
    calculation = of_preset("two-three-one")
    questions = words(worksheet_pages(calculation, FOUR, "2-3-1", has_answers=False))
    answers = words(worksheet_pages(calculation, FOUR, "2-3-1", has_answers=True))
    assert "h₁ = σ(z₁) = " + "_" * 22 in questions
    assert "h₁ = σ(z₁) = σ(1) = 0.7311" in answers
    assert not any("0.7311" in line or "1.521" in line for line in questions)
    given = "     ".join(questions[questions.index("1. Given") :]).split("     ")
    assert {"x₁ = 1", "y = 0", "w⁽¹⁾₁₁ = 0.8", "η = 0.1"} <= set(given)
    assert answers[0] == "2-3-1: the answers"


def test_long_sheets_have_several_pages() -> None:
    pages = worksheet_pages(of_preset("two-three-one"), FOUR, "2-3-1", has_answers=True)
    assert len(pages) > 1
    whole = ElementTree.fromstring(worksheet_svg(pages))
    assert whole.get("height") == f"{PAGE_HEIGHT * len(pages)}pt"
    assert words([worksheet_svg(pages)]) == words(pages)
    for page in pages:
        places = [float(element.get("y", 0)) for element in ElementTree.fromstring(page).iter() if element.get("y")]
        assert max(places) < PAGE_HEIGHT - 20


def test_a_large_network_is_no_worksheet() -> None:
    with pytest.raises(ProjectError, match="too long"):
        worksheet_pages(of_preset("spiral"), FOUR, "", has_answers=False)


def test_a_convolution_by_hand_has_all_it_needs() -> None:
    spec = NetworkSpec.chain(Input((4, 4, 1)), Conv2D(1, 2, activation="relu"), MaxPooling2D(3), Flatten(), Dense(1))
    rng = np.random.default_rng(0)
    w, x = rng.normal(size=spec.n_parameters), rng.uniform(size=(1, 4, 4, 1))
    settings, y = TrainingSettings("huber", SGD(0.1)), np.ones((1, 1))
    calculation = Calculation(Passes(spec, settings, w, (0,), trace_batch(spec, w, x, y, settings)))
    questions = words(worksheet_pages(calculation, FOUR, "", has_answers=False))
    first = next(number for number, line in enumerate(questions) if line.startswith("2. "))
    known = {entry.split(" = ")[0] for entry in "     ".join(questions[1:first]).split("     ")}
    named = r"(?:x|h⁽¹⁾|∂L/∂z)[₀-₉]+,[₀-₉]+"
    for line in questions[first:]:
        left, _, right = line.partition(" = ")
        assert set(re.findall(named, right)) <= known, line
        known.add(left.strip())
    assert len([name for name in known if name.startswith("x")]) >= 4
    assert sum(line.startswith("h⁽²⁾") for line in questions) == 1  # which one has won is for the answers
    answers = words(worksheet_pages(calculation, FOUR, "", has_answers=True))
    assert any(line.startswith("h⁽²⁾ = h⁽¹⁾") for line in answers)
