"""The picture of one cell: its decision map, its learning curve, or a score as a colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, log

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from nnplay.appearance.qt_types import rgb
from nnplay.appearance.theme import Role, theme
from nnplay.appearance.values import value_pixels
from nnplay.panels.experiments.cells import CellView
from nnplay.panels.map.class_picture import class_image
from nnplay.panels.map.map_frame import ValueRange
from nnplay.panels.map.sampling import interpolation

_WIDE = 20
"""Ratio of the largest to the smallest score from which the colours follow its logarithm."""

_MARK = 9.0


class MapImages:
    """The decision maps of cells at the size in which they are painted; those that have changed are made together."""

    def __init__(self) -> None:
        self._range = ValueRange()
        self._made: dict[int, tuple[NDArray[np.float32], int, QImage]] = {}

    def begin(self, value_range: ValueRange) -> None:
        """Forget all; from now on these values have the full colours."""
        self._range = value_range
        self._made.clear()

    def forget(self) -> None:
        """Make all anew, in other colours."""
        self._made.clear()

    def of(self, cell: CellView) -> QImage | None:
        """Return a cell's image as last made; None while it is unknown."""
        made = self._made.get(cell.number)
        return None if made is None else made[2]

    def make(self, cells: Sequence[CellView], side: int) -> None:
        """Make the images of those that look different, ``side`` device pixels wide."""
        single = []
        for cell in cells:
            if cell.planes is None or self._is_made(cell, side):
                continue
            if len(cell.planes) == 1:
                single.append(cell)
            else:
                image = class_image(cell.planes, is_discrete=False)
                self._keep(cell, side, image.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation))
        if not single:
            return
        # Interpolated for all at once: scaling each image while it is painted takes ten times as long.
        planes = np.stack([cell.planes[0] for cell in single if cell.planes is not None])
        fine = interpolation(planes.shape[-1], side)
        pixels = value_pixels(fine @ (planes - self._range.middle) @ fine.T, self._range.half)
        for cell, own in zip(single, pixels, strict=True):
            self._keep(cell, side, QImage(own.data, side, side, 4 * side, QImage.Format.Format_RGB32).copy())

    def _is_made(self, cell: CellView, side: int) -> bool:
        made = self._made.get(cell.number)
        return made is not None and made[0] is cell.planes and made[1] == side

    def _keep(self, cell: CellView, side: int, image: QImage) -> None:
        assert cell.planes is not None
        self._made[cell.number] = cell.planes, side, image


@dataclass(frozen=True)
class Scale:
    """From the worst to the best score of all cells that have not failed.

    Attributes
    ----------
    is_better_high
        Whether higher scores are better.
    """

    low: float
    high: float
    is_better_high: bool

    @staticmethod
    def of(cells: Sequence[CellView], name: str) -> Scale:
        """Return the scale of one score; failed and unknown ones do not count."""
        known = [value for cell in cells if not isnan(value := cell.score(name))]
        return Scale(min(known, default=0.0), max(known, default=1.0), name.endswith("accuracy"))

    def at(self, value: float) -> float:
        """Return where a score is, from 0 for the worst to 1 for the best."""
        if self.high <= self.low:
            return 1.0
        if self.low > 0 and self.high / self.low > _WIDE:
            share = log(value / self.low) / log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return share if self.is_better_high else 1 - share

    def color(self, value: float) -> QColor:
        """Return its colour: the better, the stronger."""
        weak, strong = theme().color(Role.NEUTRAL), theme().color(Role.ACCENT)
        share = self.at(value)
        channels = zip(rgb(weak), rgb(strong), strict=True)
        return QColor(*(round(a + share * (b - a)) for a, b in channels))

    def ink(self, value: float) -> QColor:
        """Return a colour for text on it."""
        return theme().color(Role.ACCENT_TEXT if self.at(value) > 0.5 else Role.TEXT)


def paint_curve(painter: QPainter, area: QRectF, cell: CellView, last_epoch: float, highest: float) -> None:
    """Draw a learning curve; losses above the highest leave at the top."""
    if len(cell.epochs) < 2 or last_epoch <= 0 or highest <= 0:
        return
    x = area.left() + area.width() * np.array(cell.epochs) / last_epoch
    y = area.bottom() - area.height() * np.minimum(np.array(cell.losses) / highest, 1.0)
    painter.setPen(QPen(theme().color(Role.TEST), 1.5))
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in zip(x.tolist(), y.tolist(), strict=True)]))


def paint_failed(painter: QPainter, area: QRectF) -> None:
    """Mark a cell that has diverged or could not be trained: hatched, outside every scale."""
    color = theme().color(Role.ERROR)
    painter.fillRect(area, theme().color(Role.ERROR_SOFT))
    painter.fillRect(area, QBrush(color, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(color, 1))
    painter.drawRect(area)


def paint_stopped(painter: QPainter, area: QRectF) -> None:
    """Mark a cell that was stopped before its end: a small square in its corner."""
    side = min(_MARK, area.width() / 3)
    corner = QRectF(area.right() - side - 2, area.top() + 2, side, side)
    painter.fillRect(corner, theme().color(Role.SURFACE))
    painter.fillRect(corner.adjusted(2, 2, -2, -2), theme().color(Role.MUTED))
