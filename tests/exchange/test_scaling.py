"""Models that scale their own input, with data that are scaled already: each number is scaled once."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnplay.cli.source import open_source
from nnplay.data import Dataset, DigitsChoice, TableChoice, load
from nnplay.data.table import Scaling as ColumnScaling
from nnplay.engine import BatchNormalization, Dense, Flatten, Input, Network, NetworkSpec, Node
from nnplay.exchange.model import Model, with_model
from nnplay.exchange.onnx.graph import parse_graph
from nnplay.exchange.onnx.read import read_model
from nnplay.exchange.onnx.write import to_onnx
from nnplay.exchange.opening import open_model, read_for
from nnplay.exchange.scaling import Scaling, scaled_once, scaling_layer
from nnplay.project import Project, Seeds


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Years and lengths with a class: columns of very different ranges."""
    rng = np.random.default_rng(1)
    rows = ["year,length,kind"]
    rows += [f"{rng.integers(1990, 2010)},{rng.normal(0.3, 0.05):.3f},{'ab'[row % 2]}" for row in range(40)]
    (tmp_path / "table.csv").write_text("\n".join(rows))
    return tmp_path / "table.csv"


@pytest.fixture
def project(table: Path) -> Project:
    return open_source("iris", str(table), "standardise")


def predicted(project: Project, x: np.ndarray) -> np.ndarray:
    network = Network(project.network)
    network.load(project.parameters)
    return network.predict(x)


def inputs(project: Project) -> tuple[np.ndarray, Dataset]:
    dataset = load(project.data, 1, 1)
    return dataset.train.inputs(), dataset


def test_our_own_model_comes_back_without_its_scaling(project: Project, tmp_path: Path) -> None:
    x, dataset = inputs(project)
    path = tmp_path / "a.onnx"
    path.write_bytes(to_onnx(project, dataset))
    model = read_for(path, project)
    assert [node.layer.kind for node in model.network.nodes] == [node.layer.kind for node in project.network.nodes]
    assert "was left out" in str(model.notes[-1])
    np.testing.assert_allclose(predicted(with_model(project, model), x), predicted(project, x), atol=1e-5)


def test_beside_unscaled_data_it_keeps_its_scaling(project: Project, tmp_path: Path) -> None:
    x, dataset = inputs(project)
    path = tmp_path / "a.onnx"
    path.write_bytes(to_onnx(project, dataset))
    assert isinstance(project.data, TableChoice)
    raw = replace(project, data=project.data.scaled(ColumnScaling.NONE))
    model = read_for(path, raw)
    assert model.network.nodes[1].layer.kind == "BatchNormalization"
    np.testing.assert_allclose(predicted(with_model(raw, model), inputs(raw)[0]), predicted(project, x), atol=1e-4)


def test_beside_data_that_are_scaled_otherwise_it_does_the_rest(project: Project, tmp_path: Path) -> None:
    x, dataset = inputs(project)
    path = tmp_path / "a.onnx"
    path.write_bytes(to_onnx(project, dataset))
    assert isinstance(project.data, TableChoice)
    other = replace(project, data=project.data.scaled(ColumnScaling.MIN_MAX))
    model = read_for(path, other)
    assert "do only the rest" in str(model.notes[-1])
    np.testing.assert_allclose(predicted(with_model(other, model), inputs(other)[0]), predicted(project, x), atol=1e-4)


def test_the_file_says_by_itself_that_it_scales(project: Project) -> None:
    _, dataset = inputs(project)
    model = read_model(parse_graph(to_onnx(project, dataset)))
    assert model.scaling == "batch_normalization"
    assert model.network.node(model.scaling).layer == BatchNormalization(1e-12, center=False, scale=False)


@pytest.mark.parametrize("command", ["project", "data"])
def test_the_command_line_scales_once_too(command: str, project: Project, table: Path, tmp_path: Path) -> None:
    x, dataset = inputs(project)
    path = tmp_path / "a.onnx"
    path.write_bytes(to_onnx(project, dataset))
    if command == "data":
        read = open_source(str(path), str(table), "standardise")
    else:
        read, _ = open_model(path, project.data)
    np.testing.assert_allclose(predicted(read, x), predicted(project, x), atol=1e-5)


def test_pixels_that_are_shares_already_are_not_divided_again() -> None:
    network = NetworkSpec(
        (
            Node("input", Input((28, 28, 1))),
            Node("rescaling", scaling_layer(Scaling(np.zeros(1), np.full(1, 255.0)), 1)[0], ("input",)),
            Node("flatten", Flatten(), ("rescaling",)),
            Node("dense", Dense(10), ("flatten",)),
        )
    )
    parameters = np.zeros(network.n_parameters, np.float32)
    (variance,) = (slot for slot in network.slots if slot.name == "moving_variance")
    parameters[variance.span] = 255**2
    model = Model(network, parameters, scaling="rescaling")
    assert list(scaled_once(model, DigitsChoice(), Seeds()).network.shapes) == ["input", "flatten", "dense"]


@pytest.mark.parametrize("scale", [np.array([2.0, 0.5]), np.array([2.0, -0.5])])
def test_a_scaling_is_a_layer(scale: np.ndarray) -> None:
    layer, arrays = scaling_layer(Scaling(np.array([1.0, 3.0]), scale), 2)
    network = Network(NetworkSpec((Node("input", Input((2,))), Node("scaling", layer, ("input",)))))
    for name, values in arrays.items():
        network.view("scaling", name)[...] = values
    x = np.array([[1.5, 2.0], [0.0, 4.0]], np.float32)
    np.testing.assert_allclose(network.predict(x), (x - [1, 3]) / scale, atol=1e-6)
