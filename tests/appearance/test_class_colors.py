"""Colours of classes differ from each other for every kind of eyes, and are seen on every ground."""

from itertools import combinations

import pytest

from nnplay.appearance.class_colors import class_color
from nnplay.appearance.roles import SCHEMES, Role
from tests.appearance.eyes import DEFICIENCIES, distance


def test_after_twenty_colors_they_begin_anew():
    assert class_color(20) == class_color(0)


@pytest.mark.parametrize(("n_classes", "least"), [(3, 40), (5, 30), (10, 20), (12, 18), (20, 14)])
@pytest.mark.parametrize("deficiency", ["", *DEFICIENCIES])
def test_classes_stay_apart_for_every_eye(deficiency, n_classes, least):
    names = [class_color(number).name() for number in range(n_classes)]
    assert min(distance(one, other, deficiency) for one, other in combinations(names, 2)) > least


@pytest.mark.parametrize("colors", SCHEMES.values(), ids=SCHEMES.keys())
def test_they_are_seen_on_every_ground(colors):
    assert all(distance(class_color(number).name(), colors[Role.SURFACE]) > 25 for number in range(20))
