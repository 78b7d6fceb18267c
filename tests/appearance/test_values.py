"""Value colours: ends, middle, clipping, and safety for the three common colour deficiencies."""

import numpy as np
import pytest

from nnplay.appearance.roles import SCHEMES, Role
from nnplay.appearance.theme import Theme
from nnplay.appearance.values import color_indices, lookup_table, network_scale, value_color, value_image, weight_scale
from nnplay.engine import Activation, Dense, Input, NetworkSpec
from tests.appearance.eyes import DEFICIENCIES, distance


@pytest.mark.parametrize("colors", SCHEMES.values(), ids=SCHEMES.keys())
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize(("one", "other"), [("NEGATIVE", "POSITIVE"), ("NEGATIVE", "NEUTRAL"), ("POSITIVE", "NEUTRAL")])
def test_value_colors_stay_apart_for_every_eye(colors, deficiency, one, other):
    assert distance(colors[Role[one]], colors[Role[other]], deficiency) > 25  # ten times a just noticeable difference


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_lookup_table_runs_from_negative_over_neutral_to_positive(qapp, mode):
    theme = Theme()
    theme.set_mode(mode)
    table = lookup_table(theme)
    assert table.shape == (256, 4)
    assert table.dtype == np.uint8
    assert tuple(table[0]) == theme.color(Role.NEGATIVE).getRgb()
    assert tuple(table[255]) == theme.color(Role.POSITIVE).getRgb()
    middle = np.array(theme.color(Role.NEUTRAL).getRgb())
    assert np.abs(table[127].astype(int) - middle).max() <= 1
    assert not table.flags.writeable


def test_indices_clip_and_take_not_a_number_for_zero(qapp):
    values = [-np.inf, -4.0, -2.0, 0.0, np.nan, 2.0, 4.0, np.inf]
    indices = color_indices(values, 2.0)
    assert indices.tolist() == [0, 0, 0, 128, 128, 255, 255, 255]


def test_zero_scale_is_harmless(qapp):
    assert color_indices(np.zeros((2, 2)), 0.0).tolist() == [[128, 128], [128, 128]]


def test_value_color_and_image_agree(qapp):
    values = np.array([[-1.0, -0.4, 0.0], [0.3, 0.9, 2.0]])
    image = value_image(values, 1.0)
    assert (image.width(), image.height()) == (3, 2)
    for row in range(2):
        for column in range(3):
            assert image.pixelColor(column, row) == value_color(values[row, column], 1.0)


def test_image_takes_slices_and_owns_its_pixels(qapp):
    values = np.ones((8, 6))[::2, ::3]
    image = value_image(values)
    values[:] = -1
    assert image.pixelColor(1, 3) == value_color(1.0)


def test_a_networks_scale_is_that_of_a_rather_strong_connection():
    spec = NetworkSpec.chain(Input((10,)), Dense(10))
    weights = np.linspace(-1, 1, 100, dtype=np.float32)
    vector = np.concatenate([weights, np.full(10, 50, np.float32)])  # biases are no connections
    assert network_scale(spec, vector) == weight_scale(np.quantile(np.abs(weights), 0.85))
    vector[3] = 1000
    assert network_scale(spec, vector) <= weight_scale(np.float32([0.9]))
    bare = NetworkSpec.chain(Input((3,)), Activation("relu"))
    assert network_scale(bare, np.zeros(0, np.float32)) > 0
