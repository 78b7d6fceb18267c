"""Models of Keras, in: what Keras saved gives Keras's numbers and settings; the files lie in ``keras_fixtures``."""

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from nnplay.data import ArraysChoice, Task
from nnplay.engine import SGD, Network, Part, Placeholder
from nnplay.exchange import ExchangeError
from nnplay.exchange.keras.building import build
from nnplay.exchange.keras.description import describe
from nnplay.exchange.keras.read import read_keras
from nnplay.exchange.model import Model
from nnplay.exchange.opening import Kind, kind_of, open_model
from nnplay.project.presets import preset

FIXTURES = Path(__file__).parent / "keras_fixtures"
ANSWERS = np.load(FIXTURES / "answers.npz")


def predicted(model: Model, x: np.ndarray) -> np.ndarray:
    network = Network(model.network)
    network.load(model.parameters)
    return network.predict(x)


@pytest.mark.parametrize("name", ["chain", "graph", "nested"])
@pytest.mark.parametrize("ending", ["keras", "h5"])
def test_a_model_gives_the_numbers_of_keras(name: str, ending: str) -> None:
    model = read_keras(FIXTURES / f"{name}.{ending}")
    np.testing.assert_allclose(predicted(model, ANSWERS[f"{name}/x"]), ANSWERS[f"{name}/y"], atol=1e-5)


@pytest.mark.parametrize("ending", ["keras", "h5"])
def test_settings_come_along(ending: str) -> None:
    model = read_keras(FIXTURES / f"chain.{ending}")
    dense = model.network.node("dense").layer
    assert (dense.kernel_initializer, dense.kernel_l2) == ("he_normal", 0.01)
    assert model.network.node("dropout").layer.rate == 0.25
    assert model.title == "my_chain"
    assert model.training.optimizer == SGD(0.05, 0.9)
    assert model.training.clip_value == 0.5
    assert model.training.loss.name == "categorical_crossentropy"
    assert set(model.frozen) == {Part("leaky_re_lu", parameter="alpha"), Part("dense_1")}
    assert model.n_in_file == model.network.n_parameters - 4  # the slopes, which the file has as a setting


def test_the_report_names_each_layer_of_the_file() -> None:
    model = read_keras(FIXTURES / "graph.keras")
    assert [(taken.name, taken.kind) for taken in model.layers][:2] == [("a", "Conv2D"), ("b", "Conv2D")]
    assert all(taken.nodes == (taken.name,) for taken in model.layers)


def test_a_file_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "model.dat").write_bytes((FIXTURES / "chain.keras").read_bytes())
    (tmp_path / "other").write_bytes((FIXTURES / "chain.h5").read_bytes())
    assert kind_of(tmp_path / "model.dat") is Kind.KERAS
    assert kind_of(tmp_path / "other") is Kind.HDF5
    assert kind_of(tmp_path / "none") is None


def test_a_model_becomes_a_project_of_its_own() -> None:
    project, _ = open_model(FIXTURES / "chain.keras", preset("circle").data)
    assert project.title == "my_chain"
    assert isinstance(project.data, ArraysChoice)
    assert (project.data.input_shape, project.data.task, project.data.n_outputs) == ((3,), Task.MULTICLASS, 2)
    assert project.training.loss == "categorical_crossentropy"


def archive(**changes: object) -> bytes:
    """The chain with other contents in its archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(FIXTURES / "chain.keras") as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "config.json" and "config" in changes:
                content = json.dumps(changes["config"]).encode()
            target.writestr(name, content)
    return packed.getvalue()


def config() -> dict:
    with zipfile.ZipFile(FIXTURES / "chain.keras") as source:
        return json.loads(source.read("config.json"))


def layer(kind: str, **settings: object) -> dict:
    return {"class_name": kind, "config": {"name": f"my_{kind}", **settings}}


@pytest.mark.parametrize(
    ("kind", "settings", "reason"),
    [
        ("Lambda", {"function": "x"}, "layer Lambda is not available"),
        ("Dense", {"units": "many"}, "units = many"),
        ("ReLU", {"max_value": 6.0}, "max_value = 6.0"),
    ],
)
def test_a_layer_of_unknown_shape_is_refused_by_name(kind: str, settings: dict, reason: str, tmp_path: Path) -> None:
    changed = config()
    changed["config"]["layers"].append(layer(kind, **settings))
    (tmp_path / "a.keras").write_bytes(archive(config=changed))
    with pytest.raises(ExchangeError, match=f"“my_{kind}” \\({kind}\\) cannot be read: .*{reason}"):
        read_keras(tmp_path / "a.keras")


@pytest.mark.parametrize(
    ("kind", "settings", "missing"),
    [
        ("LSTM", {"return_sequences": False}, ""),
        ("Lambda", {"function": "x"}, ""),
        ("Dense", {"activation": "hard_sigmoid"}, "activation = hard_sigmoid"),
        ("Dense", {"activation": {"class_name": "function", "config": "os.system"}}, "activation = os.system()"),
    ],
)
def test_a_layer_that_nnplay_lacks_is_a_placeholder(
    kind: str, settings: dict[str, object], missing: str, tmp_path: Path
) -> None:
    changed = config()
    changed["config"]["layers"].append(layer(kind, units=3, **settings))
    (tmp_path / "a.keras").write_bytes(archive(config=changed))
    model = read_keras(tmp_path / "a.keras")
    found = model.network.output.layer
    assert isinstance(found, Placeholder)
    assert (found.title, found.shape, found.missing) == (kind, (3,), missing)
    assert ("units", "3") in found.settings
    assert "is a placeholder" in str(model.notes[-2])
    assert "as a whole neither trains nor predicts" in str(model.notes[-1])
    before = Network(model.network)
    before.load(model.parameters)
    (last,) = model.network.output.inputs
    np.testing.assert_allclose(before.activations(ANSWERS["chain/x"])[last], ANSWERS["chain/y"], atol=1e-5)


def test_two_layers_of_one_name_are_refused(tmp_path: Path) -> None:
    changed = config()
    changed["config"]["layers"].append(changed["config"]["layers"][1])
    (tmp_path / "a.keras").write_bytes(archive(config=changed))
    with pytest.raises(ExchangeError, match="two of its layers have the name “dense”"):
        read_keras(tmp_path / "a.keras")


def test_weights_without_layers_say_where_they_go() -> None:
    with pytest.raises(ExchangeError, match="it has weights, but no layers"):
        read_keras(FIXTURES / "chain.weights.h5")


def test_older_names_are_understood() -> None:
    old = {
        "class_name": "Sequential",
        "config": [
            layer("Dense", output_dim=3, input_dim=2, init="uniform", activation="relu", bias=False),
            {"class_name": "Dropout", "config": {"name": "d", "p": 0.3}},
        ],
    }
    model = build(describe(old))
    dense, dropout = (node.layer for node in model.network.nodes[1:])
    assert (dense.units, dense.kernel_initializer, dense.use_bias, dropout.rate) == (3, "random_uniform", False, 0.3)


def test_a_functional_model_of_keras_2_is_followed() -> None:
    def placed(kind: str, name: str, *sources: str, **settings: object) -> dict:
        inbound = [[[source, 0, 0, {}] for source in sources]] if sources else []
        return {"class_name": kind, "name": name, "config": {"name": name, **settings}, "inbound_nodes": inbound}

    old = {
        "class_name": "Functional",
        "config": {
            "name": "m",
            "layers": [
                placed("InputLayer", "i", batch_input_shape=[None, 2]),
                placed("Add", "sum", "a", "b"),
                placed("Dense", "a", "i", units=3),
                placed("Dense", "b", "i", units=3),
            ],
            "input_layers": [["i", 0, 0]],
            "output_layers": [["sum", 0, 0]],
        },
    }
    network = build(describe(old)).network
    assert network.node("sum").inputs == ("a", "b")


def test_a_model_that_only_its_program_can_build_is_refused() -> None:
    with pytest.raises(ValueError, match="its model is a “MyModel”"):
        describe({"class_name": "MyModel", "config": {}})


@pytest.mark.parametrize("ending", ["keras", "h5"])
def test_a_model_in_a_model_becomes_its_layers(ending: str) -> None:
    model = read_keras(FIXTURES / f"nested.{ending}")
    kinds = [node.layer.kind for node in model.network.nodes[3:]]
    assert kinds == ["Dense", "BatchNormalization", "Dense", "Dense", "Add", "Dense"]
    assert [taken.name for taken in model.layers][2:5] == [
        "encoder/wide",
        "encoder/norm",
        "encoder/code",
    ]
    assert model.n_in_file == model.network.n_parameters - 10 + 1  # Rescaling has settings instead; a count is left out


def test_the_first_layer_that_scales_is_known_as_the_scaling_of_the_input() -> None:
    model = read_keras(FIXTURES / "nested.keras")
    assert model.scaling == model.network.nodes[1].name == "normalization"
    assert "only scales" in str(model.notes[0])
