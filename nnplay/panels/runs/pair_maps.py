"""PairMaps: two networks over the plane side by side, and where they disagree."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from nnplay.appearance import accessible, metrics
from nnplay.appearance.number_text import percent_text
from nnplay.appearance.qt_types import rgb
from nnplay.appearance.theme import Role, theme
from nnplay.appearance.values import value_image
from nnplay.panels.map.class_picture import class_image
from nnplay.panels.map.map_frame import MapGeometry, Points, ValueRange, paint_points, plane_opacity
from nnplay.panels.plots.round_numbers import number_text
from nnplay.panels.runs.pair import PairPlanes


class PairMaps(QWidget):
    """Three small maps in a row, each below its caption."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planes: PairPlanes | None = None
        self.tiles = tuple(PlaneTile() for _ in range(3))
        self.captions = tuple(QLabel() for _ in range(3))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(metrics.TINY)
        grid.setRowStretch(1, 1)
        for column, (tile, caption) in enumerate(zip(self.tiles, self.captions, strict=True)):
            caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
            caption.setProperty("look", "caption")
            caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(caption, 0, column)
            grid.addWidget(tile, 1, column)
            grid.setColumnStretch(column, 1)
        theme().changed.connect(self._draw)

    def show_planes(self, planes: PairPlanes, names: tuple[str, str]) -> None:
        """Show two networks by these names."""
        self._planes = planes
        if planes.share is None:
            last = self.tr("Largest difference: {value}").format(value=number_text(float(planes.differences.max())))
        else:
            last = self.tr("They disagree on {share}").format(share=percent_text(planes.share))
        for tile, caption, text in zip(self.tiles, self.captions, (*names, last), strict=True):
            caption.setText(text)
            caption.setToolTip(text)
            tile.setAccessibleName(text)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        planes = self._planes
        if planes is None:
            return
        for tile, outputs, points in zip(self.tiles[:2], planes.planes, planes.points, strict=True):
            tile.show_picture(_picture(outputs, planes.value_range), points, planes.value_range)
        self.tiles[2].show_picture(_difference_picture(planes), (), planes.value_range)


class PlaneTile(QWidget):
    """A map without axes: a square picture of values over the plane, with its data points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._points: tuple[Points, ...] = ()
        self._range = ValueRange()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> QImage | None:
        """The picture shown, row 0 on top."""
        return self._image

    def show_picture(self, image: QImage, points: tuple[Points, ...], value_range: ValueRange) -> None:
        """Show another picture."""
        self._image, self._points, self._range = image, points, value_range
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(150, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 130)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        side = min(self.width(), self.height()) - 2
        area = QRectF((self.width() - side) // 2, 1, side, side)
        painter = QPainter(self)
        painter.fillRect(area, theme().color(Role.SURFACE))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(plane_opacity())
        painter.drawImage(area, self._image)
        painter.setOpacity(1)
        painter.setPen(theme().color(Role.BORDER))
        painter.drawRect(area.adjusted(-1, -1, 0, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area)
        for points in self._points:
            paint_points(painter, MapGeometry(area), self._range, points)


accessible.represent(PlaneTile, accessible.Picture)


def _picture(planes: np.ndarray, value_range: ValueRange) -> QImage:
    if len(planes) > 1:
        return class_image(planes, is_discrete=False)
    return value_image(planes[0] - value_range.middle, value_range.half)


def _difference_picture(planes: PairPlanes) -> QImage:
    """Where classes differ in one strong colour; how far quantities are apart in the colour of high values."""
    differences = planes.differences
    if differences.dtype != bool:
        return value_image(differences, max(float(differences.max()), 1e-9))
    colors = np.array([rgb(theme().color(role)) for role in (Role.SURFACE, Role.ERROR)], np.uint8)
    pixels = np.ascontiguousarray(colors[differences.astype(np.intp)])
    height, width = differences.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
