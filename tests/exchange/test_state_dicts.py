"""Weights of PyTorch and Keras for the network that is open; see ``torch_fixtures`` and ``keras_fixtures``."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from pickle import dumps

import numpy as np
import pytest

from nnplay.data import ArraysChoice, Task
from nnplay.engine import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Input,
    LayerNormalization,
    Network,
    NetworkSpec,
)
from nnplay.engine.errors import DamagedError
from nnplay.exchange import ExchangeError
from nnplay.exchange.keras.read import read_keras
from nnplay.exchange.model import Model
from nnplay.exchange.opening import read_model_file
from nnplay.exchange.placing import project_of
from nnplay.exchange.torch.chain import propose
from nnplay.exchange.torch.state import read_state
from nnplay.exchange.weights import with_weights_of
from nnplay.project import Project
from nnplay.project.storage.tensor_file import pack

TORCH = Path(__file__).parent / "torch_fixtures"
KERAS = Path(__file__).parent / "keras_fixtures"
ANSWERS = np.load(TORCH / "answers.npz")


def project(*layers) -> Project:
    network = NetworkSpec.chain(*layers)
    rng = np.random.default_rng(0)
    return project_of(Model(network, rng.normal(size=network.n_parameters).astype(np.float32)), "Sample")[0]


def pictures() -> Project:
    return project(
        Input((6, 6, 2)), Conv2D(3, 3, use_bias=False), BatchNormalization(1e-5), Activation("relu"), Flatten(),
        LayerNormalization(1e-5), Activation("prelu"), Dropout(0.5), Dense(4, "tanh"), Dense(2),
    )  # fmt: skip


def outputs(project: Project, x: np.ndarray) -> np.ndarray:
    network = Network(project.network)
    network.load(project.parameters)
    return network.predict(x)


@pytest.mark.parametrize("name", ["pictures.pt", "checkpoint.pth", "half.pt"])
def test_a_state_dict_gives_the_numbers_of_pytorch(name: str) -> None:
    read = with_weights_of(pictures(), TORCH / name)
    x = ANSWERS["x"].transpose(0, 2, 3, 1)
    np.testing.assert_allclose(outputs(read, x), ANSWERS["y"], atol=2e-2 if name == "half.pt" else 1e-5)


def test_safetensors_of_pytorch_are_matched_by_shapes() -> None:
    read = with_weights_of(pictures(), TORCH / "pictures.safetensors")
    np.testing.assert_allclose(outputs(read, ANSWERS["x"].transpose(0, 2, 3, 1)), ANSWERS["y"], atol=1e-5)


def test_a_state_dict_for_another_network_lists_both() -> None:
    with pytest.raises(ExchangeError, match=r"The file has 0\.weight \(3, 2, 3, 3\).*needs dense/kernel \(3, 2\)"):
        with_weights_of(project(Input((3,)), Dense(2)), TORCH / "pictures.pt")


def test_a_whole_module_is_refused_by_name() -> None:
    with pytest.raises(ExchangeError, match=r"asks for “torch\.nn\.modules\.container\.Sequential”.*state_dict"):
        with_weights_of(pictures(), TORCH / "module.pt")


def archive(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr("archive/data.pkl", content)
    return packed.getvalue()


class Harm:
    def __reduce__(self):
        return print, ("harm",)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (Harm(), r"builtin.*\.print"),
        ({"a": 1}, "not a PyTorch state dict"),
        (3, "not a PyTorch state dict"),
        ({1, 2}, "EMPTY_SET|builtin"),
    ],
)
def test_no_pickle_is_run(value: object, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    for protocol in (2, 4):
        with pytest.raises(DamagedError, match=reason):
            read_state(archive(dumps(value, protocol)))
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", ["chain.weights.h5", "chain.h5", "chain.keras"])
def test_weights_of_keras_come_in_by_class_or_name(name: str) -> None:
    model = read_keras(KERAS / "chain.keras")
    before = project_of(model, "Sample")[0]
    rng = np.random.default_rng(0)
    drawn = rng.normal(size=model.network.n_parameters).astype(np.float32)
    other = project_of(replace(model, parameters=drawn), "Sample")[0]
    slopes = next(slot.span for slot in model.network.slots if slot.name == "alpha")
    expected = before.parameters.copy()
    expected[slopes] = other.parameters[slopes]  # a setting in the file, not an array
    np.testing.assert_array_equal(with_weights_of(other, KERAS / name).parameters, expected)


def test_an_old_pickle_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.pt").write_bytes(dumps([1], 2))
    with pytest.raises(ExchangeError, match="load and save the state dict there anew"):
        with_weights_of(pictures(), tmp_path / "a.pt")


def test_safetensors_whose_header_begins_like_a_pickle_are_read(tmp_path: Path) -> None:
    content = pack({"0.weight": np.ones((1, 3), np.float32), "0.bias": np.zeros(1, np.float32)}, {})
    end = 8 + int.from_bytes(content[:8], "little")
    header = content[8:end].ljust(0x280)  # 640 bytes: the file begins with the two bytes of a pickle
    (tmp_path / "a.safetensors").write_bytes((0x280).to_bytes(8, "little") + header + content[end:])
    read = with_weights_of(project(Input((3,)), Dense(1)), tmp_path / "a.safetensors")
    np.testing.assert_array_equal(read.parameters, [1, 1, 1, 0])


def test_a_chain_is_proposed_for_linear_layers() -> None:
    rng = np.random.default_rng(0)
    shapes = {"0.weight": (8, 4), "0.bias": (8,), "2.weight": (5, 8), "3.weight": (3, 5), "3.bias": (3,)}
    state = {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    model = propose(state)
    kinds = [node.layer.kind for node in model.network.nodes]
    assert kinds == ["Input", "Dense", "Activation", "Dense", "Dense", "Activation"]  # 2 and 3 follow at once
    network = Network(model.network)
    network.load(model.parameters)
    x = rng.normal(size=(6, 4)).astype(np.float32)
    hidden = np.maximum(x @ state["0.weight"].T + state["0.bias"], 0) @ state["2.weight"].T
    powers = np.exp(hidden @ state["3.weight"].T + state["3.bias"])
    np.testing.assert_allclose(network.predict(x), powers / powers.sum(1, keepdims=True), atol=1e-5)
    assert "Guessed: ReLU" in str(model.notes[1])
    assert model.n_in_file == model.network.n_parameters


def test_a_chain_for_pictures_begins_with_the_present_data() -> None:
    model = read_model_file(TORCH / "pictures.pt", ArraysChoice("", "", (6, 6, 2), Task.MULTICLASS, 2, 1))
    kinds = [node.layer.kind for node in model.network.nodes]
    assert kinds[:4] == ["Input", "Conv2D", "BatchNormalization", "Activation"]
    assert model.network.shapes["input"] == (6, 6, 2)
    assert "pictures of the shape (6, 6, 2)" in str(model.notes[2])


@pytest.mark.parametrize(
    ("shapes", "reason"),
    [
        ({"lstm.weight_ih_l0": (8, 4)}, "“lstm”.*no layer that nnplay has"),
        ({"a.weight": (8, 4), "b.weight": (3, 9)}, "no chain of them fits together.*a \\(Linear\\)"),
    ],
)
def test_what_makes_no_chain_is_refused(shapes: dict[str, tuple[int, ...]], reason: str) -> None:
    with pytest.raises(ExchangeError, match=reason):
        propose({name: np.ones(shape, np.float32) for name, shape in shapes.items()})
