"""Conv2D against einsum over windows taken one by one, and against what is known of borders."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.engine import Conv2D, Dense, Flatten, Input, Network, NetworkSpec, SettingError, ShapeError
from nnplay.engine.calls import Array
from nnplay.engine.layers import columns
from tests.engine.central_differences import error_by_weight, random_network


def _same_margins(length: int, size: int, stride: int) -> tuple[int, int]:
    """TensorFlow's rule: as many windows as strides begin, the odd pixel of padding behind."""
    total = max((-(-length // stride) - 1) * stride + size - length, 0)
    return total // 2, total - total // 2


def _reference(x: Array, kernel: Array, bias: Array, strides: tuple[int, int], padding: str) -> Array:
    height, width = kernel.shape[:2]
    if padding == "same":
        margins = [_same_margins(x.shape[axis], kernel.shape[axis - 1], strides[axis - 1]) for axis in (1, 2)]
        x = np.pad(x, [(0, 0), *margins, (0, 0)])
    rows = range(0, x.shape[1] - height + 1, strides[0])
    places = range(0, x.shape[2] - width + 1, strides[1])
    return (
        np.stack(
            [
                np.stack(
                    [np.einsum("nijc,ijcf->nf", x[:, i : i + height, j : j + width], kernel) for j in places], axis=1
                )
                for i in rows
            ],
            axis=1,
        )
        + bias
    )


@given(
    shape=st.tuples(st.integers(1, 7), st.integers(1, 7), st.integers(1, 3)),
    size=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    strides=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    padding=st.sampled_from(["valid", "same"]),
    filters=st.integers(1, 3),
)
def test_the_sum_over_each_window(
    shape: tuple[int, int, int], size: tuple[int, int], strides: tuple[int, int], padding: str, filters: int
) -> None:
    layer = Conv2D(filters, size, strides, padding)
    if padding == "valid" and (shape[0] < size[0] or shape[1] < size[1]):
        with pytest.raises(ShapeError):
            NetworkSpec.chain(Input(shape), layer)
        return
    network = random_network(NetworkSpec.chain(Input(shape), layer))
    x = np.random.default_rng(0).normal(size=(3, *shape))
    expected = _reference(x, network.view("conv2d", "kernel"), network.view("conv2d", "bias"), strides, padding)
    np.testing.assert_allclose(network.predict(x), expected, atol=1e-12)


@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize("strides", [1, 2, (2, 1), 3])
@pytest.mark.parametrize("size", [1, 2, 3, (2, 3)])
@pytest.mark.parametrize("use_bias", [True, False])
def test_gradients_weight_by_weight(
    size: int | tuple[int, int], strides: int | tuple[int, int], padding: str, use_bias: bool, rng: np.random.Generator
) -> None:
    """The first convolution needs no input gradient, the second gives one."""
    spec = NetworkSpec.chain(
        Input((6, 5, 2)),
        Conv2D(2, size, strides, padding, "tanh", use_bias),
        Conv2D(2, 2, 1, "same", use_bias=use_bias),
        Flatten(),
        Dense(2),
    )
    x, y = rng.normal(size=(3, 6, 5, 2)), rng.normal(size=(3, 2))
    assert error_by_weight(random_network(spec), x, y, "half_squared_error") < 1e-6


def test_gathering_in_several_blocks_is_the_same(monkeypatch: pytest.MonkeyPatch, rng: np.random.Generator) -> None:
    spec = NetworkSpec.chain(Input((9, 7, 2)), Conv2D(3, 3, activation="tanh"), Conv2D(2, 3, padding="same"), Flatten())
    x, y = rng.normal(size=(4, 9, 7, 2)), rng.normal(size=(4, 70))
    network = random_network(spec)
    loss = network.loss_and_gradients(x, y, "half_squared_error")
    gradients = network.gradients.copy()
    monkeypatch.setattr(columns, "MOST_NUMBERS", 2 * 5 * (18 + 1) * 4)  # two rows of the first convolution at a time
    assert network.loss_and_gradients(x, y, "half_squared_error") == pytest.approx(loss, rel=1e-12)
    np.testing.assert_allclose(network.gradients, gradients, rtol=1e-9, atol=1e-12)
    assert error_by_weight(network, x, y, "half_squared_error") < 1e-6


def test_a_kernel_that_looks_for_an_edge_finds_it() -> None:
    network = Network(NetworkSpec.chain(Input((3, 4, 1)), Conv2D(1, (1, 2), use_bias=False)))
    network.view("conv2d", "kernel")[:, :, 0, 0] = [[-1, 1]]
    picture = np.array([[0, 0, 1, 1]] * 3, np.float32).reshape(1, 3, 4, 1)
    np.testing.assert_array_equal(network.predict(picture)[0, :, :, 0], [[0, 1, 0]] * 3)


def test_the_flat_layout_is_kerass() -> None:
    spec = NetworkSpec.chain(Input((8, 8, 3)), Conv2D(5, (2, 4)))
    kernel, bias = spec.slots
    assert (kernel.shape, bias.shape) == ((2, 4, 3, 5), (5,))
    assert (kernel.spec.fan_in, kernel.spec.fan_out) == (2 * 4 * 3, 2 * 4 * 5)


def test_one_number_means_both() -> None:
    assert Conv2D(4, 3, 2) == Conv2D(4, (3, 3), (2, 2)) == Conv2D(4, [3, 3], [2, 2])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"filters": 0},
        {"filters": 2.0},
        {"kernel_size": 0},
        {"kernel_size": (3, 3, 3)},
        {"kernel_size": "3"},
        {"strides": (1, 0)},
        {"padding": "full"},
        {"activation": "rely"},
        {"kernel_l2": -1.0},
        {"kernel_initializer": "he"},
    ],
)
def test_settings_outside_their_range_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(SettingError):
        Conv2D(**fields)  # type: ignore[arg-type]
