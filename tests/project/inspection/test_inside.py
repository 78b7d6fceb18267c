"""Inside: quantiles and histograms against NumPy's own, pictures against their weights."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.data import load
from nnplay.engine import Conv2D, Dense, Flatten, Input, NetworkSpec, initial_parameters
from nnplay.project.inspection.inside import Distributions, Inside, feature_maps, look_inside, weight_pictures
from nnplay.project.presets import preset


def test_quantiles_of_weights_and_updates() -> None:
    project = preset("circle")
    dataset = load(project.data, 1, 1)
    earlier = project.parameters - np.float32(0.02)
    found = look_inside(project, dataset, project.parameters, 3.0, earlier, 10)
    own = project.parameters[:12]
    assert found.quantiles["dense", "weights"][[0, 32, -1]] == pytest.approx([own.min(), np.median(own), own.max()])
    assert found.quantiles["dense", "updates"] == pytest.approx(np.full(65, 0.002), rel=1e-3)
    assert found.layers["dense"].update_ratio == pytest.approx(0.002 * np.sqrt(12) / np.linalg.norm(own), rel=1e-3)
    assert ("dense", "gradients") in found.quantiles


def test_histograms_over_time() -> None:
    rng = np.random.default_rng(0)
    values = rng.normal(size=100_000)
    kept = Distributions()
    for epoch in range(3):
        quantiles = np.quantile(values + epoch, np.linspace(0, 1, 65))
        kept.add(Inside(epoch, {}, {("dense", "weights"): quantiles}))
    epochs, edges, shares = kept.density("dense", "weights", 30)
    assert epochs.tolist() == [0, 1, 2]
    np.testing.assert_allclose(shares.sum(axis=1), 1)
    for epoch, row in enumerate(shares):
        exact = np.histogram(values + epoch, edges)[0] / len(values)
        np.testing.assert_allclose(row, exact, atol=0.012)
    assert kept.density("other", "weights") is None


def test_magnitudes_on_a_logarithmic_scale() -> None:
    """Of numbers that are spread evenly over four powers of ten, half of them negative, each power has a quarter."""
    rng = np.random.default_rng(0)
    values = 10 ** rng.uniform(-4, 0, 100_000) * rng.choice([-1, 1], 100_000)
    kept = Distributions()
    kept.add(Inside(0, {}, {("dense", "gradients"): np.quantile(values, np.linspace(0, 1, 65))}))
    epochs, exponents, shares = kept.density("dense", "gradients", 61, is_log=True)
    assert epochs.tolist() == [0]
    assert (exponents[0], exponents[-1]) == pytest.approx((-6, 0.1), abs=1e-3)
    for power in (-2, -1):
        inside = (exponents[:-1] >= power - 1e-3) & (exponents[1:] <= power + 1 + 1e-3)
        exact = ((abs(values) > 10**power) & (abs(values) <= 10 ** (power + 1))).mean()
        assert shares[0][inside].sum() == pytest.approx(exact, abs=0.04)
    kept = Distributions()
    kept.add(Inside(0, {}, {("dense", "gradients"): np.zeros(65)}))
    assert kept.density("dense", "gradients", is_log=True) is None


def test_a_long_training_keeps_few_moments() -> None:
    kept = Distributions()
    for epoch in range(5000):
        kept.add(Inside(epoch, {}, {("d", "weights"): np.arange(65.0)}))
    assert 100 < len(kept) <= 240
    epochs, _, _ = kept.density("d", "weights")
    assert epochs[0] == 0
    assert epochs[-1] > 4500


def test_weights_of_the_first_layer_as_pictures() -> None:
    network = NetworkSpec.chain(Input((4, 5, 1)), Flatten(), Dense(3))
    vector = np.arange(network.n_parameters, dtype=np.float32)
    name, pictures = weight_pictures(network, vector)
    assert (name, len(pictures), pictures[0].shape) == ("dense", 3, (4, 5))
    assert pictures[1][2, 3] == vector[:60].reshape(20, 3)[13, 1]
    convolution = NetworkSpec.chain(Input((6, 6, 2)), Conv2D(4, 3), Flatten(), Dense(2))
    _, filters = weight_pictures(convolution, np.ones(convolution.n_parameters, np.float32))
    assert (len(filters), filters[0].shape) == (4, (3, 3))


def test_feature_maps_of_an_example() -> None:
    network = NetworkSpec.chain(Input((6, 6, 1)), Conv2D(2, 3), Flatten(), Dense(5))
    parameters = initial_parameters(network, np.random.default_rng(0))
    maps = feature_maps(network, parameters, np.ones((6, 6, 1), np.float32))
    assert maps["input"][0].shape == (6, 6)
    assert [each.shape for each in maps["conv2d"]] == [(4, 4)] * 2
    assert maps["dense"][0].shape == (1, 5)
