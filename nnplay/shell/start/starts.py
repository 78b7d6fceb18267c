"""The starting points, each with a function for its picture: examples with data, networks for the current data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from math import ceil

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from nnplay.appearance.sentences import sentence
from nnplay.appearance.theme import Role, theme
from nnplay.data import GATES, TOY_SETS
from nnplay.data.digits import generate_digits, write
from nnplay.data.skeletons import skeletons
from nnplay.engine import NnplayError
from nnplay.panels.widgets.thumbnail_pictures import ink_image, people_picture, points_picture, scatter_picture
from nnplay.project import Project
from nnplay.project.presets import Preset, preset
from nnplay.project.templates import TEMPLATES, apply_template
from nnplay.shell.images.network_picture import network_picture

_GATE = "logic-"
_SEED = 5
_DIGITS_ACROSS = 5

MakeSquare = Callable[[int], QImage]


@dataclass(frozen=True)
class Start:
    """A starting point.

    Attributes
    ----------
    name
        Identifies it to the caller.
    title, summary
        Its title and what it shows, in the user's language.
    make
        Makes the picture in a size in pixels; can be called in any thread.
    is_possible
        Whether it is available now; if not, the summary says why.
    """

    name: str
    title: str
    summary: str
    make: Callable[[QSize], QImage]
    is_possible: bool = True


def example_starts(presets: Iterable[Preset]) -> list[Start]:
    """Return presets, shown by their data if these can be drawn, otherwise by their network."""
    translate = QCoreApplication.translate
    return [
        Start(
            each.name,
            translate("presets", each.title),
            translate("presets", each.summary),
            partial(_example_picture, each.name),
        )
        for each in presets
    ]


def network_starts(project: Project) -> list[Start]:
    """Return templates, each with the network that it would create for the project's data."""
    return [_network_start(project, name) for name in TEMPLATES]


def _network_start(project: Project, name: str) -> Start:
    template = TEMPLATES[name]
    title = QCoreApplication.translate("templates", template.title)
    summary = QCoreApplication.translate("templates", template.summary)
    try:
        made = apply_template(project, name)
    except NnplayError as error:
        return Start(name, title, sentence(error), _no_picture, is_possible=False)
    return Start(name, title, summary, partial(network_picture, made))


def _no_picture(size_px: QSize) -> QImage:
    return QImage()


def _example_picture(name: str, size_px: QSize) -> QImage:
    if name == "mnist-mlp":
        return _digits_picture(size_px)
    make = _data_picture(name)
    return network_picture(preset(name), size_px) if make is None else _in_the_middle(make, size_px)


def _data_picture(name: str) -> MakeSquare | None:
    """Return how to draw a preset's data; None if there are too few, too many dimensions, or they are not available."""
    if name in TOY_SETS:
        return partial(scatter_picture, name)
    if name.startswith(_GATE):
        return partial(points_picture, GATES[name.removeprefix(_GATE)])
    return people_picture if name == "body-measures" else None


def _in_the_middle(make: MakeSquare, size_px: QSize, ground: Role = Role.CANVAS) -> QImage:
    picture = QImage(size_px, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(theme().color(ground))
    painter = QPainter(picture)
    painter.drawImage(QPoint((size_px.width() - size_px.height()) // 2, 0), make(size_px.height()))
    painter.end()
    return picture


def _digits_picture(size_px: QSize) -> QImage:
    """Return a sheet of generated digits that fills the picture."""
    n_down = ceil(_DIGITS_ACROSS * size_px.height() / size_px.width())
    pictures, _ = generate_digits(_DIGITS_ACROSS * n_down, np.random.default_rng(_SEED))
    rows = pictures.reshape(n_down, _DIGITS_ACROSS, *pictures.shape[1:])
    sheet = ink_image(np.concatenate(np.concatenate(rows, axis=1), axis=1))
    sheet = sheet.scaledToWidth(size_px.width(), Qt.TransformationMode.SmoothTransformation)
    return sheet.copy(QRect(QPoint(), size_px))


def digit_picture(size_px: QSize) -> QImage:
    """Return one handwritten digit; can be called in any thread."""
    digit = write(skeletons("2")[0], 1, np.random.default_rng(_SEED))[0]
    return _in_the_middle(partial(_square, ink_image(digit)), size_px, Role.SURFACE)


def _square(image: QImage, side_px: int) -> QImage:
    return image.scaled(side_px, side_px, mode=Qt.TransformationMode.SmoothTransformation)
