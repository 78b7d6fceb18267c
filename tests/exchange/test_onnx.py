"""ONNX models, out: the package onnx computes nnplay's outputs and finds no fault; skipped where it is missing."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnplay.cli.source import open_source
from nnplay.data import load
from nnplay.engine import Network, Part, Trainer
from nnplay.exchange.export import ExportOptions
from nnplay.exchange.formats import FORMATS
from nnplay.exchange.onnx.write import to_onnx
from nnplay.project.presets import preset
from tests.exchange.samples import samples

SAMPLES = {
    name: project
    for name, project in samples()
    if not name.startswith(("optimizer", "schedule")) and project.network.output.layer.activation_name
}


def answered(content: bytes, x: np.ndarray) -> np.ndarray:
    """What the evaluator of the package onnx computes."""
    reference = pytest.importorskip("onnx.reference")
    (found,) = reference.ReferenceEvaluator(content).run(None, {"input": x})
    return np.asarray(found)


@pytest.mark.parametrize("name", SAMPLES)
def test_onnx_gives_the_same_outputs(name: str) -> None:
    project = SAMPLES[name]
    x = load(project.data, project.seeds.data, project.seeds.split).train.inputs()[:20]
    network = Network(project.network)
    network.parameters[...] = project.parameters
    np.testing.assert_allclose(answered(to_onnx(project), x), network.predict(x), atol=1e-5)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_checker_of_onnx_finds_no_fault(name: str) -> None:
    onnx = pytest.importorskip("onnx")
    onnx.checker.check_model(onnx.load_from_string(to_onnx(SAMPLES[name])), full_check=True)


def test_the_same_project_gives_the_same_bytes() -> None:
    assert to_onnx(preset("circle")) == to_onnx(preset("circle"))


def test_muted_parts_are_muted() -> None:
    muted = (Part("dense", 1), Part("dense_2", None, "kernel", (0, 1)), Part("dense_2", None, "bias", (0,)))
    project = replace(preset("circle"), muted=muted)
    x = load(project.data, 1, 1).train.inputs()[:20]
    network = Network(project.network)
    network.load(project.parameters, muted)
    found = answered(to_onnx(project), x)
    np.testing.assert_allclose(found, network.predict(x), atol=1e-6)
    assert np.abs(found - answered(to_onnx(replace(project, muted=())), x)).max() > 0.01


def test_a_raw_row_of_iris_says_setosa(csv_folder: Path) -> None:
    project = open_source("iris", str(csv_folder / "iris.csv"), "standardise")
    dataset = load(project.data, 1, 1)
    network = Network(project.network)
    network.load(project.parameters)
    trainer = Trainer(network, dataset.train, project.training, np.random.default_rng(1))
    for _ in range(30):
        trainer.advance(1000)
    trained = replace(project, parameters=network.parameters.copy())
    content = FORMATS["onnx"].write(trained, ExportOptions(), lambda: dataset)[""]()
    found = answered(content, np.array([[5.1, 3.5, 1.4, 0.2]], np.float32))
    assert dataset.classes[found.argmax()] == "Iris-setosa"
    assert found.max() > 0.9
