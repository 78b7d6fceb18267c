"""Colours of classes differ from each other, and are seen on white and on dark."""

from itertools import combinations

from nnplay.look.class_colors import class_color


def test_ten_colors_that_differ():
    colors = [class_color(number).getRgb()[:3] for number in range(10)]
    for one, other in combinations(colors, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) > 40**2
    assert class_color(10) == class_color(0)
