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
from nnplay.exchange.model import Model, with_model
from nnplay.exchange.onnx.building import Building
from nnplay.exchange.onnx.graph import Graph, parse_graph
from nnplay.exchange.onnx.messages import TABLE
from nnplay.exchange.onnx.order import Value
from nnplay.exchange.onnx.read import read_ends, read_model
from nnplay.exchange.onnx.wire import decode, encode
from nnplay.exchange.onnx.write import to_onnx
from nnplay.exchange.opening import read_for
from nnplay.project import Project, edits
from nnplay.project.presets import preset
from tests.exchange.test_onnx import SAMPLES

FIXTURES = Path(__file__).parent / "onnx_fixtures"
MODELS = sorted(path.stem for path in FIXTURES.glob("*.onnx") if not path.stem.startswith(("refused", "placeholder")))
ANSWERS = np.load(FIXTURES / "answers.npz")

PLACEHOLDERS = {
    "placeholder-add-by-width": ("add", "Add (input shapes = (3, 3, 3), (3,))", "not one number for each unit"),
    "placeholder-mul-by-width": ("mul", "Mul (input shapes = (3, 3, 3), (3,))", "not one number for each unit"),
    "placeholder-prelu-by-width": ("prelu", "PRelu (input shapes = (3, 3, 3), (3,))", "not one number for each unit"),
    "placeholder-dropout-training": ("dropout", "Dropout (input 3 = 1)", "used in a way that nnplay does not know"),
    "placeholder-groups": ("conv", "Conv (group = 2)", "convolved in groups"),
    "placeholder-lstm": ("lstm", "LSTM", "nnplay has no layer for the operator LSTM"),
    "placeholder-selu-alpha": ("selu", "Selu (alpha = 1.2)", "has other constants"),
    "placeholder-selu-gamma": ("selu", "Selu (gamma = 1.5)", "has other constants"),
    "placeholder-softmax-across": ("softmax", "Softmax (axis = -1)", "not taken over the units or channels"),
    "placeholder-softmax-examples": ("softmax", "Softmax (axis = 0)", "not taken over the units or channels"),
    "placeholder-softmax-opset-11": ("softmax", "Softmax (input shapes = (3, 3, 3))", "not taken over the units"),
    "placeholder-training-batchnorm": ("batchnormalization", "BatchNormalization (training_mode = 1)", "used in a way"),
    "placeholder-training-dropout": ("dropout", "Dropout (input 3 = 1)", "used in a way that nnplay does not know"),
}
"""The layer's name, its description, and what the remark says."""


def fixture(name: str) -> Graph:
    return parse_graph((FIXTURES / f"{name}.onnx").read_bytes())


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
    model, end, entrance = read_ends(fixture(name))
    rows = np.empty((len(x), entrance.size), np.float32)
    rows[:, entrance.reshape(-1)] = x.reshape(len(x), -1)
    network = Network(model.network)
    network.load(model.parameters)
    found = network.predict(rows.reshape(-1, *model.network.shapes[model.network.input.name]))
    found = found.reshape(len(x), -1)[:, end.order.reshape(-1)].reshape(len(x), *end.shape)
    if name == "sklearn-two":  # of the two classes' probabilities the network gives the second
        expected = expected[:, 1:]
    np.testing.assert_allclose(found, expected.reshape(found.shape), atol=1e-5)


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_what_no_layer_can_stand_for_keeps_its_place(name: str) -> None:
    model, _, _ = read_ends(fixture(name))
    layer, description, remark = PLACEHOLDERS[name]
    assert model.network.node(layer).layer.description == description
    assert any(remark in str(note) and f"“{layer}” is a placeholder" in str(note) for note in model.notes)
    assert all(np.isfinite(model.parameters))


def test_each_model_with_a_placeholder_is_listed() -> None:
    assert set(PLACEHOLDERS) == {path.stem for path in FIXTURES.glob("placeholder*.onnx")}


def test_what_comes_before_a_placeholder_runs_and_what_comes_after_it_has_its_weights() -> None:
    model = read_model(fixture("placeholder-groups"))
    kinds = ["Input", "Conv2D", "Placeholder", "Activation", "Flatten", "Dense"]
    assert [node.layer.kind for node in model.network.nodes] == kinds
    assert model.network.shapes["conv"] == (2, 2, 4)
    network = Network(model.network)
    network.load(model.parameters)
    outputs = network.activations(np.ones((2, 6, 6, 2), np.float32))
    assert np.isfinite(outputs["conv2d"]).all()
    assert np.isnan(outputs["dense"]).all()
    assert (model.n_in_file, model.network.n_parameters) == (203, 127)  # the kernel of the groups has 72, its bias 4
    assert [taken.nodes for taken in model.layers] == [(name,) for name in
        ("conv2d", "conv2d", "conv", "activation", "flatten", "dense")]  # fmt: skip


def test_what_comes_after_a_placeholder_is_proved_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(self: Building, end: Value) -> Model:
        model = whole(self, end)
        parameters = model.parameters.copy()
        model.network.view(parameters, "dense", "kernel")[:, 1] += 0.01
        return replace(model, parameters=parameters)

    whole = Building.model
    monkeypatch.setattr(Building, "model", spoilt)
    with pytest.raises(NnplayError, match="they part at Gemm"):
        read_model(fixture("placeholder-groups"))


def test_operators_that_put_the_examples_elsewhere_are_one_placeholder() -> None:
    model = read_model(fixture("placeholder-lstm"))
    assert [node.name for node in model.network.nodes] == ["input", "lstm", "gather", "dense"]
    assert [model.network.shapes[name] for name in ("lstm", "gather")] == [(5, 4), (4,)]
    assert dict(model.network.node("lstm").layer.settings)["hidden_size"] == "4"
    assert {taken.kind for taken in model.layers if taken.nodes == ("lstm",)} == {"Transpose", "LSTM", "Squeeze"}


def test_channels_first_at_the_end_are_refused() -> None:
    with pytest.raises(NnplayError, match="channels first: nnplay has no layer that does this"):
        read_model(fixture("refused-flatten-at-the-end"))


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
    model = read_model(fixture(name))
    assert [node.layer.kind for node in model.network.nodes] == layers


def test_a_softplus_with_a_low_threshold_is_not_taken_for_the_smooth_one() -> None:
    model = decode((FIXTURES / "softplus-dynamo.onnx").read_bytes(), "Model", TABLE)
    for tensor in model["graph"]["initializer"]:
        if tensor["name"] == "threshold_cast":
            tensor["raw_data"] = np.array(1.0, "<f4").tobytes()
    read = read_model(parse_graph(encode(model, "Model", TABLE)))
    assert [node.name for node in read.network.nodes if node.layer.kind == "Placeholder"] == ["where", "where_2"]


def test_an_operator_of_which_nothing_is_known_is_named_with_its_domain() -> None:
    with pytest.raises(NnplayError, match="no operator Einsum, and the file does not say the shape"):
        read_model(parse_graph(changed("selu", op_type="Einsum")))
    with pytest.raises(NnplayError, match=r"no operator com\.example\.MatMul"):
        read_model(parse_graph(changed("selu", domain="com.example")))


def test_loops_and_branches_are_refused() -> None:
    with pytest.raises(NnplayError, match="operator If: nnplay's networks have no loops or branches"):
        read_model(parse_graph(changed("selu", op_type="If")))


def test_whole_numbers_such_as_those_of_words_become_no_placeholder() -> None:
    model = decode((FIXTURES / "selu.onnx").read_bytes(), "Model", TABLE)
    model["graph"]["node"] = [{"op_type": "Gather", "input": ["w", "x"], "output": ["y"]}]
    model["graph"]["input"][0]["type"]["tensor_type"]["elem_type"] = 7
    with pytest.raises(NnplayError):
        read_model(parse_graph(encode(model, "Model", TABLE)))


def test_classes_as_whole_numbers_are_no_output() -> None:
    model = decode((FIXTURES / "selu.onnx").read_bytes(), "Model", TABLE)
    axis = [{"name": "axis", "i": 1, "type": 2}]
    model["graph"]["node"][1] = {"op_type": "ArgMax", "input": ["z"], "output": ["y"], "attribute": axis}
    of_type = {"elem_type": 7, "shape": {"dim": [{"dim_param": "n"}, {"dim_value": 1}]}}
    model["graph"]["output"][0]["type"] = {"tensor_type": of_type}
    with pytest.raises(NnplayError, match=r"ArgMax .*cannot become a layer of nnplay"):
        read_model(parse_graph(encode(model, "Model", TABLE)))


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
