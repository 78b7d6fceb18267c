"""The report of a run: one file that needs nothing, with the run's own numbers, in the reader's words."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import numpy as np
import pytest

from nnplay.exchange.report import report_html
from nnplay.project import History, run_edits
from nnplay.project.presets import PRESETS, preset


class Words(HTMLParser):
    """Everything that a reader sees, and every address that a browser would ask for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.addresses: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("name", PRESETS)
def test_every_example_has_a_report(name: str) -> None:
    words = Words(report_html(preset(name)))
    assert words.addresses == []
    assert set(preset(name).network.shapes) <= set(words.words)
    assert "Nothing has been trained yet." in words.words


def test_results_and_curves_are_those_of_the_run() -> None:
    curves = [
        np.array([1.0, 2, 3]),
        np.array([0.9, 0.5, 0.125]),
        np.array([1.0, 0.75, np.nan]),
        *np.ones((2, 3)) * 0.75,
    ]
    project = preset("circle")
    text = report_html(run_edits.set_trained(project, project.parameters, History(*curves, step=30)))
    words = Words(text).words
    assert {"Training loss", "0.125", "75.0%", "Epochs", "3"} <= set(words)
    assert "Test loss" not in words[: words.index("Network")]  # it is not known at the end
    plots = [ElementTree.fromstring(plot) for plot in re.findall(r"<svg.*?</svg>", text, re.DOTALL)]
    lines = [line for plot in plots for line in plot.iter("{http://www.w3.org/2000/svg}polyline")]
    assert [len(line.get("points", "").split()) for line in lines] == [3, 2, 3, 3]


def test_words_come_from_the_reader_and_titles_do_no_harm() -> None:
    project = replace(preset("circle"), title="<script>alert(1)</script>")
    text = report_html(project, lambda context, word: word.upper() if context == "report" else word)
    assert "<script>" not in text
    assert "SETTINGS" in Words(text).words
