"""Value colours: ends, middle, clipping, and safety for the three common colour deficiencies."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from nnplay.engine import Activation, Dense, Input, NetworkSpec
from nnplay.look.class_colors import class_color
from nnplay.look.roles import SCHEMES, Role
from nnplay.look.theme import Theme
from nnplay.look.values import color_indices, lookup_table, network_scale, value_color, value_image, weight_scale

# Machado, Oliveira, Fernandes 2009, severity 1.0: linear RGB to what is seen.
_DEFICIENCIES = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIE L*a*b* (D65) of linear RGB, shape (3,)."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def linear(name: str) -> np.ndarray:
    c = np.array(QColor(name).getRgbF()[:3])
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("colors", SCHEMES.values(), ids=SCHEMES.keys())
@pytest.mark.parametrize("deficiency", _DEFICIENCIES)
@pytest.mark.parametrize(("one", "other"), [("NEGATIVE", "POSITIVE"), ("NEGATIVE", "NEUTRAL"), ("POSITIVE", "NEUTRAL")])
def test_value_colors_stay_apart_for_every_eye(colors, deficiency, one, other):
    seen = [lab(np.array(_DEFICIENCIES[deficiency]) @ linear(colors[Role[name]])) for name in (one, other)]
    assert np.linalg.norm(seen[0] - seen[1]) > 25  # ten times a just noticeable difference


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
