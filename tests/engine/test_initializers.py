"""Initializers against the bounds and deviations that their sources give."""

from math import sqrt

import numpy as np
import pytest

from nnplay.engine import INITIALIZER_TYPES, INITIALIZERS, Dense, Input, Network, NetworkSpec, SettingError
from nnplay.engine.calls import Array
from nnplay.engine.initializers import (
    Constant,
    Initializer,
    Listed,
    Orthogonal,
    RandomNormal,
    RandomUniform,
    TruncatedNormal,
    VarianceScaling,
    find_initializer,
)

FAN_IN, FAN_OUT = 300, 200


def _draw(initializer: str | Initializer, shape: tuple[int, ...] = (FAN_IN, FAN_OUT), seed: int = 0) -> Array:
    found = find_initializer("kernel", initializer)
    return found(np.random.default_rng(seed), shape, FAN_IN, FAN_OUT)


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("glorot_uniform", sqrt(6 / (FAN_IN + FAN_OUT))),  # Glorot and Bengio, equation 16
        ("he_uniform", sqrt(6 / FAN_IN)),
        ("lecun_uniform", sqrt(3 / FAN_IN)),
        ("random_uniform", 0.05),
        ("playground_uniform", 0.5),
    ],
)
def test_uniform_ones_fill_their_interval(name: str, limit: float) -> None:
    values = _draw(name)
    assert np.abs(values).max() <= limit
    assert np.abs(values).max() > 0.999 * limit
    assert values.std() == pytest.approx(limit / sqrt(3), rel=0.01)
    assert values.mean() == pytest.approx(0, abs=0.01 * limit)


@pytest.mark.parametrize(
    ("name", "deviation"),
    [
        ("glorot_normal", sqrt(2 / (FAN_IN + FAN_OUT))),
        ("he_normal", sqrt(2 / FAN_IN)),  # He et al., equation 10
        ("lecun_normal", sqrt(1 / FAN_IN)),
        ("random_normal", 0.05),
    ],
)
def test_normal_ones_have_their_deviation(name: str, deviation: float) -> None:
    values = _draw(name)
    assert values.std() == pytest.approx(deviation, rel=0.01)
    assert values.mean() == pytest.approx(0, abs=0.02 * deviation)


@pytest.mark.parametrize("name", ["glorot_normal", "he_normal", "lecun_normal", "truncated_normal"])
def test_truncated_ones_have_no_tail(name: str) -> None:
    values = _draw(name)
    # A normal variable cut at 2 deviations has 0.8796 of the deviation that was asked for.
    assert np.abs(values).max() / values.std() == pytest.approx(2 / 0.8796, rel=0.01)


def test_constants() -> None:
    assert not _draw("zeros").any()
    assert (_draw("ones") == 1).all()
    assert (_draw("playground_bias") == 0.1).all()
    assert (_draw(Constant(-2.5), (4,)) == -2.5).all()


@pytest.mark.parametrize("shape", [(6, 4), (4, 6), (5, 5), (3, 3, 2, 7)])
def test_orthogonal_columns_or_rows_stand_at_right_angles(shape: tuple[int, ...]) -> None:
    matrix = _draw(Orthogonal(gain=2.0), shape).reshape(-1, shape[-1])
    product = matrix.T @ matrix if matrix.shape[0] >= matrix.shape[1] else matrix @ matrix.T
    np.testing.assert_allclose(product, 4 * np.eye(len(product)), atol=1e-12)


def test_orthogonal_prefers_no_direction() -> None:
    first = [_draw("orthogonal", (3, 3), seed)[0, 0] for seed in range(400)]
    assert np.mean(first) == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize(("mode", "n"), [("fan_in", FAN_IN), ("fan_out", FAN_OUT), ("fan_avg", (FAN_IN + FAN_OUT) / 2)])
@pytest.mark.parametrize("distribution", ["truncated_normal", "untruncated_normal", "uniform"])
def test_variance_scaling(mode: str, n: float, distribution: str) -> None:
    assert _draw(VarianceScaling(3.0, mode, distribution)).std() == pytest.approx(sqrt(3 / n), rel=0.01)


def test_values_of_ones_own() -> None:
    values = _draw(RandomUniform(2.0, 3.0))
    assert 2 <= values.min() < 2.01
    assert 2.99 < values.max() < 3
    assert _draw(RandomNormal(5.0, 0.1)).mean() == pytest.approx(5, abs=0.01)
    truncated = _draw(TruncatedNormal(5.0, 0.1))
    assert 4.8 <= truncated.min() < 4.81


def test_a_layer_takes_a_name_or_an_initializer() -> None:
    network = Network(
        NetworkSpec.chain(Input((3,)), Dense(2, kernel_initializer=Constant(0.25), bias_initializer="ones"))
    )
    network.initialize(np.random.default_rng(0))
    assert network.parameters.tolist() == [0.25] * 6 + [1.0] * 2
    assert Dense(2, kernel_initializer=Constant(0.25)) == Dense(2, kernel_initializer=Constant(0.25))
    assert hash(Dense(2, kernel_initializer=RandomUniform())) == hash(Dense(2, kernel_initializer=RandomUniform()))


@pytest.mark.parametrize("name", INITIALIZERS)
def test_the_same_generator_draws_the_same(name: str) -> None:
    np.testing.assert_array_equal(_draw(name, (7, 3), seed=4), _draw(name, (7, 3), seed=4))
    assert _draw(name, (7, 3)).dtype == np.float64
    assert type(INITIALIZERS[name]).__name__ in INITIALIZER_TYPES


@pytest.mark.parametrize(
    "make",
    [
        lambda: Constant(float("inf")),
        lambda: RandomUniform(1.0, 0.0),
        lambda: RandomNormal(0.0, -1.0),
        lambda: VarianceScaling(0.0),
        lambda: VarianceScaling(mode="fan"),
        lambda: VarianceScaling(distribution="normal"),
        lambda: Orthogonal(float("nan")),
        lambda: Dense(2, kernel_initializer="glorot"),
        lambda: Dense(2, bias_initializer="one"),
    ],
)
def test_what_cannot_be_drawn_is_refused(make: object) -> None:
    with pytest.raises(SettingError):
        make()  # type: ignore[operator]


def test_listed_values_and_what_is_drawn_beyond_them():
    listed = Listed(((1.0, 2.0), (3.0, 4.0)))
    rng = np.random.default_rng(0)
    assert listed(rng, (2, 2), 2, 2).tolist() == [[1, 2], [3, 4]]
    assert Listed(((1.0, 2.0),))(rng, (2,), 2, 2).tolist() == [1, 2]
    grown = listed(rng, (3, 3), 3, 3)
    assert grown[:2, :2].tolist() == [[1, 2], [3, 4]]
    assert np.abs(grown[2]).max() <= 1  # sqrt(6 / (3 + 3)) is the limit of glorot_uniform
    assert listed(rng, (1, 1), 1, 1).tolist() == [[1]]


@pytest.mark.parametrize("rows", [(), ((),), ((1.0,), (1.0, 2.0)), ((float("nan"),),)])
def test_listed_values_are_rows_of_one_length(rows):
    with pytest.raises(SettingError):
        Listed(rows)
