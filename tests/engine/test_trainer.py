"""The trainer: batches, live settings, bad input, resuming."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay import engine

SPEC = engine.NetworkSpec.chain(
    engine.Input((2,)), engine.Dense(5, "tanh"), engine.Dropout(0.25), engine.Dense(3, "softmax")
)
SETTINGS = engine.TrainingSettings("sparse_categorical_crossentropy", engine.Adam(0.01), 8)


def examples(n: int = 30) -> engine.Examples:
    rng = np.random.default_rng(2)
    return engine.Examples(rng.normal(size=(n, 2)), rng.integers(0, 3, n))


def trainer(settings: engine.TrainingSettings = SETTINGS, n: int = 30, seed: int = 0) -> engine.Trainer:
    network = engine.Network(SPEC)
    network.initialize(np.random.default_rng(1))
    return engine.Trainer(network, examples(n), settings, np.random.default_rng(seed))


def counting(n: int, settings: engine.TrainingSettings) -> engine.Trainer:
    """A trainer whose loss counts examples: input and target say 2**k, the prediction stays about 0."""
    network = engine.Network(engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, use_bias=False)), np.float64)
    values = np.sqrt(2.0 ** np.arange(n))[:, np.newaxis]
    return engine.Trainer(network, engine.Examples(values, values), settings, np.random.default_rng(3))


def slow(batch_size: int) -> engine.TrainingSettings:
    return engine.TrainingSettings("half_squared_error", engine.SGD(1e-18), batch_size)


@given(n=st.integers(1, 24), batch_size=st.integers(1, 30), pace=st.integers(1, 7))
def test_an_epoch_takes_every_example_once_in_batches_of_which_only_the_last_is_short(
    n: int, batch_size: int, pace: int
) -> None:
    training = counting(n, slow(batch_size))
    steps = []
    while True:
        progress = training.advance(pace)
        steps.append(progress.step_in_epoch)
        if progress.is_epoch_end:
            break
    # The mean of 2^k / 2 over all k says that each example was there exactly once.
    assert progress.loss == pytest.approx((2.0**n - 1) / 2 / n, rel=1e-9)
    n_batches = -(-n // batch_size)
    assert progress.steps_per_epoch == progress.step == n_batches
    assert steps == [*range(pace, n_batches, pace), n_batches]


def test_batches_are_drawn_anew_in_each_epoch() -> None:
    training, losses = counting(16, slow(4)), []
    for _ in range(3):
        losses.append([training.advance(1).loss for _ in range(4)])
    assert len({tuple(each) for each in losses}) == 3


def test_the_last_short_batch_has_its_own_mean() -> None:
    network = engine.Network(engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, use_bias=False)), np.float64)
    data = engine.Examples(np.ones((5, 1)), np.ones((5, 1)))
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(0.5), 4)
    training = engine.Trainer(network, data, settings, np.random.default_rng(0))
    training.advance(1)
    assert network.parameters[0] == pytest.approx(0.5)
    training.advance(1)  # one example alone: the same gradient as a full batch of such examples
    assert network.parameters[0] == pytest.approx(0.75)


def test_advance_stops_at_the_epochs_end() -> None:
    training = trainer()
    assert training.advance(1000).is_epoch_end
    assert (training.step, training.epoch, training.steps_per_epoch) == (4, 1, 4)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_how_steps_are_asked_for_changes_nothing(paces: list[int]) -> None:
    one, many = trainer(), trainer()
    for pace in paces:
        one.advance(pace)
    while many.step < one.step:
        many.advance(1)
    np.testing.assert_array_equal(one.network.parameters, many.network.parameters)


def test_the_same_seeds_give_the_same_run_to_the_bit_and_others_another() -> None:
    runs = [trainer(seed=seed) for seed in (4, 4, 5)]
    for training in runs:
        for _ in range(3):
            training.advance(100)
    first, second, other = (training.network.parameters for training in runs)
    np.testing.assert_array_equal(first, second)
    assert (first != other).any()


def test_step_by_example() -> None:
    """A batch size of 1 that is set in the middle of an epoch goes through what is left one by one."""
    training = counting(10, slow(4))
    training.advance(1)
    training.apply(slow(1))
    steps = [training.advance(1) for _ in range(6)]
    assert [progress.is_epoch_end for progress in steps] == [False] * 5 + [True]
    assert steps[-1].steps_per_epoch == 7
    assert steps[-1].loss == pytest.approx((2.0**10 - 1) / 2 / 10, rel=1e-9)
    assert training.advance(100).steps_per_epoch == 10


def test_a_batch_size_that_is_set_between_epochs_holds_from_the_next_on() -> None:
    training = counting(10, slow(4))
    assert training.advance(100).is_epoch_end
    training.apply(slow(5))
    progress = training.advance(1)
    assert (progress.epoch, progress.step_in_epoch, progress.steps_per_epoch) == (1, 1, 2)


def test_a_batch_larger_than_the_data_is_all_of_them() -> None:
    training = trainer(dataclasses.replace(SETTINGS, batch_size=1000))
    assert training.steps_per_epoch == 1


def test_a_new_loss_begins_a_new_mean() -> None:
    training = counting(8, slow(4))
    training.advance(1)
    training.apply(dataclasses.replace(slow(4), loss="squared_error_sum"))
    loss = training.advance(1).loss
    reference = counting(8, slow(4))
    first = reference.advance(1).loss
    second = reference.advance(1).loss * 2 - first
    assert loss == pytest.approx(2 * second)


@pytest.mark.parametrize("optimizer", [engine.SGD(0.5), engine.Adam(0.5), engine.Rprop(0.5)])
def test_the_learning_rate_is_live(optimizer: engine.Optimizer) -> None:
    quick, slow_one = trainer(), trainer()
    for training in (quick, slow_one):
        training.apply(dataclasses.replace(SETTINGS, optimizer=type(optimizer)(learning_rate=0.01)))
        training.advance(1)
    before = quick.network.parameters.copy()
    quick.apply(dataclasses.replace(SETTINGS, optimizer=optimizer))
    quick.advance(1)
    slow_one.advance(1)
    moved, little = (np.abs(training.network.parameters - before).max() for training in (quick, slow_one))
    assert moved > 10 * little


@pytest.mark.parametrize(
    "change",
    [
        {"optimizer": engine.Nadam(0.02)},
        {"optimizer": engine.LBFGS()},
        {"batch_size": 7},
        {"loss": "categorical_crossentropy"},
        {"schedule": engine.CosineDecay(3)},
        {"regularization": engine.Regularization(l1=0.1, max_norm=1.0)},
        {"regularization": engine.Regularization(l2=0.1, rule="playground")},
        {"clip_value": 0.1},
        {"clip_norm": 0.1},
        {"frozen": (engine.Part("dense"),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_setting_is_live_and_can_be_taken_back(change: dict[str, object]) -> None:
    training = trainer()
    training.advance(2)
    training.apply(dataclasses.replace(SETTINGS, **change))  # type: ignore[arg-type]
    while training.epoch < 2:
        training.advance(3)
    training.apply(SETTINGS)
    training.advance(3)
    assert np.isfinite(training.network.parameters).all()


def test_settings_that_do_not_fit_change_nothing() -> None:
    training, reference = trainer(), trainer()
    training.advance(2)
    reference.advance(2)
    with pytest.raises(engine.SettingError, match=r"neuron 4 of nowhere"):
        training.apply(dataclasses.replace(SETTINGS, frozen=(engine.Part("nowhere", unit=3),)))
    assert training.settings is SETTINGS
    np.testing.assert_array_equal(
        training.advance(5).loss, reference.advance(5).loss, "the run goes on as if nothing had been tried"
    )


def train(training: engine.Trainer, n_epochs: int) -> None:
    while training.epoch < n_epochs:
        training.advance(1000)


def test_examples_that_cannot_be_learned_are_refused() -> None:
    network = engine.Network(SPEC)
    rng = np.random.default_rng(0)
    with pytest.raises(engine.DataError):
        engine.Trainer(network, engine.Examples(np.zeros((0, 2)), np.zeros((0, 3))), SETTINGS, rng)
    with pytest.raises(engine.ShapeError, match="4 classes"):
        engine.Trainer(network, engine.Examples(np.zeros((4, 2)), np.arange(4)), SETTINGS, rng)
    with pytest.raises(engine.ShapeError):
        engine.Trainer(network, engine.Examples(np.zeros((4, 5)), np.arange(4) % 3), SETTINGS, rng)
    with pytest.raises(engine.DataError):
        engine.Examples(np.array([[np.nan, 0.0]]), np.zeros(1, int))


def test_weights_that_are_not_finite_are_refused_by_the_layers_name() -> None:
    network = engine.Network(SPEC)
    network.view("dense_2", "kernel")[1, 1] = np.nan
    with pytest.raises(engine.DataError, match="dense_2"):
        engine.Trainer(network, examples(), SETTINGS, np.random.default_rng(0))


HUGE = 1e300


@pytest.mark.parametrize("kind", engine.OPTIMIZERS)
@pytest.mark.parametrize("rate", [1e-300, 1e-3, 1e38, HUGE])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"regularization": engine.Regularization(HUGE, HUGE)},
        {"regularization": engine.Regularization(HUGE, HUGE, rule="playground")},
        {"regularization": engine.Regularization(max_norm=1 / HUGE)},
        {"clip_value": 1 / HUGE, "clip_norm": HUGE},
        {"schedule": engine.ExponentialDecay(1 / HUGE)},
    ],
    ids=lambda changes: "-".join(changes),
)
@pytest.mark.parametrize("layers", [(engine.Flatten(),), (engine.Dense(3, "relu"), engine.Dense(2))], ids=len)
def test_whatever_the_numbers_training_ends_in_a_typed_error_or_in_finite_weights(
    layers: tuple[engine.Layer, ...], changes: dict[str, object], rate: float, kind: str
) -> None:
    network = engine.Network(engine.NetworkSpec.chain(engine.Input((2,)), *layers))
    rng = np.random.default_rng(0)
    network.initialize(rng)
    data = engine.Examples(rng.normal(size=(7, 2)), rng.normal(size=(7, 2)))
    settings = engine.TrainingSettings("half_squared_error", engine.OPTIMIZERS[kind](learning_rate=rate), 3)
    settings = dataclasses.replace(settings, **changes)  # type: ignore[arg-type]
    training = engine.Trainer(network, data, settings, rng)
    with contextlib.suppress(engine.TrainingDivergedError):
        train(training, 3)
    assert np.isfinite(network.parameters).all()


def test_one_class_and_an_empty_class_can_be_trained_on() -> None:
    for classes in (np.zeros(6, int), np.array([0, 2, 0, 2, 0, 2])):
        network = engine.Network(SPEC)
        network.initialize(np.random.default_rng(0))
        data = engine.Examples(np.ones((6, 2)), classes)
        training = engine.Trainer(network, data, SETTINGS, np.random.default_rng(0))
        assert training.advance(1).loss < inf


@pytest.mark.parametrize("n_steps", [1, 3, 4, 6])
@pytest.mark.parametrize(
    "optimizer", [engine.SGD(0.1, momentum=0.5), engine.Adam(0.01), engine.Nadam(0.01), engine.LBFGS()]
)
def test_a_run_resumes_to_the_bit(optimizer: engine.Optimizer, n_steps: int) -> None:
    settings = dataclasses.replace(
        SETTINGS, optimizer=optimizer, schedule=engine.WarmUp(2, then=engine.ReduceOnPlateau(0.5, patience=1))
    )
    whole = trainer(settings)
    while whole.step < n_steps:
        whole.advance(n_steps - whole.step)
    state, weights = whole.export(), whole.network.parameters.copy()
    values = json.loads(json.dumps(state.values, allow_nan=False))
    arrays = {name: array.copy() for name, array in state.arrays.items()}
    expected = [whole.advance(3) for _ in range(4)]

    resumed = trainer(settings, seed=99)
    resumed.network.parameters[...] = weights
    resumed.resume(engine.TrainerState.restore(values, arrays))
    assert [resumed.advance(3) for _ in range(4)] == expected
    np.testing.assert_array_equal(resumed.network.parameters, whole.network.parameters)


def test_a_run_resumes_in_an_epoch_whose_batch_size_was_changed() -> None:
    whole = trainer()
    whole.advance(2)
    other = dataclasses.replace(SETTINGS, batch_size=3)
    whole.apply(other)
    whole.advance(2)
    state, weights = whole.export(), whole.network.parameters.copy()
    resumed = trainer(other, seed=99)
    resumed.network.parameters[...] = weights
    resumed.resume(state)
    assert [resumed.advance(3) for _ in range(5)] == [whole.advance(3) for _ in range(5)]


def test_a_state_of_something_else_is_refused_and_changes_nothing() -> None:
    training = trainer()
    training.advance(3)
    state = training.export()
    other_optimizer = trainer(dataclasses.replace(SETTINGS, optimizer=engine.SGD()))
    other_data = trainer(n=29)
    reference = trainer(n=29)
    for stranger in (other_optimizer, other_data):
        with pytest.raises(engine.DataError):
            stranger.resume(state)
    assert other_data.advance(9) == reference.advance(9)
    damaged = {name: value for name, value in state.values.items() if name != "n_seen"}
    with pytest.raises(engine.DataError):
        engine.TrainerState.restore(damaged, state.arrays)
    with pytest.raises(engine.DataError):
        engine.TrainerState.restore({**state.values, "watch": {"best": "no"}}, state.arrays)


@pytest.mark.parametrize(
    "damage",
    [
        {"step": -1},
        {"n_seen": 3.5},
        {"n_seen": 31},
        {"epoch": "many"},
        {"loss_sum": None},
        {"watch": {"best": None, "n_waiting": -2, "n_reductions": 0}},
        {"random_state": {}},
        {"random_state": {"bit_generator": "PCG64", "state": {"state": -1, "inc": "x"}}},
        {"random_state": 7},
        {"surplus": 1},
    ],
    ids=str,
)
def test_a_damaged_state_is_refused_and_changes_nothing(damage: dict[str, object]) -> None:
    training, reference = trainer(), trainer()
    state = training.export()
    with pytest.raises(engine.DataError):
        training.resume(engine.TrainerState.restore({**state.values, **damage}, state.arrays))
    assert training.advance(100) == reference.advance(100)


def test_no_steps_are_no_steps() -> None:
    assert trainer().advance(0).step == 0


def test_accuracy_counts_class_numbers_and_is_none_for_quantities() -> None:
    training = trainer(dataclasses.replace(SETTINGS, optimizer=engine.SGD(1e-12), batch_size=7))
    spec = engine.NetworkSpec.chain(engine.Input((2,)), engine.Dense(3, "softmax"))
    network = engine.Network(spec)
    network.initialize(np.random.default_rng(0))
    data = examples()
    training = engine.Trainer(network, data, training.settings, np.random.default_rng(0))
    expected = float((network.predict(data.x).argmax(axis=1) == data.y).mean())
    assert training.advance(100).accuracy == pytest.approx(expected)
    assert counting(4, slow(2)).advance(1).accuracy is None
