"""Pooling against windows taken one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.engine import (
    AveragePooling2D,
    Conv2D,
    Dense,
    Flatten,
    GlobalAveragePooling2D,
    Input,
    Layer,
    MaxPooling2D,
    Network,
    NetworkSpec,
    SettingError,
    ShapeError,
)
from nnplay.engine.calls import Array
from tests.engine.central_differences import error_by_weight, random_network


def _reference(x: Array, size: tuple[int, int], strides: tuple[int, int], padding: str, function: object) -> Array:
    """Each window cut to what lies inside the picture."""
    counts, first = [], []
    for length, window, stride in zip(x.shape[1:3], size, strides, strict=True):
        if padding == "valid":
            counts.append((length - window) // stride + 1)
            first.append(0)
        else:
            counts.append(-(-length // stride))
            first.append(-(max((counts[-1] - 1) * stride + window - length, 0) // 2))
    result = np.empty((len(x), *counts, x.shape[3]))
    for row in range(counts[0]):
        for column in range(counts[1]):
            top, left = first[0] + row * strides[0], first[1] + column * strides[1]
            window = x[:, max(top, 0) : top + size[0], max(left, 0) : left + size[1]]
            result[:, row, column] = function(window, axis=(1, 2))  # type: ignore[operator]
    return result


@given(
    shape=st.tuples(st.integers(1, 7), st.integers(1, 7), st.integers(1, 3)),
    size=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    strides=st.one_of(st.none(), st.tuples(st.integers(1, 4), st.integers(1, 4))),
    padding=st.sampled_from(["valid", "same"]),
    is_max=st.booleans(),
)
def test_every_window(
    shape: tuple[int, int, int], size: tuple[int, int], strides: tuple[int, int] | None, padding: str, is_max: bool
) -> None:
    layer: Layer = (MaxPooling2D if is_max else AveragePooling2D)(size, strides, padding)
    if padding == "valid" and (shape[0] < size[0] or shape[1] < size[1]):
        with pytest.raises(ShapeError):
            NetworkSpec.chain(Input(shape), layer)
        return
    x = np.random.default_rng(0).normal(size=(2, *shape))
    expected = _reference(x, size, strides or size, padding, np.max if is_max else np.mean)
    np.testing.assert_allclose(Network(NetworkSpec.chain(Input(shape), layer), np.float64).predict(x), expected)


@pytest.mark.parametrize("kind", [MaxPooling2D, AveragePooling2D])
@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize("strides", [None, 1, 2, 3])
@pytest.mark.parametrize("size", [1, 2, 3, (2, 3)])
def test_gradients_weight_by_weight(
    kind: type[MaxPooling2D], size: int | tuple[int, int], strides: int | None, padding: str, rng: np.random.Generator
) -> None:
    spec = NetworkSpec.chain(Input((6, 5, 2)), Conv2D(2, 2), kind(size, strides, padding), Flatten(), Dense(2))
    x, y = rng.normal(size=(3, 6, 5, 2)), rng.normal(size=(3, 2))
    assert error_by_weight(random_network(spec), x, y, "half_squared_error") < 1e-6


@pytest.mark.parametrize("strides", [None, 1])
def test_of_equal_numbers_the_first_takes_all_the_gradient(strides: int | None) -> None:
    """The flat background of a drawing is all ties: shared out twice, the bias would learn too fast."""
    spec = NetworkSpec.chain(Input((4, 4, 1)), Conv2D(1, 1), MaxPooling2D(2, strides), Flatten(), Dense(1))
    x, y = np.zeros((2, 4, 4, 1)), np.ones((2, 1))
    assert error_by_weight(random_network(spec), x, y, "half_squared_error") < 1e-6


def test_what_no_window_sees_has_no_gradient_even_after_a_disaster(rng: np.random.Generator) -> None:
    """A row that no window covers keeps nothing of a batch that was not finite."""
    spec = NetworkSpec.chain(Input((5, 5, 1)), Conv2D(1, 1), MaxPooling2D(2), Flatten(), Dense(1))
    network = random_network(spec)
    workspace = network.workspace(1, rng, "half_squared_error")
    for value in (np.nan, 1.0):
        workspace.x[:-1] = value
        with np.errstate(all="ignore"):
            for function, arguments in workspace.forward + workspace.backward:
                function(*arguments)
    assert np.isfinite(network.gradients).all()


def test_global_average(rng: np.random.Generator) -> None:
    x = rng.normal(size=(3, 4, 5, 2))
    network = Network(NetworkSpec.chain(Input((4, 5, 2)), GlobalAveragePooling2D()), np.float64)
    np.testing.assert_allclose(network.predict(x), x.mean(axis=(1, 2)))


def test_without_strides_the_windows_lie_side_by_side() -> None:
    assert MaxPooling2D(3).output_shape((9, 9, 2)) == (3, 3, 2)
    assert AveragePooling2D((2, 3)).output_shape((8, 9, 2)) == (4, 3, 2)
    assert MaxPooling2D() == MaxPooling2D((2, 2)) == MaxPooling2D(2)


@pytest.mark.parametrize("fields", [{"pool_size": 0}, {"pool_size": (1, 2, 3)}, {"strides": 0}, {"padding": "none"}])
@pytest.mark.parametrize("kind", [MaxPooling2D, AveragePooling2D])
def test_settings_outside_their_range_are_refused(kind: type[MaxPooling2D], fields: dict[str, object]) -> None:
    with pytest.raises(SettingError):
        kind(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("layer", [MaxPooling2D(), AveragePooling2D(), GlobalAveragePooling2D()])
def test_only_pictures_can_be_pooled(layer: Layer) -> None:
    with pytest.raises(ShapeError, match="pictures"):
        NetworkSpec.chain(Input((4,)), layer)
