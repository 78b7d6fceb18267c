"""The picture of a model and its summary: what plot_model and model.summary() show, checked against Keras's words."""

import csv
import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from nnplay.engine import Part
from nnplay.exchange.model_plot import model_plot_svg, summary_csv
from nnplay.project import Project
from nnplay.project.presets import PRESETS, preset
from tests.exchange.samples import graph

SVG = "{http://www.w3.org/2000/svg}"


def texts(project: Project) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(model_plot_svg(project)).iter(f"{SVG}text")]


def test_each_layer_is_a_box_as_keras_draws_it() -> None:
    """Keras 3, plot_model(show_shapes=True, show_layer_names=True) of the same network, and its parameter counts."""
    assert texts(preset("mnist-mlp")) == [
        *("input (InputLayer)", "input:", "(None, 28, 28, 1)", "output:", "(None, 28, 28, 1)", "parameters:", "0"),
        *("flatten (Flatten)", "input:", "(None, 28, 28, 1)", "output:", "(None, 784)", "parameters:", "0"),
        *("dense (Dense, relu)", "input:", "(None, 784)", "output:", "(None, 128)", "parameters:", "100,480"),
        *("dropout (Dropout)", "input:", "(None, 128)", "output:", "(None, 128)", "parameters:", "0"),
        *("dense_2 (Dense, softmax)", "input:", "(None, 128)", "output:", "(None, 10)", "parameters:", "1,290"),
    ]


@pytest.mark.parametrize("background", ["white", "dark", "transparent"])
def test_boxes_stand_below_what_they_read_and_beside_each_other(background: str) -> None:
    root = ElementTree.fromstring(model_plot_svg(graph(), background))
    boxes = [each for each in root.iter(f"{SVG}rect") if each.get("rx")]
    places = [tuple(float(each.get(name, "")) for name in ("x", "y", "width", "height")) for each in boxes]
    assert len(places) == len(graph().network.nodes)
    for i, (x, y, width, height) in enumerate(places):
        for left, top, across, down in places[:i]:
            assert x >= left + across or left >= x + width or y >= top + down or top >= y + height
    view = [float(number) for number in root.get("viewBox", "").split()]
    assert all(view[0] <= x and x + width <= view[0] + view[2] for x, _, width, _ in places)
    assert all(y + height <= view[3] for _, y, _, height in places)
    arrows = [each for each in root.iter(f"{SVG}path") if re.match(r"M[^C]*l", each.get("d", ""))]
    assert len(arrows) == sum(len(node.inputs) for node in graph().network.nodes)


@pytest.mark.parametrize("name", PRESETS)
def test_the_summary_counts_every_weight(name: str) -> None:
    project = preset(name)
    frozen = replace(project, training=replace(project.training, frozen=(Part(project.network.output.name),)))
    rows = list(csv.reader(io.StringIO(summary_csv(frozen))))
    assert rows[0] == ["Layer", "Type", "Output Shape", "Param #", "Connected to"]
    counts = {row[0]: int(row[3]) for row in rows[1:]}
    total = counts.pop("Total params")
    trainable, fixed = counts.pop("Trainable params"), counts.pop("Non-trainable params")
    assert total == sum(counts.values()) == project.network.n_parameters == trainable + fixed
    assert fixed == counts[project.network.output.name]


def test_the_summary_is_as_in_keras() -> None:
    rows = list(csv.reader(io.StringIO(summary_csv(preset("mnist-mlp")))))
    assert rows[3] == ["dense", "Dense", "(None, 128)", "100480", "flatten"]
    assert rows[-3:] == [
        ["Total params", "", "", "101770", ""],
        ["Trainable params", "", "", "101770", ""],
        ["Non-trainable params", "", "", "0", ""],
    ]
