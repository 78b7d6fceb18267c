"""Small pictures of data: colours where the data have them."""

import numpy as np
import pytest

from nnplay.appearance.theme import Role, theme
from nnplay.data import DIGITS, FEATURES, TOY_SETS, Dataset, Task
from nnplay.engine import Examples
from nnplay.panels.widgets.thumbnail_pictures import digit_sheet, feature_picture, scatter_picture


@pytest.fixture(autouse=True)
def light(qapp):
    theme().set_mode("light")


def hue_counts(image):
    """How many pixels are clearly orange (negative) and clearly blue (positive)."""
    colors = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    orange = sum(color.red() > color.blue() + 100 for color in colors)
    blue = sum(color.blue() > color.red() + 100 for color in colors)
    return orange, blue


@pytest.mark.parametrize("kind", TOY_SETS)
def test_every_toy_set_shows_both_colors(kind):
    image = scatter_picture(kind, 100)
    orange, blue = hue_counts(image)
    assert min(orange, blue) > 50


def test_the_circle_is_blue_inside_and_orange_outside():
    image = scatter_picture("circle", 120)
    inner = image.copy(40, 40, 40, 40)  # |x| < 2, |y| < 2: inside the disc of radius 2.5
    orange, blue = hue_counts(inner)
    assert blue > 100
    assert orange == 0


def test_scatter_has_x2_upwards():
    image = scatter_picture("gaussian", 120)  # positive around (2, 2), negative around (-2, -2)
    assert hue_counts(image.copy(60, 0, 60, 60))[0] == 0
    assert hue_counts(image.copy(0, 60, 60, 60))[1] == 0


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_s_picture_has_its_signs(name):
    image = feature_picture(name, 48)
    assert (image.width(), image.height()) == (48, 48)
    is_even = "squared" in name
    orange, blue = hue_counts(image)
    assert blue > 0
    assert (orange == 0) == is_even


def test_x2_is_positive_at_the_top():
    image = feature_picture("x2", 48)
    assert hue_counts(image.copy(0, 0, 48, 12))[0] == 0
    assert hue_counts(image.copy(0, 36, 48, 12))[1] == 0


def test_the_sheet_has_a_row_for_each_class_in_ink_and_paper():
    x = np.zeros((30, 28, 28, 1), np.uint8)
    y = np.tile(np.arange(10), 3)
    x[y == 4] = 255
    examples = Examples(x, y, 1 / 255)
    dataset = Dataset("mnist", Task.MULTICLASS, examples, examples, (28, 28, 1), DIGITS)
    image = digit_sheet(dataset, 2)
    assert (image.width(), image.height()) == (56, 280)
    ink, paper = theme().color(Role.TEXT), theme().color(Role.SURFACE)
    for row in range(10):
        assert image.pixelColor(30, 28 * row + 14) == (ink if row == 4 else paper)


def test_the_sheet_leaves_room_where_a_class_has_too_few_examples():
    x = np.full((1, 28, 28), 255, np.uint8)
    examples = Examples(x, np.array([9]), 1 / 255)
    dataset = Dataset("mnist", Task.MULTICLASS, examples, examples, (28, 28), DIGITS)
    image = digit_sheet(dataset, 3)
    assert image.pixelColor(10, 9 * 28 + 5) == theme().color(Role.TEXT)
    assert image.pixelColor(40, 9 * 28 + 5) == theme().color(Role.SURFACE)
