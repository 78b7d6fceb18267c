"""ONNX models, in: what goes out comes back, models of PyTorch come in, and what is not here is named; needs onnx."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnplay.data import load
from nnplay.engine import Network
from nnplay.exchange.onnx.read import with_onnx
from nnplay.exchange.onnx.write import to_onnx
from nnplay.project import Project, edits
from nnplay.project.errors import EditError
from nnplay.project.presets import preset
from tests.exchange.test_onnx import SAMPLES


def outputs(project: Project) -> np.ndarray:
    x = load(project.data, project.seeds.data, project.seeds.split).train.inputs()
    network = Network(project.network)
    network.load(project.parameters)
    return network.predict(x)


@pytest.mark.parametrize("name", SAMPLES)
def test_what_goes_out_comes_back(name: str, tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    project = SAMPLES[name]
    (tmp_path / "a.onnx").write_bytes(to_onnx(project))
    read = with_onnx(edits.reset(project), tmp_path / "a.onnx")
    np.testing.assert_allclose(outputs(read), outputs(project), atol=1e-5)


def pytorch_model(path: Path, layers: list, shape: tuple[int, ...]):
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    torch.manual_seed(1)
    model = torch.nn.Sequential(*layers).train(mode=False)
    torch.onnx.export(model, (torch.zeros(1, *shape),), str(path), dynamo=False, opset_version=17)
    return model, torch


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_convolutional_model_of_pytorch_gives_its_outputs(tmp_path: Path) -> None:
    nn = pytest.importorskip("torch").nn
    layers = [
        *(nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.BatchNorm2d(4), nn.MaxPool2d(2), nn.Conv2d(4, 3, 5), nn.Tanh()),
        *(nn.Flatten(), nn.Linear(300, 20), nn.GELU(), nn.Dropout(0.5), nn.Linear(20, 10), nn.Softmax(-1)),
    ]
    model, torch = pytorch_model(tmp_path / "a.onnx", layers, (1, 28, 28))
    project = SAMPLES["pictures"]
    read = with_onnx(project, tmp_path / "a.onnx")
    x = load(project.data, project.seeds.data, project.seeds.split).train.inputs()
    with torch.no_grad():
        wanted = model(torch.from_numpy(x.transpose(0, 3, 1, 2).copy())).numpy()
    np.testing.assert_allclose(outputs(read), wanted, atol=1e-5)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_global_pooling_of_pytorch_leads_to_rows(tmp_path: Path) -> None:
    nn = pytest.importorskip("torch").nn
    layers = [nn.Conv2d(1, 6, 5, stride=2), nn.SiLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(6, 10)]
    model, torch = pytorch_model(tmp_path / "a.onnx", [*layers, nn.Softmax(-1)], (1, 28, 28))
    read = with_onnx(SAMPLES["pictures"], tmp_path / "a.onnx")
    x = load(read.data, read.seeds.data, read.seeds.split).train.inputs()
    with torch.no_grad():
        wanted = model(torch.from_numpy(x.transpose(0, 3, 1, 2).copy())).numpy()
    np.testing.assert_allclose(outputs(read), wanted, atol=1e-5)


def test_what_is_not_here_is_named(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx")
    model = onnx.load_model_from_string(to_onnx(preset("circle")))
    model.graph.node[0].op_type = "Einsum"
    (tmp_path / "a.onnx").write_bytes(model.SerializeToString())
    with pytest.raises(EditError, match="not here: Einsum"):
        with_onnx(preset("circle"), tmp_path / "a.onnx")


def test_a_model_for_other_data_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    (tmp_path / "a.onnx").write_bytes(to_onnx(preset("mnist-mlp")))
    with pytest.raises(EditError):
        with_onnx(preset("circle"), tmp_path / "a.onnx")


def test_no_other_file_is_read(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx")
    (tmp_path / "secret").write_bytes(bytes(1000))
    model = onnx.load_model_from_string(to_onnx(preset("circle")))
    tensor = model.graph.initializer[0]
    tensor.data_location = onnx.TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="secret")
    (tmp_path / "a.onnx").write_bytes(model.SerializeToString())
    with pytest.raises(EditError, match="in another file"):
        with_onnx(preset("circle"), tmp_path / "a.onnx")


def test_mutated_models_are_refused_or_read_but_nothing_else(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    content = to_onnx(preset("circle"))
    rng = np.random.default_rng(0)
    for _ in range(300):
        mutant = bytearray(content)
        for place in rng.integers(0, len(mutant), 3):
            mutant[place] = rng.integers(256)
        (tmp_path / "a.onnx").write_bytes(mutant[: rng.integers(1, len(mutant) + 1)] if rng.random() < 0.3 else mutant)
        try:
            read = with_onnx(preset("circle"), tmp_path / "a.onnx")
        except EditError:
            continue
        assert np.isfinite(read.parameters).all()


def test_the_rest_of_the_project_stays(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    project = replace(preset("circle"), title="Mine")
    (tmp_path / "a.onnx").write_bytes(to_onnx(project))
    read = with_onnx(project, tmp_path / "a.onnx")
    assert (read.title, read.data, read.seeds) == (project.title, project.data, project.seeds)
