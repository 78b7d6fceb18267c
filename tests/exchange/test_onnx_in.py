"""ONNX models, in: what other libraries made gives their numbers, or is refused with a reason; no library needed.

The models and what onnxruntime answered lie in ``onnx_fixtures``, with the script that made them.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnplay.data import load
from nnplay.engine import Network, NnplayError
from nnplay.engine.errors import DamagedError
from nnplay.exchange.model import with_model
from nnplay.exchange.onnx.graph import parse_graph
from nnplay.exchange.onnx.messages import TABLE
from nnplay.exchange.onnx.read import read_ends, read_model
from nnplay.exchange.onnx.wire import decode, encode
from nnplay.exchange.onnx.write import to_onnx
from nnplay.exchange.opening import read_for
from nnplay.project import Project, edits
from nnplay.project.presets import preset
from tests.exchange.test_onnx import SAMPLES

FIXTURES = Path(__file__).parent / "onnx_fixtures"
MODELS = sorted(path.stem for path in FIXTURES.glob("*.onnx") if not path.stem.startswith("refused"))
ANSWERS = np.load(FIXTURES / "answers.npz")

REASONS = {
    "refused-add-by-width": "Add .*not one number for each unit or channel",
    "refused-mul-by-width": "Mul .*not one number for each unit or channel",
    "refused-prelu-by-width": "PRelu .*not one number for each unit or channel",
    "refused-dropout-training": "Dropout .*not understood",
    "refused-flatten-at-the-end": "an order that no layer here has",
    "refused-selu-alpha": "Selu",
    "refused-selu-gamma": "Selu",
    "refused-softmax-across": "Softmax .*not taken over the units or channels",
    "refused-softmax-examples": "Softmax .*not taken over the units or channels",
    "refused-softmax-opset-11": "Softmax .*not taken over the units or channels",
    "refused-training-batchnorm": "BatchNormalization .*not understood",
    "refused-training-dropout": "Dropout .*not understood",
}


def with_onnx(project: Project, path: Path) -> Project:
    return with_model(project, read_for(path, project))


def outputs(project: Project) -> np.ndarray:
    x = load(project.data, project.seeds.data, project.seeds.split).train.inputs()
    network = Network(project.network)
    network.load(project.parameters)
    return network.predict(x)


@pytest.mark.parametrize("name", MODELS)
def test_a_model_gives_the_numbers_of_its_own_library(name: str) -> None:
    x, expected = ANSWERS[f"{name}/x"], ANSWERS[f"{name}/y"]
    model, end, entrance = read_ends(parse_graph((FIXTURES / f"{name}.onnx").read_bytes()))
    rows = np.empty((len(x), entrance.size), np.float32)
    rows[:, entrance.reshape(-1)] = x.reshape(len(x), -1)
    network = Network(model.network)
    network.load(model.parameters)
    found = network.predict(rows.reshape(-1, *model.network.shapes[model.network.input.name]))
    found = found.reshape(len(x), -1)[:, end.order.reshape(-1)].reshape(len(x), *end.shape)
    if name == "sklearn-two":  # of the two classes' probabilities the network gives the second
        expected = expected[:, 1:]
    np.testing.assert_allclose(found, expected.reshape(found.shape), atol=1e-5)


@pytest.mark.parametrize("name", REASONS)
def test_what_no_layer_can_stand_for_is_refused_with_the_reason(name: str) -> None:
    with pytest.raises(NnplayError, match=REASONS[name]):
        read_model(parse_graph((FIXTURES / f"{name}.onnx").read_bytes()))


def test_each_refused_model_has_its_reason_here() -> None:
    assert set(REASONS) == {path.stem for path in FIXTURES.glob("refused*.onnx")}


def test_a_leaky_relu_with_another_slope_keeps_it_in_training() -> None:
    model = read_model(parse_graph((FIXTURES / "rows.onnx").read_bytes()))
    assert [(part.node, part.parameter) for part in model.frozen] == [("dense", "alpha")]
    assert "0.01" in str(model.notes[0])


@pytest.mark.parametrize("name", SAMPLES)
def test_what_goes_out_comes_back(name: str, tmp_path: Path) -> None:
    project = SAMPLES[name]
    (tmp_path / "a.onnx").write_bytes(to_onnx(project))
    read = with_onnx(edits.reset(project), tmp_path / "a.onnx")
    np.testing.assert_allclose(outputs(read), outputs(project), atol=1e-5)


def changed(name: str, **fields: object) -> bytes:
    """A fixture with other fields in its first operator."""
    model = decode((FIXTURES / f"{name}.onnx").read_bytes(), "Model", TABLE)
    model["graph"]["node"][0].update(fields)
    return encode(model, "Model", TABLE)


def test_a_mish_of_several_operators_is_one_activation() -> None:
    model = decode((FIXTURES / "silu-add.onnx").read_bytes(), "Model", TABLE)
    product, gate, *rest = model["graph"]["node"]
    soft = {"op_type": "Softplus", "input": gate["input"], "output": ["p"]}
    model["graph"]["node"] = [product, soft, {**gate, "op_type": "Tanh", "input": ["p"]}, *rest]
    read = read_model(parse_graph(encode(model, "Model", TABLE)))
    assert [node.layer.kind for node in read.network.nodes] == ["Input", "Dense", "BatchNormalization"]
    assert read.network.node("dense").layer.activation == "mish"


@pytest.mark.parametrize(
    ("name", "layers"),
    {
        "softplus-dynamo": ["Input", "Conv2D", "Flatten", "Dense", "Dense"],
        "layernorm-written-out": ["Input", "Dense", "LayerNormalization", "Activation", "Dense", "LayerNormalization"],
        "layernorm-by-reciprocal": ["Input", "Dense", "LayerNormalization"],
    }.items(),
)
def test_what_is_written_out_as_several_operators_is_one_layer(name: str, layers: list[str]) -> None:
    model = read_model(parse_graph((FIXTURES / f"{name}.onnx").read_bytes()))
    assert [node.layer.kind for node in model.network.nodes] == layers


def test_a_softplus_with_a_low_threshold_is_not_taken_for_the_smooth_one() -> None:
    model = decode((FIXTURES / "softplus-dynamo.onnx").read_bytes(), "Model", TABLE)
    for tensor in model["graph"]["initializer"]:
        if tensor["name"] == "threshold_cast":
            tensor["raw_data"] = np.array(1.0, "<f4").tobytes()
    with pytest.raises(NnplayError, match="Greater"):
        read_model(parse_graph(encode(model, "Model", TABLE)))


def test_what_is_not_here_is_named_with_its_domain() -> None:
    with pytest.raises(NnplayError, match="not here: Einsum"):
        read_model(parse_graph(changed("selu", op_type="Einsum")))
    with pytest.raises(NnplayError, match=r"not here: com\.example\.MatMul"):
        read_model(parse_graph(changed("selu", domain="com.example")))


def test_a_model_for_other_data_is_refused_with_both_shapes(tmp_path: Path) -> None:
    (tmp_path / "a.onnx").write_bytes((FIXTURES / "selu.onnx").read_bytes())
    with pytest.raises(NnplayError, match=r"shape \(3,\), but the data have \(2,\)"):
        with_onnx(preset("circle"), tmp_path / "a.onnx")


def test_no_other_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(bytes(1000))
    model = decode((FIXTURES / "selu.onnx").read_bytes(), "Model", TABLE)
    model["graph"]["initializer"][0].update(
        data_location=1, external_data=[{"key": "location", "value": "secret"}], raw_data=None
    )
    with pytest.raises(DamagedError, match="in another file"):
        parse_graph(encode(model, "Model", TABLE))


def test_an_endless_graph_is_refused() -> None:
    with pytest.raises(DamagedError, match="which nothing before it makes"):
        parse_graph(changed("selu", input=["y", "w"]))


def test_the_rest_of_the_project_stays(tmp_path: Path) -> None:
    project = replace(preset("circle"), title="Mine")
    layer = decode((FIXTURES / "scale-and-shift.onnx").read_bytes(), "Model", TABLE)
    layer["graph"]["node"] = [{"op_type": "MatMul", "input": ["x", "w"], "output": ["y"]}]
    layer["graph"]["input"][0]["type"]["tensor_type"]["shape"]["dim"][1]["dim_value"] = 2
    content = np.array([1, 2], "<f4").tobytes()
    layer["graph"]["initializer"] = [{"name": "w", "dims": [2, 1], "data_type": 1, "raw_data": content}]
    (tmp_path / "a.onnx").write_bytes(encode(layer, "Model", TABLE))
    read = with_onnx(project, tmp_path / "a.onnx")
    assert (read.title, read.data, read.seeds) == (project.title, project.data, project.seeds)
    assert read.parameters.tolist() == [1, 2]
