"""The checkup: what it finds, with the numbers in its sentences."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from nnplay import engine

SPEC = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(2, "tanh"), engine.Dense(1, kernel_l2=0.2))
SETTINGS = engine.TrainingSettings("half_squared_error", engine.SGD(0.1), 10)


def sentences(**changes: object) -> list[str]:
    settings = dataclasses.replace(SETTINGS, **changes)  # type: ignore[arg-type]
    return [str(finding) for finding in engine.check_settings(SPEC, settings, 20)]


def test_nothing_to_say() -> None:
    assert sentences() == []
    assert engine.check_examples(engine.Examples(np.zeros((3, 1)), np.array([0, 1, 2])), 3) == ()
    assert engine.check_examples(engine.Examples(np.zeros((3, 1)), np.zeros((3, 1))), 1) == ()


def test_one_class_alone_and_classes_without_examples() -> None:
    (alone,) = engine.check_examples(engine.Examples(np.zeros((3, 1)), np.full(3, 2)), 3)
    assert "All 3 examples are of class 2" in str(alone)
    (missing,) = engine.check_examples(engine.Examples(np.zeros((3, 1)), np.array([0, 3, 0])), 5)
    assert "class 1, 2, 4" in str(missing)


def test_a_batch_larger_than_the_data() -> None:
    (found,) = sentences(batch_size=64)
    assert "64" in found
    assert "20" in found


@pytest.mark.parametrize(
    ("rule", "l2", "rate", "factor", "word"),
    [
        ("playground", 10.0, 0.3, "-2.06", "wider"),
        ("playground", 4.8, 0.3, "-0.5", "sign"),
        ("penalty", 3.0, 0.5, "-2.2", "wider"),
        ("penalty", 1.3, 0.5, "-0.5", "sign"),
    ],
)
def test_l2_that_overshoots_names_the_layer_and_the_factor(
    rule: str, l2: float, rate: float, factor: str, word: str
) -> None:
    (found,) = sentences(optimizer=engine.SGD(rate), regularization=engine.Regularization(l2=l2, rule=rule))
    assert "dense_2" in found
    assert f"by {factor} in" in found
    assert word in found


def test_the_factor_is_what_happens() -> None:
    """With an example that has no error of its own, L2 alone moves the weight."""
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, use_bias=False))
    network = engine.Network(spec, np.float64)
    network.parameters[0] = 1
    rule = engine.Regularization(l2=10.0, rule="playground")
    settings = dataclasses.replace(SETTINGS, optimizer=engine.SGD(0.3), regularization=rule)
    (finding,) = engine.check_settings(spec, settings, 20)
    data = engine.Examples(np.zeros((1, 1)), np.zeros((1, 1)))
    engine.Trainer(network, data, settings, np.random.default_rng(0)).advance(1)
    assert network.parameters[0] == pytest.approx(finding.values["factor"])
