"""Schedules: their curves at points that can be worked out by hand."""

from __future__ import annotations

from math import inf, nan, sqrt

import pytest

from nnplay import engine
from nnplay.engine.schedules import Watch

START = Watch()


@pytest.mark.parametrize(
    ("schedule", "time", "factor"),
    [
        (engine.Constant(), 7.3, 1.0),
        (engine.StepDecay(0.5, 10), 9.99, 1.0),
        (engine.StepDecay(0.5, 10), 10.0, 0.5),
        (engine.StepDecay(0.5, 10), 35.0, 0.125),
        (engine.ExponentialDecay(0.25, 2), 1.0, 0.5),
        (engine.ExponentialDecay(0.25, 2), 4.0, 0.0625),
        (engine.CosineDecay(10), 0.0, 1.0),
        (engine.CosineDecay(10), 5.0, 0.5),
        (engine.CosineDecay(8), 2.0, 0.5 + sqrt(2) / 4),
        (engine.CosineDecay(10, alpha=0.2), 10.0, 0.2),
        (engine.CosineDecay(10, alpha=0.2), 99.0, 0.2),
        (engine.WarmUp(4, 0.0), 1.0, 0.25),
        (engine.WarmUp(4, 0.2), 2.0, 0.6),
        (engine.WarmUp(4, 0.2, engine.StepDecay(0.5, 1)), 4.5, 1.0),
        (engine.WarmUp(4, 0.2, engine.StepDecay(0.5, 1)), 5.5, 0.5),
    ],
)
def test_factor(schedule: engine.Schedule, time: float, factor: float) -> None:
    assert schedule.factor(time, START) == pytest.approx(factor, rel=1e-12)


def test_plateau_reduces_after_patience_epochs_without_a_better_loss() -> None:
    schedule, watch = engine.ReduceOnPlateau(0.1, patience=2, min_delta=0.01), START
    factors = []
    for loss in (1.0, 0.9, 0.895, 0.91, 0.89, 0.88, 0.5, 0.5):
        watch = schedule.observe(watch, loss)
        factors.append(schedule.factor(0, watch))
    # 0.895, 0.91 are not 0.01 below 0.9; 0.89 is not either; 0.88 is; after 0.5 one epoch of waiting.
    assert factors == pytest.approx([1, 1, 1, 0.1, 0.1, 0.1, 0.1, 0.1])
    assert watch == Watch(0.5, 1, 1)


def test_plateau_never_goes_below_its_least_share_and_takes_nan_for_no_progress() -> None:
    schedule, watch = engine.ReduceOnPlateau(0.1, patience=1, least=0.05), START
    for _ in range(3):
        watch = schedule.observe(watch, nan)
    assert watch == Watch(inf, 0, 3)
    assert schedule.factor(0, watch) == 0.05


def test_warm_up_hands_losses_on() -> None:
    schedule = engine.WarmUp(1, then=engine.ReduceOnPlateau(0.5, patience=1))
    watch = schedule.observe(schedule.observe(START, 1.0), 1.0)
    assert schedule.factor(2, watch) == 0.5


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("StepDecay", {"rate": 0.0}),
        ("StepDecay", {"epochs": 0}),
        ("ExponentialDecay", {"rate": 1.5}),
        ("CosineDecay", {"alpha": 1.0}),
        ("WarmUp", {"start": -0.1}),
        ("ReduceOnPlateau", {"patience": 0}),
        ("ReduceOnPlateau", {"min_delta": nan}),
    ],
)
def test_numbers_out_of_range_are_refused(kind: str, options: dict[str, float]) -> None:
    with pytest.raises(engine.SettingError):
        engine.SCHEDULES[kind](**options)


def network() -> engine.Network:
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, use_bias=False))
    return engine.Network(spec)


def trained_rates(schedule: engine.Schedule, n_steps: int) -> list[float]:
    """The learning rate of each step: examples with gradient 1, four a batch of one, show it in the weight."""
    import numpy as np

    examples = engine.Examples(np.ones((4, 1)), np.zeros((4, 1)))
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(0.5), 1, schedule)
    trainer = engine.Trainer(network(), examples, settings, np.random.default_rng(0))
    rates = []
    for _ in range(n_steps):
        trainer.network.parameters[...] = 1
        trainer.advance(1)
        rates.append(float(1 - trainer.network.parameters[0]))
        assert trainer.learning_rate == pytest.approx(rates[-1], rel=1e-5)
    return rates


def test_the_trainer_counts_time_in_parts_of_epochs() -> None:
    rates = trained_rates(engine.ExponentialDecay(0.5), 6)
    assert rates == pytest.approx([0.5 * 0.5 ** (step / 4) for step in range(6)], rel=1e-5)


def test_the_trainer_shows_the_schedule_its_losses() -> None:
    # The weight is put back before every step, so that no epoch is better than the first.
    rates = trained_rates(engine.ReduceOnPlateau(0.1, patience=1), 12)
    assert rates == pytest.approx([0.5] * 8 + [0.05] * 4, rel=1e-5)


def test_a_validation_loss_counts_instead_of_the_training_loss() -> None:
    import numpy as np

    examples = engine.Examples(np.ones((4, 1)), np.zeros((4, 1)))
    schedule = engine.ReduceOnPlateau(0.1, patience=1)
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(0.5), 1, schedule)
    trainer = engine.Trainer(network(), examples, settings, np.random.default_rng(0))
    for validation_loss in (3.0, 2.0, 1.0):
        trainer.network.parameters[...] = 1
        assert trainer.advance(4).is_epoch_end
        trainer.observe(validation_loss)
    trainer.advance(1)
    assert trainer.learning_rate == 0.5
