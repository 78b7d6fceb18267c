"""Figures: small drawings for the glossary and the guide, painted in the theme's colours and the user's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from nnplay.appearance import metrics
from nnplay.appearance.figures import descent, features, line, nested, neuron, tanh, tasks
from nnplay.appearance.figures.sketch import Sketch

_SMALLEST, _LARGEST = 0.8, 1.3
"""Bounds of the scale, so that words stay legible and drawings do not become posters."""


@dataclass(frozen=True)
class Pane:
    """One drawing of a figure, in a size of its own pixels."""

    width: int
    height: int
    draw: Callable[[Sketch], None]


FIGURES: dict[str, tuple[Pane, ...]] = {
    "neuron": (Pane(280, 210, neuron.nerve_cell), Pane(280, 210, neuron.artificial_neuron)),
    "nested": (Pane(300, 190, nested.fields),),
    "features": (Pane(230, 214, features.by_hand), Pane(230, 214, features.learned)),
    "tasks": (
        Pane(180, 176, tasks.classification),
        Pane(180, 176, tasks.regression),
        Pane(180, 176, tasks.clustering),
    ),
    "tanh": (Pane(300, 210, tanh.curves),),
    "line": (Pane(230, 190, line.points), Pane(230, 190, line.neuron)),
    "descent": (Pane(380, 226, descent.valley),),
}
"""The panes of each figure: beside each other where there is room, otherwise below each other."""


def figure_image(name: str, width: float, ratio: float = 1.0) -> QImage:
    """Return a figure as wide as the room allows.

    Parameters
    ----------
    name
        One of ``FIGURES``.
    width
        The room, in logical pixels.
    ratio
        Device pixels per logical pixel.
    """
    panes = FIGURES[name]
    ends = list(accumulate(pane.width for pane in panes))
    n_across = max(1, sum(end * _SMALLEST <= width for end in ends))
    scale = min(width / ends[n_across - 1], _LARGEST * metrics.text_scale())
    rows = [panes[first : first + n_across] for first in range(0, len(panes), n_across)]
    height = sum(max(pane.height for pane in row) for row in rows)
    size = QSize(round(ends[n_across - 1] * scale * ratio), round(height * scale * ratio))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(scale * ratio, scale * ratio)
    for row in rows:
        painter.save()
        for pane in row:
            pane.draw(Sketch(painter))
            painter.translate(pane.width, 0)
        painter.restore()
        painter.translate(0, max(pane.height for pane in row))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
