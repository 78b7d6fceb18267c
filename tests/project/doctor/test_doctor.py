"""The training doctor: each rule is provoked by a real network and silent for a healthy one; each remedy helps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnplay.cli.source import open_source
from nnplay.data import Dataset, DrawnChoice, Task, ToyChoice, load
from nnplay.engine import (
    SGD,
    Adam,
    BatchNormalization,
    Dense,
    Dropout,
    Examples,
    Input,
    Network,
    NetworkSpec,
    Part,
    Trainer,
    TrainingDivergedError,
    TrainingSettings,
    assess,
    initial_parameters,
)
from nnplay.project import History, Project, edits, part_edits
from nnplay.project.doctor import Evidence, examine, measure
from nnplay.project.doctor.inputs import unbalanced_classes, unscaled_inputs
from nnplay.project.doctor.layers import (
    dead_units,
    exploding_gradients,
    muted_layers,
    saturation,
    vanishing_gradients,
)
from nnplay.project.doctor.learning import divergence, no_progress, overfitting, rate_too_high, rate_too_low
from nnplay.project.layout import layout
from nnplay.project.presets import preset
from nnplay.project.seeds import Seeds


def trained(project: Project, n_epochs: int, dataset: Dataset | None = None) -> Evidence:
    """What the doctor sees after so many epochs, or after the run broke off."""
    dataset = dataset or load(project.data, project.seeds.data, project.seeds.split)
    network = Network(project.network)
    network.parameters[...] = project.parameters
    trainer = Trainer(network, dataset.train, project.training, np.random.default_rng(0))
    losses, diverged = [scores(network, dataset, project)], None
    earlier, n_steps = network.parameters.copy(), 1
    try:
        for _ in range(n_epochs):
            earlier, n_steps = network.parameters.copy(), trainer.steps_per_epoch
            for _ in range(n_steps):
                trainer.advance(1)
            losses.append(scores(network, dataset, project))
    except TrainingDivergedError as error:
        diverged = error
    history = History(np.arange(float(len(losses))), *np.array(losses).T)
    return measure(project, dataset, history, network.parameters, earlier=earlier, n_steps=n_steps, diverged=diverged)


def scores(network: Network, dataset: Dataset, project: Project) -> tuple[float, float, float, float]:
    loss = project.training.loss
    train, test = network.evaluate(dataset.train, loss), network.evaluate(dataset.test, loss)
    accuracies = (np.nan if each.accuracy is None else each.accuracy for each in (train, test))
    return train.loss, test.loss, *accuracies


def chain(data: ToyChoice, *hidden: Dense, output: str = "tanh", **settings: object) -> Project:
    """A project for points with these hidden layers."""
    network = NetworkSpec.chain(Input(data.input_shape), *hidden, Dense(1, output))
    training = TrainingSettings("half_squared_error", **{"optimizer": SGD(0.03), "batch_size": 10, **settings})
    parameters = initial_parameters(network, np.random.default_rng(1))
    return Project("test", network, layout(network), parameters, data, training)


def with_rate(project: Project, rate: float) -> Project:
    return edits.set_training(project, replace(project.training, optimizer=SGD(rate)))


@pytest.fixture(scope="module")
def healthy() -> Evidence:
    return trained(preset("circle"), 60)


def test_a_healthy_training_gets_no_word(healthy: Evidence) -> None:
    assert examine(healthy) == ()


@pytest.mark.parametrize("name", ["circle", "xor", "gaussian", "spiral", "plane", "multi-gaussian"])
def test_no_preset_is_ill_at_its_start(name: str) -> None:
    assert examine(trained(preset(name), 2)) == ()


def test_divergence_names_layer_and_rate(healthy: Evidence) -> None:
    project = chain(ToyChoice("plane"), Dense(4, "relu"), output="linear", optimizer=SGD(10.0))
    evidence = trained(project, 20)
    (found, *_) = examine(evidence)
    assert found.rule == "divergence"
    assert evidence.diverged is not None
    assert evidence.diverged.layer in str(found.finding)
    assert "10" in str(found.finding)
    assert divergence(healthy) is None
    healed = trained(found.remedies[0].edit(project), 40)
    assert divergence(healed) is None
    assert healed.train_losses[-1] < 0.2 * healed.train_losses[0]


def test_a_learning_rate_of_10_is_named_though_tanh_hides_it(healthy: Evidence) -> None:
    project = with_rate(preset("circle"), 10.0)
    found = examine(trained(project, 30))
    assert {"rate_too_high", "divergence", "saturation"} & {each.rule for each in found}
    assert any("Learning rate 0.03" in str(remedy.caption) for each in found for remedy in each.remedies)
    assert rate_too_high(healthy) is None


def test_a_loss_that_jumps(healthy: Evidence) -> None:
    jumping = np.array([1, 0.3, 0.9, 0.4, 1.2, 0.35, 0.8, 0.5, 1.0, 0.6])
    history = replace(healthy.history, **curves(jumping))
    found = rate_too_high(replace(healthy, history=history, loss=0.6, loss_after_step=0.5))
    assert found is not None
    assert "0.3" in str(found.finding)
    falling = replace(healthy.history, **curves(1 / np.arange(1, 11)))
    assert rate_too_high(replace(healthy, history=falling)) is None


def curves(train: np.ndarray, test: np.ndarray | None = None, accuracy: float = 0.6) -> dict[str, np.ndarray]:
    return {
        "epoch": np.arange(float(len(train))) * 10,
        "train_loss": train,
        "test_loss": train if test is None else test,
        "train_accuracy": np.full(len(train), accuracy),
        "test_accuracy": np.full(len(train), accuracy),
    }


def test_a_learning_rate_far_too_low(healthy: Evidence) -> None:
    project = with_rate(preset("circle"), 1e-6)
    found = rate_too_low(trained(project, 20))
    assert found is not None
    assert found.remedies[0].edit(project).training.optimizer.learning_rate == pytest.approx(1e-5)
    assert rate_too_low(healthy) is None


def test_a_loss_that_is_zero_from_the_start_is_not_too_slow() -> None:
    evidence = trained(with_rate(preset("circle"), 1e-6), 20)
    n = len(evidence.history.epoch)
    history = replace(evidence.history, train_loss=np.zeros(n), train_accuracy=np.full(n, np.nan))
    assert rate_too_low(replace(evidence, history=history, constant_loss=np.nan)) is None


def test_no_progress_where_a_line_cannot_part_the_classes(healthy: Evidence) -> None:
    project = chain(ToyChoice("xor"))
    found = no_progress(trained(project, 80))
    assert found is not None
    helped = found.remedies[0].edit(project)
    assert len(helped.network.nodes) == len(project.network.nodes) + 1
    assert trained(helped, 80).has_learned
    assert no_progress(healthy) is None


def test_overfitting(healthy: Evidence) -> None:
    data = ToyChoice("circle", noise=0.5, n_points=60)
    project = chain(data, Dense(24, "relu"), Dense(24, "relu"), optimizer=Adam(0.01))
    evidence = trained(project, 150)
    found = overfitting(evidence)
    assert found is not None
    decayed, dropped = (remedy.edit(project) for remedy in found.remedies)
    assert decayed.training.regularization.l2 == pytest.approx(0.001)
    assert isinstance(dropped.network.node(dropped.network.output.inputs[0]).layer, Dropout)
    assert overfitting(healthy) is None


def test_vanishing_gradients() -> None:
    layers = [Dense(4, "sigmoid") for _ in range(8)]
    project = chain(ToyChoice("circle"), *layers)
    found = vanishing_gradients(trained(project, 2))
    assert found is not None
    assert "“dense”" in str(found.finding)
    healed = found.remedies[0].edit(project)
    assert {node.layer.activation_name for node in healed.network.nodes[1:-1]} == {"relu"}
    assert vanishing_gradients(trained(healed, 2)) is None


def test_a_muted_layer_is_named_and_not_taken_for_vanishing_gradients(healthy: Evidence) -> None:
    project = chain(ToyChoice("circle"), Dense(4, "tanh"), Dense(4, "tanh"))
    silent = part_edits.mute(project, [Part("dense_2", unit) for unit in range(4)])
    evidence = trained(silent, 0)
    assert vanishing_gradients(evidence) is not None
    (found,) = examine(evidence)
    assert found.rule == "muted_layers"
    assert "“dense_2”" in str(found.finding)
    assert found.remedies[0].edit(silent).muted == ()
    assert muted_layers(trained(part_edits.mute(project, [Part("dense_2", 0)]), 0)) is None
    assert muted_layers(healthy) is None


def test_exploding_gradients() -> None:
    layers = [Dense(16, "relu", kernel_initializer="random_normal") for _ in range(6)]
    project = chain(ToyChoice("plane"), *layers, output="linear")
    wild = replace(project, parameters=project.parameters * 30)
    found = exploding_gradients(trained(wild, 0))
    assert found is not None
    clipped, calm = (remedy.edit(wild) for remedy in found.remedies)
    assert clipped.training.clip_norm == 1
    assert exploding_gradients(trained(calm, 0)) is None


def test_gradients_of_a_healthy_network(healthy: Evidence) -> None:
    assert vanishing_gradients(healthy) is None
    assert exploding_gradients(healthy) is None


def test_dead_units(healthy: Evidence) -> None:
    project = chain(ToyChoice("circle"), Dense(4, "relu"))
    vector = project.parameters.copy()
    vector[8:12] = (-100, -100, -100, 1)  # the biases: three of the four never fire
    found = dead_units(trained(replace(project, parameters=vector), 1))
    assert found is not None
    assert "75 %" in str(found.finding)
    leaking = found.remedies[0].edit(project)
    assert leaking.network.nodes[1].layer.activation_name == "leaky_relu"
    assert dead_units(trained(replace(leaking, parameters=vector), 1)) is None
    assert dead_units(healthy) is None


def test_saturation(healthy: Evidence) -> None:
    project = chain(ToyChoice("circle"), Dense(4, "tanh"))
    wild = replace(project, parameters=project.parameters * 100)
    found = saturation(trained(wild, 0))
    assert found is not None
    assert "tanh" in str(found.finding)
    assert saturation(trained(found.remedies[0].edit(wild), 0)) is None
    assert saturation(healthy) is None


def table(x: np.ndarray, y: np.ndarray) -> Dataset:
    examples = Examples(x.astype(np.float32), y.reshape(-1, 1).astype(np.float32))
    return Dataset("table", Task.BINARY, examples, examples, x.shape[1:], ("no", "yes"))


def test_unscaled_inputs(healthy: Evidence) -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(300, 2)) * (0.5, 120)
    dataset = table(x, np.sign(x[:, 1]))
    project = chain(ToyChoice("circle"), Dense(4, "tanh"))
    found = unscaled_inputs(trained(project, 0, dataset))
    assert found is not None
    assert "120" in str(found.finding) or "119" in str(found.finding) or "118" in str(found.finding)
    helped = found.remedies[0].edit(project)
    assert isinstance(helped.network.nodes[1].layer, BatchNormalization)
    assert unscaled_inputs(trained(helped, 0, dataset)) is None
    assert unscaled_inputs(healthy) is None


def test_unbalanced_classes(healthy: Evidence) -> None:
    x = np.random.default_rng(0).normal(size=(100, 2))
    rare = np.where(np.arange(100) < 10, 1, -1)
    project = chain(ToyChoice("circle"), Dense(4, "tanh"))
    found = unbalanced_classes(trained(project, 0, table(x, rare)))
    assert found is not None
    assert "90" in str(found.finding)
    assert "“no”" in str(found.finding)
    assert unbalanced_classes(healthy) is None


def test_repeating_rare_examples_finds_the_rare_class() -> None:
    """Two heaps that overlap, one ten times as large: answering with the large one is nearly always right."""
    rng = np.random.default_rng(0)
    points = np.concatenate([rng.normal(-0.5, 1, (200, 2)), rng.normal(0.8, 1, (20, 2))])
    labels = (-1.0,) * 200 + (1.0,) * 20
    data = DrawnChoice(tuple((float(x), float(y)) for x, y in points), labels, train_share=0.9)
    project = edits.set_data(chain(ToyChoice("circle")), data)

    def share_found(project: Project) -> float:
        found = assess(project.network, fitted(project), load(data, 1, 1).train, project.training.loss)
        return float((found.predicted[found.actual == 1] == 1).mean())

    evidence = trained(project, 0)
    (found,) = [each for each in examine(evidence) if each.rule == "unbalanced_classes"]
    healed = found.remedies[0].edit(project)
    assert len(healed.history.epoch) == len(project.history.epoch)
    np.testing.assert_array_equal(healed.parameters, project.parameters)
    assert unbalanced_classes(trained(healed, 0)) is None
    assert share_found(healed) > 0.7 > 0.5 > share_found(project)


def fitted(project: Project) -> np.ndarray:
    network = Network(project.network)
    network.load(project.parameters)
    dataset = load(project.data, project.seeds.data, project.seeds.split)
    trainer = Trainer(network, dataset.train, project.training, np.random.default_rng(0))
    while trainer.epoch < 30:
        trainer.advance(1000)
    return network.parameters


def test_a_network_that_gives_one_answer_to_everybody_is_noticed(csv_folder: Path) -> None:
    """The diabetes table with the first weights of seed 1: all hidden units die, and the accuracy stays at 0.651."""
    project = open_source("pima", str(csv_folder / "pima-indians-diabetes.csv"))
    project = edits.reset(replace(project, seeds=Seeds(1, 1, 1, 1)))
    dataset = load(project.data, 1, 1)
    network = Network(project.network)
    network.load(project.parameters)
    trainer = Trainer(network, dataset.train, project.training, project.seeds.generator("shuffle"))
    losses = [trainer.advance(1_000).loss for _ in range(60)]
    assert network.evaluate(dataset.train, project.training.loss).accuracy == pytest.approx(500 / 768)
    unknown = np.full(len(losses), np.nan)
    curves = History(np.arange(1.0, 61), np.array(losses), unknown, unknown, unknown, step=trainer.step)
    names = {diagnosis.rule for diagnosis in examine(measure(project, dataset, curves, network.parameters.copy()))}
    assert names & {"dead_units", "vanishing_gradients", "no_progress"}


def test_a_test_loss_far_above_the_training_loss_is_overfitting_though_it_never_rose(healthy: Evidence) -> None:
    """The spiral with all its noise, as met in the window: training loss 0.099, test loss 0.40, both still falling."""
    train, test = np.linspace(0.5, 0.099, 60), np.linspace(0.5, 0.4, 60)
    history = replace(healthy.history, **{**curves(train, test, 0.93), "test_accuracy": np.full(60, 0.72)})
    assert overfitting(replace(healthy, history=history, constant_loss=0.5)) is not None


def test_a_circle_at_99_percent_does_not_overfit(healthy: Evidence) -> None:
    """Near 0 the test loss may be five times the training loss and rise again: nobody is answered wrongly for it."""
    train, test = np.geomspace(0.5, 0.001, 60), np.concatenate([np.geomspace(0.5, 0.004, 30), np.full(30, 0.006)])
    history = replace(healthy.history, **{**curves(train, test, 1.0), "test_accuracy": np.full(60, 0.992)})
    assert overfitting(replace(healthy, history=history, constant_loss=0.5)) is None


def test_a_step_in_a_hidden_layer_is_named_once_it_trains() -> None:
    project = chain(ToyChoice("circle"), Dense(4, "tanh"), Dense(4, "step"))
    (found,) = examine(trained(project, 10))
    assert found.rule == "steps_without_slope"
    assert "“dense_2”" in str(found.finding)
    mended = found.remedies[0].edit(project)
    assert mended.network.node("dense_2").layer.activation_name == "sigmoid"
    assert examine(trained(mended, 10)) == ()
    assert examine(trained(project, 0)) == ()  # weights set by hand need no slope


def test_after_a_change_only_what_needs_no_training_is_said() -> None:
    project = chain(ToyChoice("circle"), Dense(4, "tanh"))
    wild = replace(project, parameters=project.parameters * 100)
    assert examine(trained(wild, 0), is_early=True) == ()
    silent = part_edits.mute(wild, [Part("dense", unit) for unit in range(4)])
    assert [each.rule for each in examine(trained(silent, 0), is_early=True)] == ["muted_layers"]


def test_a_rate_that_throws_the_weights_is_named_after_the_loss_has_come_back_a_little(healthy: Evidence) -> None:
    """The curve of a spiral with sigmoids and a rate of 5: thrown far up at once, and poor ever since."""
    losses = np.array([0.50, 0.98, 0.97, 0.98, 0.77, 0.55, 0.94, 0.54, 0.60, 0.73, 0.71, 0.65])
    fast = with_rate(healthy.project, 5.0)
    history = replace(healthy.history, **curves(losses))
    found = rate_too_high(replace(healthy, project=fast, history=history, constant_loss=0.5))
    assert found is not None
    assert found.remedies[0].starts_again
    good = np.concatenate((losses, np.full(8, 0.05)))  # in the end it did find the valley
    history = replace(healthy.history, **curves(good))
    assert rate_too_high(replace(healthy, project=fast, history=history, constant_loss=0.5)) is None


def test_a_loss_that_began_far_up_and_comes_down_was_not_thrown(healthy: Evidence) -> None:
    losses = np.geomspace(0.9, 0.3, 12)
    fast = with_rate(healthy.project, 0.1)
    assert (
        rate_too_high(
            replace(healthy, project=fast, history=replace(healthy.history, **curves(losses)), constant_loss=0.5)
        )
        is None
    )


def test_a_single_jump_of_a_good_loss_is_not_a_rate_too_high(healthy: Evidence) -> None:
    losses = np.array([0.6, 0.3, 0.1, 0.06, 0.02, 0.14, 0.02, 0.03, 0.15, 0.03, 0.03, 0.16])
    history = replace(healthy.history, **curves(losses))
    assert rate_too_high(replace(healthy, history=history, constant_loss=0.5)) is None


def test_while_the_test_loss_still_falls_it_is_not_yet_overfitting(healthy: Evidence) -> None:
    train, test = np.linspace(0.5, 0.05, 30), np.linspace(0.5, 0.2, 30)
    history = replace(healthy.history, **curves(train, test))
    far = replace(healthy, history=replace(history, train_accuracy=np.full(30, 0.99)), constant_loss=0.5)
    assert overfitting(far) is None
    ended = np.concatenate((test, np.full(20, 0.2)))
    history = replace(healthy.history, **curves(np.concatenate((train, np.full(20, 0.05))), ended))
    assert overfitting(replace(far, history=replace(history, train_accuracy=np.full(50, 0.99)))) is not None
