"""The trace: the worked examples' numbers, and agreement with training."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from nnplay import engine

SGD = engine.TrainingSettings("half_squared_error", engine.SGD(0.1))


def test_e1_forward_by_hand() -> None:
    spec = engine.NetworkSpec.chain(
        engine.Input((2,)), engine.Dense(2, use_bias=False), engine.Dense(1, use_bias=False), names=("in", "ij", "k")
    )
    found = engine.trace(spec, np.array([1.0, -1, 1, 1, 2, -1]), np.array([2.0, 3]), np.array([9.0]), SGD)
    np.testing.assert_array_equal(found.nodes["ij"].a, [5, 1])
    np.testing.assert_array_equal(found.nodes["k"].a, [9])
    assert found.loss == 0


def test_e2_the_same_with_relu() -> None:
    spec = engine.NetworkSpec.chain(
        engine.Input((2,)), engine.Dense(2, "relu", use_bias=False), engine.Dense(1, "relu", use_bias=False)
    )
    found = engine.trace(spec, np.array([1.0, -1, 1, 1, 2, -1]), np.array([2.0, 3]), np.array([9.0]), SGD)
    assert [*found.nodes["dense"].a, *found.nodes["dense_2"].a] == [5, 1, 9]


def test_e5_two_three_one() -> None:
    spec = engine.NetworkSpec.chain(
        engine.Input((2,)), engine.Dense(3, "sigmoid", use_bias=False), engine.Dense(1, use_bias=False)
    )
    weights = np.array([0.8, 0.4, 0.3, 0.2, 0.9, 0.5, 0.3, 0.5, 0.9])
    settings = engine.TrainingSettings("squared_error_sum", engine.SGD(0.1))
    found = engine.trace(spec, weights, np.ones(2), np.zeros(1), settings)
    hidden = found.nodes["dense"]
    assert hidden.z is not None
    np.testing.assert_allclose(hidden.z, [1.0, 1.3, 0.8], rtol=1e-12)
    sigmoid = 1 / (1 + np.exp(-np.array([1.0, 1.3, 0.8])))
    np.testing.assert_allclose(hidden.a, sigmoid, rtol=1e-12)
    assert float(found.nodes["dense_2"].a[0]) == pytest.approx(1.2332, abs=5e-5)
    assert found.loss == pytest.approx(1.5208, abs=5e-5)
    # By hand: dL/da2 = 2 (a2 - 0), dL/dh = dL/da2 v, dL/dz = dL/dh h (1 - h), dL/dw = dL/dz x.
    error = 2 * found.nodes["dense_2"].a[0]
    v = weights[6:]
    np.testing.assert_allclose(found.nodes["dense_2"].parameters["kernel"].gradient[:, 0], error * sigmoid, rtol=1e-12)
    assert hidden.da is not None
    assert hidden.dz is not None
    assert hidden.slope is not None
    np.testing.assert_allclose(hidden.da, error * v, rtol=1e-12)
    np.testing.assert_allclose(hidden.slope, sigmoid * (1 - sigmoid), rtol=1e-12)
    np.testing.assert_allclose(hidden.dz, error * v * sigmoid * (1 - sigmoid), rtol=1e-12)
    np.testing.assert_allclose(hidden.parameters["kernel"].gradient, np.tile(hidden.dz, (2, 1)), rtol=1e-12)
    kernel = hidden.parameters["kernel"]
    np.testing.assert_allclose(kernel.new_value, kernel.value - 0.1 * kernel.gradient, rtol=1e-12)
    assert found.new_loss < found.loss


def test_e7_one_weight() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, use_bias=False))
    found = engine.trace(spec, np.array([5.0]), np.array([2.0]), np.array([6.0]), SGD)
    assert float(found.nodes["dense"].a[0]) == 10
    assert found.loss == 8
    assert found.nodes["dense"].parameters["kernel"].gradient.item() == 8
    assert found.new_parameters.item() == pytest.approx(4.2)
    assert found.new_loss == pytest.approx(2.88)


def test_a_trace_is_what_training_does() -> None:
    """One step of a trainer on one example, with everything switched on, ends at the trace's new weights."""
    spec = engine.NetworkSpec.chain(
        engine.Input((3,)), engine.Dense(4, "gelu"), engine.Dropout(0.5), engine.Flatten(), engine.Dense(3, "softmax")
    )
    rng = np.random.default_rng(1)
    weights, x = rng.normal(size=spec.n_parameters), rng.normal(size=3)
    settings = engine.TrainingSettings(
        "sparse_categorical_crossentropy",
        engine.Adam(0.1),
        schedule=engine.WarmUp(2, 0.3),
        regularization=engine.Regularization(l1=0.1, l2=0.1, max_norm=1.5),
        clip_norm=0.5,
        frozen=(engine.Part("dense", unit=1),),
    )
    found = engine.trace(spec, weights, x, np.array(2), settings, rng=np.random.default_rng(6))
    network = engine.Network(spec, np.float64)
    network.parameters[...] = weights
    data = engine.Examples(x[np.newaxis], np.array([2]))
    progress = engine.Trainer(network, data, settings, np.random.default_rng(6)).advance(1)
    assert progress.loss == pytest.approx(found.loss, rel=1e-12)
    np.testing.assert_allclose(found.new_parameters, network.parameters, rtol=1e-12)
    assert found.learning_rate == pytest.approx(0.03)
    np.testing.assert_array_equal(found.target, [0, 0, 1])
    np.testing.assert_array_equal(found.nodes["flatten"].a, found.nodes["dropout"].a)


def test_muted_parts_stay_out_of_it() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(2), engine.Dense(1))
    weights = np.arange(1.0, 8.0)
    muted = (engine.Part("dense", unit=0), engine.Part("dense_2", parameter="kernel", index=(1, 0)))
    found = engine.trace(spec, weights, np.ones(1), np.zeros(1), SGD, muted=muted)
    np.testing.assert_array_equal(found.nodes["dense_2"].a, [7])  # only its bias is left
    kernel = found.nodes["dense_2"].parameters["kernel"]
    np.testing.assert_array_equal(kernel.value[:, 0], [5, 6])
    np.testing.assert_array_equal(kernel.new_value[:, 0], [5, 6])


def test_the_weights_given_are_not_touched_and_running_statistics_move_once() -> None:
    spec = engine.NetworkSpec.chain(
        engine.Input((2,)),
        engine.Dense(2),
        engine.BatchNormalization(momentum=0.5),
        engine.Dense(1),
        names=("in", "dense", "norm", "out"),
    )
    weights = np.random.default_rng(0).normal(size=spec.n_parameters)
    before = weights.copy()
    found = engine.trace(spec, weights, np.ones(2), np.zeros(1), SGD)
    np.testing.assert_array_equal(weights, before)
    mean = found.nodes["norm"].parameters["moving_mean"]
    np.testing.assert_allclose(mean.new_value, (mean.value + found.nodes["dense"].a) / 2, rtol=1e-12)


def test_an_example_that_does_not_fit_is_refused() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((2,)), engine.Dense(1))
    with pytest.raises(engine.ShapeError):
        engine.trace(spec, np.zeros(3), np.zeros(3), np.zeros(1), SGD)
    with pytest.raises(engine.ShapeError):
        engine.trace(spec, np.zeros(3), np.zeros(2), np.zeros(2), SGD)
    crossentropy = dataclasses.replace(SGD, loss="binary_crossentropy")
    with pytest.raises(engine.NnplayError):
        engine.trace(spec, np.zeros(3), np.zeros(2), np.array([7.0]), crossentropy)
