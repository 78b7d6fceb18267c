"""Small pictures of networks: in the colours of their weights, inside their frame, another one for another network."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from nnplay.appearance.theme import Role, theme
from nnplay.project.presets import PRESETS, preset
from nnplay.project.templates import apply_template
from nnplay.shell.images.network_picture import network_picture

SIZE = QSize(248, 156)


def share_like(image, color: QColor) -> float:
    """How much of a picture has about this colour."""
    hits = sum(
        abs(pixel.red() - color.red()) + abs(pixel.green() - color.green()) + abs(pixel.blue() - color.blue()) < 90
        for x in range(image.width())
        for y in range(image.height())
        if (pixel := image.pixelColor(x, y))
    )
    return hits / (image.width() * image.height())


@pytest.mark.parametrize("name", PRESETS)
def test_the_edge_stays_free(qapp, name):
    image = network_picture(preset(name), SIZE)
    paper = theme().color(Role.CANVAS).rgb()
    edge = [image.pixel(x, y) for x in range(SIZE.width()) for y in (0, SIZE.height() - 1)]
    edge += [image.pixel(x, y) for y in range(SIZE.height()) for x in (0, SIZE.width() - 1)]
    assert set(edge) == {paper}


def test_the_sign_of_a_weight_is_its_colour(qapp):
    project = preset("one-weight")
    positive, negative = (
        network_picture(replace(project, parameters=np.full(1, weight, np.float32)), SIZE) for weight in (1, -1)
    )
    blue, orange = theme().color(Role.POSITIVE), theme().color(Role.NEGATIVE)
    assert share_like(positive, blue) > 0.01 > 0.001 > share_like(positive, orange)
    assert share_like(negative, orange) > 0.01 > 0.001 > share_like(negative, blue)


def test_a_link_past_other_layers_is_seen_above_them(qapp):
    project = preset("plane")
    chain, residual = (apply_template(project, name) for name in ("deep-mlp", "residual-mlp"))
    paper = theme().color(Role.CANVAS).rgb()
    above = [(x, SIZE.height() // 16) for x in range(SIZE.width())]
    assert all(network_picture(chain, SIZE).pixel(*place) == paper for place in above)
    assert any(network_picture(residual, SIZE).pixel(*place) != paper for place in above)
