"""The update: clipping, freezing, and the order of things, as one training step shows them."""

from __future__ import annotations

import dataclasses
import tracemalloc

import numpy as np
import pytest

from nnplay import engine

SPEC = engine.NetworkSpec.chain(engine.Input((3,)), engine.Dense(4, "tanh"), engine.Dense(2))


def network() -> engine.Network:
    made = engine.Network(SPEC, np.float64)
    made.parameters[...] = np.random.default_rng(1).normal(size=SPEC.n_parameters)
    return made


def examples() -> engine.Examples:
    rng = np.random.default_rng(2)
    return engine.Examples(rng.normal(size=(12, 3)), rng.normal(size=(12, 2)))


def settings(**changes: object) -> engine.TrainingSettings:
    return dataclasses.replace(
        engine.TrainingSettings("half_squared_error", engine.SGD(1.0), 12),
        **changes,  # type: ignore[arg-type]
    )


def movement(of: engine.TrainingSettings, n_steps: int = 1) -> np.ndarray:
    made = network()
    trainer = engine.Trainer(made, examples(), of, np.random.default_rng(0))
    for _ in range(n_steps):
        trainer.advance(1)
    return made.parameters - network().parameters


def gradient() -> np.ndarray:
    made = network()
    made.loss_and_gradients(examples().x, examples().y, "half_squared_error")
    return made.gradients


def test_clipping_by_value_cuts_each_gradient() -> None:
    np.testing.assert_allclose(movement(settings(clip_value=0.2)), -np.clip(gradient(), -0.2, 0.2), rtol=1e-9)
    assert np.abs(gradient()).min() < 0.2 < np.abs(gradient()).max()


def test_clipping_by_norm_keeps_the_direction() -> None:
    moved = movement(settings(clip_norm=0.5))
    np.testing.assert_allclose(moved, -gradient() * 0.5 / np.linalg.norm(gradient()), rtol=1e-9)


def test_a_gradient_shorter_than_the_norm_is_left_alone() -> None:
    np.testing.assert_allclose(movement(settings(clip_norm=1e3)), -gradient(), rtol=1e-9)


@pytest.mark.parametrize("kind", engine.OPTIMIZERS)
@pytest.mark.parametrize(
    ("part", "n_frozen"),
    [
        (engine.Part("dense"), 16),
        (engine.Part("dense", unit=2), 4),
        (engine.Part("dense_2", parameter="kernel", index=(3, 1)), 1),
        (engine.Part("dense_2", parameter="bias"), 2),
    ],
    ids=lambda value: str(getattr(value, "node", "")),
)
def test_what_is_frozen_does_not_move_by_a_bit(kind: str, part: engine.Part, n_frozen: int) -> None:
    optimizer = engine.OPTIMIZERS[kind](learning_rate=0.05)
    rule = engine.Regularization(l1=0.1, l2=0.1, max_norm=0.5)
    moved = movement(settings(optimizer=optimizer, regularization=rule, frozen=(part,)), 3)
    assert int((moved == 0).sum()) == n_frozen
    is_frozen = engine.weights_of(SPEC, [part])
    assert not moved[is_frozen].any()


def test_weights_are_frozen_where_they_are_also_after_momentum() -> None:
    made = network()
    moving = settings(optimizer=engine.SGD(0.01, momentum=0.9))
    trainer = engine.Trainer(made, examples(), moving, np.random.default_rng(0))
    trainer.advance(1)
    at = made.view("dense", "kernel").copy()
    trainer.apply(dataclasses.replace(moving, frozen=(engine.Part("dense"),)))
    trainer.advance(1)
    np.testing.assert_array_equal(made.view("dense", "kernel"), at)
    trainer.apply(moving)
    trainer.advance(1)
    assert (made.view("dense", "kernel") != at).all()


def test_frozen_gradients_do_not_count_for_the_norm() -> None:
    moved = movement(settings(clip_norm=0.5, frozen=(engine.Part("dense"),)))
    assert np.linalg.norm(moved) == pytest.approx(0.5)


def test_a_step_allocates_no_array_with_everything_switched_on() -> None:
    """The least array here has 100,000 bytes; NumPy's own buffers for conversions have at most 65,536."""
    layers = engine.Input((300,)), engine.Dense(200, "relu"), engine.Dropout(0.5), engine.Dense(100)
    spec = engine.NetworkSpec.chain(*layers)
    made = engine.Network(spec)
    made.initialize(np.random.default_rng(0))
    rng = np.random.default_rng(1)
    data = engine.Examples(rng.random((2560, 300), np.float32), rng.random((2560, 100), np.float32))
    everything = engine.TrainingSettings(
        "half_squared_error",
        engine.Adam(),
        512,
        engine.WarmUp(then=engine.CosineDecay()),
        engine.Regularization(l1=1e-4, l2=1e-4, max_norm=3.0),
        clip_value=1.0,
        clip_norm=1.0,
        frozen=(engine.Part("dense", unit=3),),
    )
    trainer = engine.Trainer(made, data, everything, rng)
    trainer.advance(1)
    tracemalloc.start()
    try:
        trainer.advance(1)
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        trainer.advance(3)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak - before < 70_000
