"""Equations of every kind of layer: each holds, and its numbers are those of the plain formula."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.engine import (
    LAYER_TYPES,
    SGD,
    Activation,
    Add,
    AveragePooling2D,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    GlobalAveragePooling2D,
    Input,
    LayerNormalization,
    MaxPooling2D,
    NetworkSpec,
    Node,
    Reshape,
    TrainingSettings,
    trace_batch,
)
from nnplay.project.calculation import Calculation, NumberFormat, Passes, calculation_text
from nnplay.project.calculation.expressions import evaluate
from nnplay.project.calculation.layers import RULES

FOUR = NumberFormat(digits=4)
STEP = TrainingSettings("half_squared_error", SGD(0.1))
PICTURE = (5, 4, 2)

CHAINS = {
    "Dense": (Dense(4, "prelu"), Dense(2)),
    "Conv2D": (Conv2D(3, (3, 2), activation="tanh"), Conv2D(2, (2, 2), activation="prelu"), Flatten(), Dense(2)),
    "Conv2D same": (Conv2D(3, (3, 2), (2, 1), "same"), Activation("tanh"), Flatten(), Dense(2)),
    "Conv2D without bias": (Conv2D(2, use_bias=False), Flatten(), Dense(2)),
    "MaxPooling2D": (Conv2D(2, 2, activation="tanh"), MaxPooling2D(), Flatten(), Dense(2)),
    "MaxPooling2D overlapping": (Conv2D(2, 2), MaxPooling2D(3, 2, "same"), Flatten(), Dense(2)),
    "AveragePooling2D": (Conv2D(2, 2), AveragePooling2D(), Flatten(), Dense(2)),
    "AveragePooling2D overlapping": (Conv2D(2, 2), AveragePooling2D(3, 2, "same"), Flatten(), Dense(2)),
    "GlobalAveragePooling2D": (Conv2D(3, 2, activation="relu"), GlobalAveragePooling2D(), Dense(2)),
    "BatchNormalization": (Conv2D(2, 2), BatchNormalization(), Activation("tanh"), Flatten(), Dense(2)),
    "BatchNormalization plain": (
        Conv2D(2, 2),
        BatchNormalization(center=False, scale=False),
        Flatten(),
        Dense(2),
    ),
    "BatchNormalization of units": (Flatten(), Dense(3), BatchNormalization(), Dense(2, "tanh")),
    "LayerNormalization": (Flatten(), Dense(3, "tanh"), LayerNormalization(), Dense(2)),
    "LayerNormalization of pictures": (Conv2D(3, 2), LayerNormalization(scale=False), Flatten(), Dense(2)),
    "Flatten": (Conv2D(2, 2), Flatten(), Dense(2)),
    "Reshape": (Flatten(), Dense(6, "tanh"), Reshape((3, 2)), Flatten(), Dense(2)),
    "Activation": (Flatten(), Dense(3), Activation("softmax"), Dense(2), Activation("sigmoid")),
    "Dropout": (Flatten(), Dense(6, "relu"), Dropout(0.5), Dense(2)),
    "Dropout of nothing": (Flatten(), Dense(6, "relu"), Dropout(0.0), Dense(2)),
    "GaussianNoise": (Flatten(), Dense(3), GaussianNoise(0.5), Dense(2)),
}


def residual() -> NetworkSpec:
    """Both ways of joining, and a layer that is read twice."""
    return NetworkSpec(
        (
            Node("in", Input(PICTURE)),
            Node("conv", Conv2D(2, 3, padding="same", activation="tanh"), ("in",)),
            Node("two", Conv2D(2, 3, padding="same"), ("conv",)),
            Node("add", Add(), ("conv", "two")),
            Node("side", Concatenate(), ("add", "conv")),
            Node("flat", Flatten(), ("side",)),
            Node("one", Dense(3, "tanh"), ("flat",)),
            Node("wide", Concatenate(), ("one", "flat")),
            Node("out", Dense(2), ("wide",)),
        )
    )


def calculated(spec: NetworkSpec, n: int = 1, settings: TrainingSettings = STEP) -> Calculation:
    rng = np.random.default_rng(1)
    w = rng.normal(size=spec.n_parameters)
    w[spec.n_trainable :] = rng.uniform(0.5, 2, spec.n_parameters - spec.n_trainable)
    x, y = rng.normal(size=(n, *spec.shapes[spec.input.name])), rng.uniform(0.1, 0.9, size=(n, 2))
    passes = Passes(spec, settings, w, tuple(range(n)), trace_batch(spec, w, x, y, settings), chosen=n // 2)
    return Calculation(passes)


def network(name: str) -> NetworkSpec:
    return residual() if name == "joined" else NetworkSpec.chain(Input(PICTURE), *_fitting(CHAINS[name]))


def _fitting(layers):
    return (Flatten(), *layers) if isinstance(layers[0], Dense) else layers


def test_no_layer_is_forgotten() -> None:
    assert {LAYER_TYPES[name] for name in LAYER_TYPES} - {Input} == set(RULES)
    tried = {type(node.layer) for name in (*CHAINS, "joined") for node in network(name).nodes}
    assert tried >= set(RULES)


@pytest.mark.parametrize("is_whole", [False, True])
@pytest.mark.parametrize("n", [1, 4])
@pytest.mark.parametrize("name", [*CHAINS, "joined"])
def test_every_equation_holds(name, n, is_whole) -> None:
    """A formula that does not give the engine's number would not be there."""
    found = calculated(network(name), n)
    for equation in found.everything(is_whole=is_whole):
        # The flat picture feeds two layers, so that nobody computes what comes back to it alone.
        if name == "joined" and equation.left.by is not None and equation.right is None:
            assert found.quantities.by_outputs("flat") is None
            continue
        assert equation.right is not None, calculation_text([equation], FOUR)


@pytest.mark.parametrize("n", [1, 3])
@pytest.mark.parametrize("name", CHAINS)
def test_gradients_beside_central_differences(name, n) -> None:
    """The right sides, worked out, beside what nudging each weight does to the loss."""
    spec = network(name)
    found = calculated(spec, n)
    passes = found.passes
    x = np.stack([trace.nodes[spec.input.name].a for trace in passes.traces])
    y = np.stack([trace.target for trace in passes.traces])

    def loss(w):
        return np.mean([trace.loss for trace in trace_batch(spec, w, x, y, STEP)])

    for slot in spec.slots:
        if not slot.spec.is_trainable:
            continue
        place = slot.offset + slot.size // 2
        index = tuple(int(axis) for axis in np.unravel_index(slot.size // 2, slot.shape))
        nudge = 1e-6 * (np.arange(spec.n_parameters) == place)
        difference = (loss(passes.parameters + nudge) - loss(passes.parameters - nudge)) / 2e-6
        *_, mean = found.backward.weight_equations(slot.node, slot.name, index)
        assert mean.right is not None
        assert evaluate(mean.right) == pytest.approx(difference, abs=1e-6), slot


def test_a_convolution_is_the_window_times_the_kernel() -> None:
    spec = NetworkSpec.chain(Input((3, 3, 1)), Conv2D(1, 2), Flatten(), Dense(2))
    w = np.array([1.0, 2, 3, 4, 0.5, *np.ones(10)])
    x, y = np.arange(9.0).reshape(1, 3, 3, 1), np.zeros((1, 2))
    found = Calculation(Passes(spec, STEP, w, (0,), trace_batch(spec, w, x, y, STEP)))
    unit = found.quantities.unit("conv2d", (1, 0), 0)
    # The window at row 2, column 1 holds 3 4 / 6 7.
    assert calculation_text(found.forward.equations("conv2d", unit), FOUR) == (
        "h⁽¹⁾₂,₁ = w⁽¹⁾₁₁·x₂,₁ + w⁽¹⁾₁₂·x₂,₂ + w⁽¹⁾₂₁·x₃,₁ + w⁽¹⁾₂₂·x₃,₂ + b⁽¹⁾"
        " = 1 × 3 + 2 × 4 + 3 × 6 + 4 × 7 + 0.5 = 57.5"
    )


def test_the_greatest_of_a_window_gets_all_of_the_gradient() -> None:
    spec = NetworkSpec.chain(
        Input((2, 2, 1)), Conv2D(1, 1, use_bias=False), MaxPooling2D(), Flatten(), Dense(1, use_bias=False)
    )
    w, x, y = np.array([1.0, 2.0]), np.array([0.1, 0.7, 0.7, 0.3]).reshape(1, 2, 2, 1), np.array([[1.0]])
    found = Calculation(Passes(spec, STEP, w, (0,), trace_batch(spec, w, x, y, STEP)))
    forward = calculation_text(found.forward.equations("max_pooling2d", 0), FOUR).splitlines()
    assert forward[0].endswith("= max(0.1, 0.7, 0.7, 0.3) = 0.7")
    assert forward[1] == "h⁽²⁾ = h⁽¹⁾₁,₂ = 0.7"  # the first of two equal ones
    backward = calculation_text(found.backward.unit_equations("max_pooling2d", 0), FOUR).splitlines()
    assert backward == ["∂L/∂h⁽²⁾ = ∂L/∂h⁽³⁾ = 0.8", "∂L/∂h⁽¹⁾₁,₂ = ∂L/∂h⁽²⁾ = 0.8"]
    others = [found.backward.unit_equations("conv2d", unit)[0] for unit in (0, 2, 3)]
    assert [calculation_text([each], FOUR).split(" = ")[1:] for each in others] == [["0"]] * 3


def test_batch_normalization_says_whose_mean_it_takes() -> None:
    spec = NetworkSpec.chain(Input((1,)), BatchNormalization(epsilon=1e-12, momentum=0.9), Dense(2, use_bias=False))
    w = np.array([2.0, 1.0, 1, 1, 10.0, 4.0])  # gamma, beta, kernel, running mean and variance
    x, y = np.array([[1.0], [3.0]]), np.zeros((2, 2))
    found = Calculation(Passes(spec, STEP, w, (0, 1), trace_batch(spec, w, x, y, STEP), chosen=1))
    text = calculation_text(found.forward.equations("batch_normalization", 0), FOUR).splitlines()
    assert text[0] == "μ = (x[1] + x) / 2 = (1 + 3) / 2 = 2"
    assert text[1] == "v = ((x[1] − μ)² + (x − μ)²) / 2 = ((1 − 2)² + (3 − 2)²) / 2 = 1"
    assert text[3] == "h = γ⁽¹⁾·n + β⁽¹⁾ = 2 × 1 + 1 = 3"
    moved = [found.of_weight("batch_normalization", name, (0,))[0] for name in ("moving_mean", "moving_variance")]
    assert calculation_text(moved, FOUR).splitlines() == [
        "M′⁽¹⁾ = M⁽¹⁾ + 0.1·(μ − M⁽¹⁾) = 10 + 0.1 × (2 − 10) = 9.2",
        "V′⁽¹⁾ = V⁽¹⁾ + 0.1·(v − V⁽¹⁾) = 4 + 0.1 × (1 − 4) = 3.7",
    ]


def test_long_sums_of_large_pictures_are_made_at_once() -> None:
    spec = NetworkSpec.chain(Input((28, 28, 1)), Conv2D(8), MaxPooling2D(), Flatten(), Dense(2))
    found = calculated(spec)
    (equation,) = found.backward.weight_equations("conv2d", "kernel", (0, 0, 0, 0))
    assert len(equation.right.terms) == 5
    assert equation.right.n_more == 26 * 26 - 5
