"""Small pictures of data: points in the plane, an input feature over the plane, a sheet of handwritten digits."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from nnplay.appearance.class_colors import class_color
from nnplay.appearance.qt_types import rgb
from nnplay.appearance.theme import Role, theme
from nnplay.appearance.values import value_color, value_image
from nnplay.data import (
    TOY_SETS,
    BodyMeasuresChoice,
    Dataset,
    DrawnChoice,
    find_feature,
    generate,
    load,
    sample_curve,
)

EXTENT = 6.0
"""The plane extends from -EXTENT to EXTENT on both axes, as in TensorFlow Playground."""

_N_POINTS = 200
_SEED = 7
_RADIUS_SHARE = 0.027
_N_GRID = 24
_N_SHADES = 256


def scatter_picture(kind: str, side_px: int) -> QImage:
    """Return two hundred points of a toy set without noise, coloured by their label."""
    points, labels = generate(kind, _N_POINTS, 0.0, np.random.default_rng(_SEED))
    picture = QImage(side_px, side_px, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(theme().color(Role.CANVAS))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    has_many_classes = bool(TOY_SETS[kind].classes)
    radius = _RADIUS_SHARE * side_px
    scale = side_px / (2 * EXTENT)
    for (x1, x2), label in zip(points.tolist(), labels.tolist(), strict=True):
        painter.setBrush(class_color(int(label)) if has_many_classes else value_color(label))
        painter.drawEllipse(QPointF((x1 + EXTENT) * scale, (EXTENT - x2) * scale), radius, radius)
    painter.end()
    return picture


def feature_picture(name: str, side_px: int) -> QImage:
    """Return a picture of an input feature over the plane, its largest value in full colour."""
    axis = np.linspace(-EXTENT, EXTENT, _N_GRID, dtype=np.float32)
    values = find_feature(name).function(*np.meshgrid(axis, -axis))
    picture = value_image(values, float(np.abs(values).max()))
    return picture.scaled(
        side_px, side_px, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def digit_sheet(dataset: Dataset, n_per_class: int) -> QImage:
    """Return the first examples of every class, one class per row, ink on paper in the theme's colours.

    Parameters
    ----------
    dataset
        Pictures (n, height, width) or (n, height, width, 1) as uint8, with class numbers.
    """
    pictures, classes = dataset.train.x, dataset.train.y
    height, width = pictures.shape[1:3]
    sheet = np.zeros((len(dataset.classes) * height, n_per_class * width), np.uint8)
    for row in range(len(dataset.classes)):
        for column, index in enumerate(np.flatnonzero(classes == row)[:n_per_class]):
            place = np.s_[row * height : (row + 1) * height, column * width : (column + 1) * width]
            sheet[place] = pictures[index].reshape(height, width)
    return ink_image(sheet)


def ink_image(sheet: np.ndarray) -> QImage:
    """Return (height, width) uint8 shades, 0 for paper and 255 for ink, in the theme's colours."""
    sheet = np.ascontiguousarray(sheet)
    image = QImage(sheet.data, sheet.shape[1], sheet.shape[0], sheet.shape[1], QImage.Format.Format_Indexed8)
    image.setColorTable(_ink_table())
    return image.copy()


def _ink_table() -> list[int]:
    paper = np.array(rgb(theme().color(Role.SURFACE)))
    ink = np.array(rgb(theme().color(Role.TEXT)))
    shades = paper + (ink - paper) * np.linspace(0, 1, _N_SHADES)[:, None]
    return [0xFF000000 | int(red) << 16 | int(green) << 8 | int(blue) for red, green, blue in shades.round()]


def curve_picture(kind: str, side_px: int) -> QImage:
    """Return points of a curve without noise, scaled to fill the picture."""
    x, y = sample_curve(kind, _N_POINTS, 0.0, np.random.default_rng(_SEED))
    return _dots(_stretched(x), _stretched(y), [theme().color(Role.ACCENT)] * len(x), _RADIUS_SHARE, side_px)


def points_picture(choice: DrawnChoice, side_px: int) -> QImage:
    """Return a few given points, drawn large and coloured by their label."""
    places = np.array(choice.points, np.float64)
    colors = [value_color(1.0 if label > 0 else -1.0) for label in choice.labels]
    x, y = (_stretched(axis) if np.ptp(axis) else np.full(len(axis), 0.5) for axis in places.T)
    return _dots(x, y, colors, 3 * _RADIUS_SHARE, side_px)


def people_picture(side_px: int) -> QImage:
    """Return weight over height of some people, coloured by their class."""
    people = load(BodyMeasuresChoice(n_people=_N_POINTS), _SEED, _SEED).train
    colors = [class_color(int(sex)) for sex in people.y]
    return _dots(_stretched(people.x[:, 0]), _stretched(people.x[:, 1]), colors, _RADIUS_SHARE, side_px)


def _stretched(values: np.ndarray) -> np.ndarray:
    """Return the values scaled to 0.15 to 0.85."""
    stretched: np.ndarray = 0.15 + 0.7 * (values - values.min()) / np.ptp(values)
    return stretched


def _dots(x: np.ndarray, y: np.ndarray, colors: list[QColor], radius_share: float, side_px: int) -> QImage:
    """Return dots at x and y, 0 to 1 from the lower left."""
    picture = QImage(side_px, side_px, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(theme().color(Role.CANVAS))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for across, up, color in zip(x.tolist(), y.tolist(), colors, strict=True):
        painter.setBrush(color)
        place = QPointF(across * side_px, (1 - up) * side_px)
        painter.drawEllipse(place, radius_share * side_px, radius_share * side_px)
    painter.end()
    return picture
