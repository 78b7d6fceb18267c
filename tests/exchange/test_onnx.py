"""ONNX models: onnxruntime gives nnplay's outputs; without the packages these tests are skipped."""

import sys
from pathlib import Path

import numpy as np
import pytest

from nnplay.data import load
from nnplay.engine import Network
from nnplay.exchange import ExchangeError
from nnplay.exchange.onnx.write import to_onnx
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
