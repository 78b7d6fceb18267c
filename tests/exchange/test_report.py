"""The report of a run: one file that needs nothing, with the run's own numbers, in the reader's words."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from nnplay.data import Dataset, load
from nnplay.engine import DataError, Network, Regularization
from nnplay.exchange.export import ExportOptions, export
from nnplay.exchange.formats import FORMATS
from nnplay.exchange.report import report_html
from nnplay.project import History, StopRules, run_edits
from nnplay.project.presets import PRESETS, preset
from nnplay.runs import train


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


def test_with_the_data_it_has_what_the_network_does_with_them() -> None:
    """Accuracy, both losses and the confusion matrix, as the network itself gives them."""
    project = preset("xor")
    dataset = load(project.data, project.seeds.data, project.seeds.split)
    trained = train(project, dataset, StopRules(n_epochs=20)).project
    network = Network(trained.network)
    network.load(trained.parameters)
    test = network.evaluate(dataset.test, trained.training.loss)
    words = Words(report_html(trained, dataset=dataset)).words
    results = words[: words.index("Network")]
    assert test.accuracy is not None
    assert {f"{test.accuracy:.1%}", f"{test.loss:.4g}", "Test accuracy", "Confusion matrix"} <= set(results)
    cells = results[results.index("Confusion matrix") + 2 :]
    counts = [int(cell) for cell in cells if cell.isdecimal()]
    assert sum(counts) == len(dataset.test)
    assert (counts[0] + counts[3]) / sum(counts) == pytest.approx(test.accuracy)
    assert "250" in words[words.index("Training examples") + 1]


def test_settings_are_words() -> None:
    project = preset("circle")
    training = replace(project.training, regularization=Regularization(l2=0.003))
    text = " ".join(Words(report_html(replace(project, training=training))).words)
    settings = text[text.index("Settings") :]
    assert "is_balanced" not in settings
    assert "ToyChoice" not in settings
    assert "learning rate 0.03" in settings
    assert "half squared error" in settings
    assert "L2 0.003" in settings
    assert "momentum" not in settings.partition("program")[0]  # it is 0


def test_an_export_measures_the_data(tmp_path: Path) -> None:
    target = tmp_path / "run.html"
    project = preset("circle")
    dataset = load(project.data, project.seeds.data, project.seeds.split)
    export(FORMATS["report"], project, target, ExportOptions(), load_data=lambda: dataset)
    assert "Confusion matrix" in target.read_text("utf-8")


def test_data_that_are_gone_do_not_keep_it_from_anybody(tmp_path: Path) -> None:
    def load_data() -> Dataset:
        raise DataError("gone")

    target = tmp_path / "run.html"
    export(FORMATS["report"], preset("circle"), target, ExportOptions(), load_data=load_data)
    assert "Network" in target.read_text("utf-8")
