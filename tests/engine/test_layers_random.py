"""Dropout and noise: what is random in training is so by the numbers, and nothing of it is left when predicting."""

import numpy as np
import pytest

from nnplay.engine import Dense, Dropout, GaussianNoise, Input, Layer, Network, NetworkSpec, SettingError
from nnplay.engine.calls import Array, run

N_FEATURES, N_BATCH = 100, 100


def _passes(layer: Layer, x: Array, n_passes: int, seed: int = 0, dtype: type = np.float32) -> Array:
    """Outputs of several training passes: (passes, n_features, batch)."""
    network = Network(NetworkSpec.chain(Input((len(x),)), layer), dtype)
    workspace = network.workspace(x.shape[1], np.random.default_rng(seed), "half_squared_error")
    workspace.x[:-1] = x
    outputs = []
    for _ in range(n_passes):
        run(workspace.forward)
        outputs.append(workspace.prediction.copy())
    return np.array(outputs)


@pytest.mark.parametrize("rate", [1e-3, 0.1, 0.5, 0.777, 0.99])
def test_dropout_drops_its_share_and_keeps_the_expected_sum(rate: float) -> None:
    values = _passes(Dropout(rate), np.ones((N_FEATURES, N_BATCH)), 400)
    deviation = np.sqrt(rate * (1 - rate) / values.size)
    assert (values == 0).mean() == pytest.approx(rate, abs=4 * deviation + 1e-4)
    assert values.mean() == pytest.approx(1, abs=4 * deviation / (1 - rate))
    kept = values[values != 0]
    np.testing.assert_allclose(kept, 1 / (1 - rate), rtol=1e-4 if rate < 0.9 else 1e-3)
    assert (kept == kept[0]).all()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dropped_numbers_are_independent_of_place_and_time(dtype: type) -> None:
    """Three decisions come from one random number: any two places, neighbours or not, must not know of each other."""
    dropped = (_passes(Dropout(0.5), np.ones((30, 10)), 4000, dtype=dtype) == 0).reshape(4000, -1)
    correlation = np.corrcoef(dropped.T) - np.eye(300)
    assert np.abs(correlation).max() < 5.5 / np.sqrt(4000)  # 45,000 pairs
    assert np.abs(np.corrcoef(dropped[:-1].ravel(), dropped[1:].ravel())[0, 1]) < 5 / np.sqrt(dropped.size)


def test_the_gradient_passes_where_the_number_passed() -> None:
    network = Network(NetworkSpec.chain(Input((5,)), Dense(6, bias_initializer="ones"), Dropout(0.5)), np.float64)
    network.initialize(np.random.default_rng(0))
    workspace = network.workspace(4, np.random.default_rng(0), "half_squared_error")
    for _ in range(3):
        run(workspace.forward + workspace.backward)
        mask = workspace.outputs["dropout"] / workspace.outputs["dense"]
        assert set(np.unique(mask)) == {0.0, 2.0}
        np.testing.assert_array_equal(workspace.output_gradients["dense"], workspace.output_gradients["dropout"] * mask)


@pytest.mark.parametrize("layer", [Dropout(0.5), GaussianNoise(0.5)])
def test_predicting_lets_all_pass(layer: Layer) -> None:
    network = Network(NetworkSpec.chain(Input((4,)), layer))
    x = np.random.default_rng(0).random((5, 4), np.float32)
    np.testing.assert_array_equal(network.predict(x), x)


@pytest.mark.parametrize("layer", [Dropout(0.5), GaussianNoise(0.5)])
def test_the_same_seed_gives_the_same_randomness(layer: Layer) -> None:
    x = np.ones((7, 3))
    np.testing.assert_array_equal(_passes(layer, x, 3, seed=4), _passes(layer, x, 3, seed=4))
    assert (_passes(layer, x, 3, seed=4) != _passes(layer, x, 3, seed=5)).any()
    assert (_passes(layer, x, 2)[0] != _passes(layer, x, 2)[1]).any()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_noise_is_normal_with_its_deviation(dtype: type) -> None:
    x = np.full((N_FEATURES, N_BATCH), 3.0)
    noise = _passes(GaussianNoise(0.25), x, 20, dtype=dtype) - 3
    assert noise.mean() == pytest.approx(0, abs=0.25 * 4 / np.sqrt(noise.size))
    assert noise.std() == pytest.approx(0.25, rel=0.01)
    assert (np.abs(noise) < 0.25).mean() == pytest.approx(0.6827, abs=0.01)


@pytest.mark.parametrize("layer", [Dropout(0.0), GaussianNoise(0.0)])
def test_at_zero_they_are_no_layer_at_all(layer: Layer) -> None:
    assert layer.is_view(is_training=True)
    x = np.ones((3, 2))
    np.testing.assert_array_equal(_passes(layer, x, 1)[0], x)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Dropout(1.0),
        lambda: Dropout(-0.1),
        lambda: Dropout(float("nan")),
        lambda: GaussianNoise(-1.0),
        lambda: GaussianNoise(float("inf")),
    ],
)
def test_rates_outside_their_range_are_refused(make: object) -> None:
    with pytest.raises(SettingError):
        make()  # type: ignore[operator]
