"""ONNX models: onnxruntime gives nnplay's outputs; without the packages these tests are skipped."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnplay.cli.source import open_source
from nnplay.data import load
from nnplay.engine import Network, Part, Trainer
from nnplay.exchange import ExchangeError
from nnplay.exchange.export import ExportOptions
from nnplay.exchange.formats import FORMATS
from nnplay.exchange.onnx.write import to_onnx
from nnplay.project import Project
from nnplay.project.presets import preset
from tests.exchange.samples import samples

SAMPLES = {
    name: project
    for name, project in samples()
    if not name.startswith(("optimizer", "schedule")) and project.network.output.layer.activation_name
}


@pytest.mark.parametrize("name", SAMPLES)
def test_onnxruntime_gives_the_same_outputs(name: str) -> None:
    pytest.importorskip("onnx")
    runtime = pytest.importorskip("onnxruntime")
    project = SAMPLES[name]
    session = runtime.InferenceSession(to_onnx(project))
    x = load(project.data, project.seeds.data, project.seeds.split).train.inputs()
    network = Network(project.network)
    network.parameters[...] = project.parameters
    (found,) = session.run(None, {session.get_inputs()[0].name: x})
    np.testing.assert_allclose(found, network.predict(x), atol=1e-5)


def test_without_the_package_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(ExchangeError, match="pip install onnx"):
        to_onnx(preset("circle"))


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    assert to_onnx(preset("circle")) == to_onnx(preset("circle"))


def test_muted_parts_are_muted() -> None:
    pytest.importorskip("onnx")
    runtime = pytest.importorskip("onnxruntime")
    muted = (Part("dense", 1), Part("dense_2", None, "kernel", (0, 1)), Part("dense_2", None, "bias", (0,)))
    project = replace(preset("circle"), muted=muted)
    session = runtime.InferenceSession(to_onnx(project))
    x = load(project.data, 1, 1).train.inputs()
    network = Network(project.network)
    network.load(project.parameters, muted)
    (found,) = session.run(None, {"input": x})
    np.testing.assert_allclose(found, network.predict(x), atol=1e-6)
    assert np.abs(found - session_outputs(runtime, replace(project, muted=()), x)).max() > 0.01


def test_a_raw_row_of_iris_says_setosa(csv_folder: Path) -> None:
    pytest.importorskip("onnx")
    runtime = pytest.importorskip("onnxruntime")
    project = open_source("iris", str(csv_folder / "iris.csv"), "standardise")
    dataset = load(project.data, 1, 1)
    network = Network(project.network)
    network.load(project.parameters)
    trainer = Trainer(network, dataset.train, project.training, np.random.default_rng(1))
    for _ in range(30):
        trainer.advance(1000)
    trained = replace(project, parameters=network.parameters.copy())
    session = runtime.InferenceSession(FORMATS["onnx"].write(trained, ExportOptions(), lambda: dataset)[""]())
    (found,) = session.run(None, {"input": np.array([[5.1, 3.5, 1.4, 0.2]], np.float32)})
    assert dataset.classes[found.argmax()] == "Iris-setosa"
    assert found.max() > 0.9


def session_outputs(runtime: Any, project: Project, x: np.ndarray) -> np.ndarray:
    (found,) = runtime.InferenceSession(to_onnx(project)).run(None, {"input": x})
    return np.asarray(found)
