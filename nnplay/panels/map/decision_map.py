"""DecisionMap: values over the plane as a picture, with axes, data points, a colour scale and a cursor.

One widget paints everything, because only one small image, drawn below the pixmap of the frame, changes often.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.appearance import accessible, metrics
from nnplay.appearance.focus_ring import paint_focus_ring
from nnplay.appearance.theme import Role, theme
from nnplay.appearance.values import value_image
from nnplay.panels.map.class_picture import class_image
from nnplay.panels.map.map_frame import EXTENT, Axes, MapGeometry, Points, ValueRange, paint_frame, plane_opacity
from nnplay.panels.map.sampling import sharpened

_SHARPENING = 3
_STEP = 0.25
_KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class DecisionMap(QWidget):
    """A picture of a function of two variables.

    Signals
    -------
    pointed
        (x1, x2) under the mouse or reached with the arrow keys, or None.
    pressed, dragged
        (x1, x2) where the left button or Return was pressed, and where the mouse, or the arrow keys with Shift, then
        move.
    """

    pointed = Signal(object)
    pressed = Signal(object)
    dragged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plane: np.ndarray | None = None
        self._range = ValueRange()
        self._is_discrete = False
        self._points: tuple[Points, ...] = ()
        self._image: QImage | None = None
        self._frame: QPixmap | None = None  # None if it has to be painted again
        self._classes: np.ndarray | None = None
        self._class_names: tuple[str, ...] = ()
        self._axes = Axes()
        self._place: tuple[float, float] | None = None
        self._followed: tuple[float, float] | None = None
        self._is_held = False  # Return was pressed, and the arrow keys with Shift drag from there
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFont(metrics.font(metrics.Text.CAPTION))
        theme().changed.connect(self._on_theme_changed)

    @property
    def image(self) -> QImage | None:
        """The picture of the values as last drawn, row 0 on top."""
        return self._image

    @property
    def value_range(self) -> ValueRange:
        """The values at the ends of the colour scale."""
        return self._range

    @property
    def points(self) -> tuple[Points, ...]:
        """The data points shown."""
        return self._points

    @property
    def place(self) -> tuple[float, float] | None:
        """The point under the cursor, (x1, x2), or None."""
        return self._place

    @property
    def geometry_of_plane(self) -> MapGeometry:
        """The area of the plane in the widget."""
        return MapGeometry.within(self.size(), self.fontMetrics())

    def set_plane(self, plane: np.ndarray, value_range: ValueRange, is_discrete: bool) -> None:
        """Show values.

        Parameters
        ----------
        plane
            (n, n), row 0 at x2 = +6, column 0 at x1 = -6; the outermost samples are on the border.
        value_range
            The values with the full colours.
        is_discrete
            Whether to show only on which side of the middle a value is; the middle itself counts as high.
        """
        if value_range != self._range:
            self._frame = None
        self._plane, self._range, self._is_discrete = plane, value_range, is_discrete
        self._classes = None
        self._name_classes(())
        self._draw_image(plane)

    def set_class_planes(self, planes: np.ndarray, names: tuple[str, ...], is_discrete: bool) -> None:
        """Show which of k classes is the most likely: (k, n, n), rows and columns as for ``set_plane``."""
        self._name_classes(names)
        self._plane, self._range, self._is_discrete = planes.max(axis=0), ValueRange(0.0, 1.0), is_discrete
        self._classes = planes
        self._draw_image(planes)

    def _name_classes(self, names: tuple[str, ...]) -> None:
        if names != self._class_names:
            self._class_names = names
            self._frame = None

    @property
    def followed(self) -> tuple[float, float] | None:
        """The marked data point, (x1, x2), or None."""
        return self._followed

    def follow(self, place: tuple[float, float] | None) -> None:
        """Mark a data point."""
        self._followed = place
        self.update()

    @property
    def axes(self) -> Axes:
        """The names and units of the axes."""
        return self._axes

    def set_axes(self, axes: Axes) -> None:
        """Set the names and units of the axes; positions stay the same."""
        if axes != self._axes:
            self._axes = axes
            self._frame = None
            self.update()

    def class_at(self, place: tuple[float, float]) -> int | None:
        """Return the number of the most likely class at (x1, x2); None while a single plane is shown."""
        if self._classes is None:
            return None
        n = self._classes.shape[-1]
        column, row = (round((EXTENT + at) / (2 * EXTENT) * (n - 1)) for at in (place[0], -place[1]))
        return int(self._classes[:, row, column].argmax())

    def set_points(self, *points: Points) -> None:
        """Show these data points."""
        self._points = points
        self._frame = None
        self.update()

    def value_at(self, place: tuple[float, float]) -> float | None:
        """Return the value at (x1, x2), interpolated between the samples; None without values."""
        if self._plane is None:
            return None
        n = len(self._plane)
        column, row = ((EXTENT + at) / (2 * EXTENT) * (n - 1) for at in (place[0], -place[1]))
        left, top = min(int(column), n - 2), min(int(row), n - 2)
        across, down = column - left, row - top
        upper, lower = self._plane[top : top + 2, left : left + 2] @ (1 - across, across)
        return float((1 - down) * upper + down * lower)

    def sizeHint(self) -> QSize:
        return QSize(340, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 150)

    # -- pointing ---------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.geometry_of_plane.place_at(event.position())
        self._point_at(place)
        if place is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.geometry_of_plane.place_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            x1, x2 = self._place or (0.0, 0.0)
            right, up = _KEYS[Qt.Key(event.key())]
            moved = np.clip((x1 + right * _STEP, x2 + up * _STEP), -EXTENT, EXTENT)
            place = float(moved[0]), float(moved[1])
            self._point_at(place)
            self._is_held &= bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self._is_held:
                self.dragged.emit(place)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._place is not None:
            self._is_held = True
            self.pressed.emit(self._place)
        elif event.key() == Qt.Key.Key_Escape and self._place is not None:
            self._point_at(None)
        else:
            super().keyPressEvent(event)

    def _point_at(self, place: tuple[float, float] | None) -> None:
        if place != self._place:
            self._place = place
            self.update()
            self.pointed.emit(place)

    # -- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        geometry = self.geometry_of_plane
        painter = QPainter(self)
        if self._image is not None:
            self._paint_image(painter, geometry, self._image)
        if self._frame is None or self._frame.devicePixelRatio() != self.devicePixelRatioF():
            self._frame = self._paint_frame(geometry)
        painter.drawPixmap(0, 0, self._frame)
        painter.setPen(theme().color(Role.BORDER))
        painter.drawRect(geometry.area.adjusted(-1, -1, 0, 0))
        paint_focus_ring(painter, self, QRectF(geometry.area.adjusted(-2, -2, 2, 2)))
        for place in (self._place, self._followed):
            if place is not None:
                self._paint_place(painter, geometry.position_of(*place))

    def _draw_image(self, plane: np.ndarray) -> None:
        if self._classes is not None:
            self._image = class_image(self._classes, is_discrete=self._is_discrete)
            self.update()
            return
        values = plane - self._range.middle
        if self._is_discrete:
            # Thresholding after interpolating to three times the samples gives a smooth border instead of stairs.
            values = np.where(sharpened(values, _SHARPENING) >= 0, self._range.half, -self._range.half)
        self._image = value_image(values, self._range.half)
        self.update()

    def _paint_image(self, painter: QPainter, geometry: MapGeometry, image: QImage) -> None:
        # The outermost samples are centred on the border of the area, so half of their pixels lie outside it.
        area = geometry.area
        half_pixel = area.width() / (image.width() - 1) / 2
        painter.setClipRect(area)
        painter.fillRect(area, theme().color(Role.SURFACE))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(plane_opacity())
        painter.drawImage(area.adjusted(-half_pixel, -half_pixel, half_pixel, half_pixel), image)
        painter.setOpacity(1)
        painter.setClipping(False)

    def _paint_place(self, painter: QPainter, position: QPointF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A dark ring on a wider light one is visible on any colour of the map.
        for color, width in ((theme().color(Role.SURFACE), 4), (theme().color(Role.TEXT), 1.5)):
            painter.setPen(QPen(color, width))
            painter.drawEllipse(position, 6, 6)

    def _paint_frame(self, geometry: MapGeometry) -> QPixmap:
        frame = QPixmap(self.size() * self.devicePixelRatioF())
        frame.setDevicePixelRatio(self.devicePixelRatioF())
        frame.fill(Qt.GlobalColor.transparent)
        painter = QPainter(frame)
        painter.setFont(self.font())
        paint_frame(painter, geometry, self._range, self._points, self._class_names, self._axes)
        painter.end()
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame = None

    @Slot()
    def _on_theme_changed(self) -> None:
        self._frame = None
        if self._plane is not None:
            self._draw_image(self._plane)


accessible.represent(DecisionMap, accessible.Picture)
