"""The picture of several classes over the plane: each point in the colour of its predicted class."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from nnplay.appearance.class_colors import class_color
from nnplay.appearance.qt_types import rgb
from nnplay.appearance.theme import Role, theme


def class_image(planes: np.ndarray, *, is_discrete: bool) -> QImage:
    """Draw (k, n, n) outputs, row 0 on top; paler where the network is less sure, neutral where all classes are equally
    likely.
    """
    n_classes, height, width = planes.shape
    colors = np.array([rgb(class_color(number)) for number in range(n_classes)], np.float32)
    winners, greatest = planes.argmax(axis=0), planes.max(axis=0)
    least = 1 / n_classes
    sure = np.ones_like(greatest) if is_discrete else np.clip((greatest - least) / (1 - least), 0, 1)
    sure = np.nan_to_num(sure)[..., np.newaxis]
    neutral = np.array(rgb(theme().color(Role.NEUTRAL)), np.float32)
    mixed = (sure * colors[winners] + (1 - sure) * neutral).round().astype(np.uint8)
    return QImage(np.ascontiguousarray(mixed).data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
