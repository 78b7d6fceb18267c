"""Worksheets: the questions hide what the answers show, and the pages are well-formed SVG."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from nnplay.project import ProjectError
from nnplay.project.calculation import NumberFormat
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
    given = "     ".join(questions[questions.index("1. What is given") :]).split("     ")
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
