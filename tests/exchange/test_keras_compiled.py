"""How a Keras model was compiled: taken, or said to be left out. The tables are as Keras 3 writes them."""

import numpy as np
import pytest

from nnplay.data import ArraysChoice, Task
from nnplay.engine import SGD, Adam, AdamW, Examples, Nadam, Network, RMSprop
from nnplay.engine.initializers import Constant, Listed
from nnplay.engine.losses import BinaryCrossentropy, CategoricalCrossentropy, HalfSquaredError, MeanSquaredError
from nnplay.exchange.keras import words
from nnplay.exchange.keras.compiled import training_of
from nnplay.exchange.model import Model
from nnplay.exchange.opening import read_code
from nnplay.exchange.placing import project_of
from nnplay.project import Seeds


def read(last: str, loss: str) -> Model:
    return read_code(
        "import keras\n"
        f"model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, 'tanh'), keras.layers.{last}])\n"
        f"model.compile(optimizer='sgd', loss=keras.losses.{loss})",
        Seeds(),
    )


def told(model: Model) -> str:
    return " ".join(map(str, model.notes))


def logits(model: Model, x: np.ndarray) -> np.ndarray:
    """The outputs before the activation that was added."""
    k1, b1, k2, b2 = (model.parameters[slot.span].reshape(slot.shape) for slot in model.network.slots)
    return np.tanh(x @ k1 + b1) @ k2 + b2


def test_binary_crossentropy_of_logits_gets_a_sigmoid() -> None:
    project, model = project_of(read("Dense(1)", "BinaryCrossentropy(from_logits=True)"), "Sample")
    assert project.network.output.layer.activation_name == "sigmoid"
    assert project.training.loss == "binary_crossentropy"
    assert isinstance(project.data, ArraysChoice)
    assert project.data.task is Task.YES_NO
    assert "sigmoid was added after “dense_2”" in told(model)
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(6, 2)).astype(np.float32), (np.arange(6) % 2)[:, None].astype(np.float32)
    z = logits(model, x)
    network = Network(project.network)
    network.load(project.parameters)
    expected = (np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))).mean()  # Keras's formula for logits
    assert network.evaluate(Examples(x, y), "binary_crossentropy").loss == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("loss", ["CategoricalCrossentropy", "SparseCategoricalCrossentropy"])
def test_crossentropy_of_logits_gets_a_softmax(loss: str) -> None:
    project, model = project_of(read("Dense(3)", f"{loss}(from_logits=True)"), "Sample")
    assert project.network.output.layer.activation_name == "softmax"
    assert project.data.task is Task.MULTICLASS
    x = np.random.default_rng(0).normal(size=(4, 2)).astype(np.float32)
    powers = np.exp(logits(model, x))
    network = Network(project.network)
    network.load(project.parameters)
    np.testing.assert_allclose(network.predict(x), powers / powers.sum(axis=1, keepdims=True), atol=1e-6)


def test_probabilities_are_not_made_twice() -> None:
    model = read("Dense(1, activation='sigmoid')", "BinaryCrossentropy(from_logits=True)")
    assert model.network.output.name == "dense_2"
    assert "nothing was added" in told(model)


def test_a_loss_that_cannot_judge_the_outputs_is_said_to_be_left_out() -> None:
    project, model = project_of(read("Dense(1)", "BinaryCrossentropy()"), "Sample")
    assert project.training.loss == "half_squared_error"
    assert "binary_crossentropy cannot judge the outputs" in told(model)


def made(kind: str, **config: object) -> dict[str, object]:
    return {"module": "keras", "class_name": kind, "config": config, "registered_name": None}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("mse", MeanSquaredError()),
        ([made("BinaryCrossentropy", label_smoothing=0.1, from_logits=False)], BinaryCrossentropy(0.1)),
        ({"out": made("CategoricalCrossentropy", label_smoothing=0.2)}, CategoricalCrossentropy(0.2)),
    ],
)
def test_losses(given: object, expected: object) -> None:
    training, notes = training_of({"loss": given})
    assert training.loss == expected
    assert notes == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("rmsprop", RMSprop()),
        ("adamw", AdamW()),
        (made("Nadam", learning_rate=0.01, beta_1=0.8, weight_decay=None, clipnorm=None), Nadam(0.01, 0.8)),
        (made("Adam", learning_rate=0.01, weight_decay=0.02), AdamW(0.01, weight_decay=0.02)),
        (made("SGD", learning_rate=0.1, momentum=0.9, nesterov=True, decay=0.0), SGD(0.1, 0.9, nesterov=True)),
    ],
)
def test_optimizers(given: object, expected: object) -> None:
    training, notes = training_of({"optimizer": given})
    assert training.optimizer == expected
    assert notes == []


@pytest.mark.parametrize(
    ("compiled", "said"),
    [
        ({"optimizer": made("SGD", weight_decay=0.01)}, "optimizer's weight_decay was left out"),
        ({"optimizer": made("Adam", amsgrad=True)}, "optimizer's amsgrad was left out"),
        ({"optimizer": made("Lion", learning_rate=0.1)}, "optimizer lion is not available"),
        ({"loss": "log_cosh"}, "loss log_cosh is not available"),
        ({"loss": made("MeanSquaredError", reduction="sum")}, "loss's reduction was left out"),
        ({"loss": made("SparseCategoricalCrossentropy", ignore_class=0)}, "loss's ignore_class was left out"),
        ({"metrics": [["accuracy", "mae", made("AUC", name="auc")]]}, "left out: mae, auc."),
    ],
)
def test_what_is_left_out_is_said(compiled: dict[str, object], said: str) -> None:
    _, notes = training_of(compiled)
    assert len(notes) == 1
    assert said in str(notes[0])


OURS = {"module": "builtins", "class_name": "function", "config": "nnplay>step", "registered_name": "function"}


def test_functions_of_our_own_programs_are_known() -> None:
    assert words.activation(OURS) == words.activation("nnplay>step") == "step"
    assert words.activation(OURS | {"config": "step"}) is None  # somebody else's, whatever it does
    training, notes = training_of(
        {"loss": "nnplay>half_squared_error", "metrics": [OURS | {"config": "nnplay>accuracy"}]}
    )
    assert training.loss == HalfSquaredError()
    assert notes == []


def test_listed_first_weights() -> None:
    listed = words.initializer(made("Constant", value=[[[1.0, 2.0]], [[3.0, 4.0]]]))
    assert listed == Listed(((1.0, 2.0), (3.0, 4.0)))
    assert words.initializer(made("Constant", value=0.5)) == Constant(0.5)
    for odd in ([[1.0], [1.0, 2.0]], [], ["a"], {"class_name": "__numpy__"}, [float("nan")]):
        assert words.initializer(made("Constant", value=odd)) is None


def test_a_schedule_begins_with_its_first_rate() -> None:
    schedule = made("PiecewiseConstantDecay", boundaries=[10], values=[0.5, 0.1])
    training, notes = training_of({"optimizer": made("Adam", learning_rate=schedule)})
    assert training.optimizer == Adam(0.5)
    assert "initial value was taken" in str(notes[0])


def test_metrics_that_nnplay_shows_are_not_mentioned() -> None:
    metrics = {"class_name": "MeanMetricWrapper", "config": {"fn": "categorical_accuracy"}}
    assert training_of({"loss": "mse", "metrics": ["acc", metrics, "mse"]})[1] == []
