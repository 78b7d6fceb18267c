"""NavigationView: a graphics view with zoom at the pointer, panning, and fitting to its content.

Separate from the canvas proper: it knows nothing about networks.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsItem, QGraphicsScene, QGraphicsView, QWidget
from shiboken6 import isValid

from nnplay.appearance.focus_ring import BY_KEYS, paint_focus_ring

LEAST_ZOOM, MOST_ZOOM = 0.1, 4.0
_MOST_FIT = 1.25
"""Fitting does not enlarge a small network beyond this."""

_MARGIN_PX = 16
FOOT_PX = 32
"""Height of the band at the bottom that a fitted view keeps free for the widgets in its corners."""

_STEP = 1.2
_ROOM = 4_000.0
"""How far the view can be panned beyond the content, scene px."""

_RING_RADIUS = 8.0


class NavigationView(QGraphicsView):
    """The wheel zooms at the pointer; the middle button, the space bar and two fingers pan.

    Until the user does either, the view fits itself to its content.

    Signals
    -------
    viewed : the visible part has changed.
    """

    viewed = Signal()

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._is_fitted = True
        self._is_space_down = False
        self._shows_focus = False
        self._foot_px = FOOT_PX
        self._panned_from: QPoint | None = None
        self._held: QGraphicsItem | None = None
        self._held_at = QPoint()
        self._is_fitting = False
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self.fit)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)

    @property
    def zoom(self) -> float:
        """Screen pixels per scene pixel."""
        return self.transform().m11()

    @property
    def is_fitted(self) -> bool:
        """Whether the view follows its content; ends when the user first zooms or pans."""
        return self._is_fitted

    @property
    def is_panning(self) -> bool:
        """Whether the view is being dragged."""
        return self._panned_from is not None

    @property
    def room(self) -> QRectF:
        """The part of the viewport that a fitted view fills, px."""
        return QRectF(self.viewport().rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX - self._foot_px)

    def look_at(self, at: QPointF) -> None:
        """Centre the view on a point of the scene."""
        self._is_fitted = False
        self.centerOn(at)
        self.viewed.emit()

    def content_rect(self) -> QRectF:
        """Return the rectangle that shows everything."""
        return self.scene().itemsBoundingRect()

    @Slot()
    def zoom_in(self) -> None:
        """Zoom in one step at the middle."""
        self._zoom_at(QPointF(self.viewport().rect().center()), _STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Zoom out one step at the middle."""
        self._zoom_at(QPointF(self.viewport().rect().center()), 1 / _STEP)

    @Slot()
    def zoom_to_fit(self) -> None:
        """Show everything, now and when the content changes."""
        self._is_fitted = True
        self.fit()

    def keep_free(self, foot_px: int) -> None:
        """Keep this many pixels at the bottom free when the view fits itself; 0 for the default."""
        foot_px = max(FOOT_PX, foot_px)
        if foot_px != self._foot_px:
            self._foot_px = foot_px
            self.fit()

    @Slot(object)
    def hold(self, item: QGraphicsItem | None) -> None:
        """Keep an item where it is in the view while the content around it changes; None ends this."""
        self._held = item
        if self._is_fitting:
            return
        if item is None:
            # Later, because an item that the pointer leaves must not move before Qt has told all others.
            self._fit_later.start()
        else:
            self._held_at = self._place_of(item)

    @Slot()
    def fit(self) -> None:
        """Show everything, unless the user has chosen another view or an item is held in its place."""
        content = self.content_rect()
        self.setSceneRect(content.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        if content.isEmpty() or self._is_fitting:
            return
        held = self._held if self._held is not None and isValid(self._held) else None
        # Zooming tells items that the pointer leaves them, although scrolling then brings the held one back below it.
        self._is_fitting = held is not None
        if self._is_fitted:
            self._fit_to(content)
        if held is not None:
            self._scroll(self._held_at - self._place_of(held))
            self._is_fitting = False
            if self._held is not held:
                self.hold(self._held)
        if self._is_fitted or held is not None:
            # Otherwise items that shrink while the view scrolls leave their old edges behind.
            self.viewport().update()
            self.viewed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._shows_focus:
            viewport = self.viewport()
            paint_focus_ring(QPainter(viewport), self, QRectF(viewport.rect()), _RING_RADIUS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Back from a menu or a field: as it was before.
        if event.reason() in BY_KEYS:
            self._shows_focus = True
        elif event.reason() == Qt.FocusReason.MouseFocusReason:
            self._shows_focus = False
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        is_touchpad = not event.pixelDelta().isNull()
        if is_touchpad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pan(event.pixelDelta())
        else:
            turned = event.angleDelta().y() or event.angleDelta().x()
            self._zoom_at(event.position(), _STEP ** (turned / 120))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom_at(event.position(), 1 + event.value())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_pan = event.button() == Qt.MouseButton.MiddleButton or (
            self._is_space_down and event.button() == Qt.MouseButton.LeftButton
        )
        if is_pan:
            self._panned_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)
        # The view handles a press on empty space itself; it must not reach its parent.
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panned_from is None:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        self.pan(at - self._panned_from)
        self._panned_from = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._panned_from is None:
            super().mouseReleaseEvent(event)
            event.accept()
            return
        self._panned_from = None
        self.viewport().setCursor(self._resting_cursor())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = True
            self.viewport().setCursor(self._resting_cursor())
        elif event.key() not in (Qt.Key.Key_Space, *_SCROLL_KEYS):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = False
            self.viewport().setCursor(self._resting_cursor())
        super().keyReleaseEvent(event)

    def _resting_cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.OpenHandCursor if self._is_space_down else Qt.CursorShape.ArrowCursor

    def pan(self, moved: QPoint) -> None:
        """Move the visible part, px."""
        self._is_fitted = False
        self._scroll(moved)
        if self._held is not None and isValid(self._held):
            self._held_at = self._place_of(self._held)
        self.viewed.emit()

    def _fit_to(self, content: QRectF) -> None:
        room = self.room
        scale = min(room.width() / content.width(), room.height() / content.height(), _MOST_FIT)
        scale = max(scale, LEAST_ZOOM)
        self.setTransform(QTransform.fromScale(scale, scale))
        below = (self.viewport().height() - FOOT_PX + content.height() * scale) / 2 - room.bottom()
        self.centerOn(content.center() + QPointF(0, (FOOT_PX / 2 + max(0.0, below)) / scale))

    def _place_of(self, item: QGraphicsItem) -> QPoint:
        """Return the middle of an item in the view, px."""
        return self.mapFromScene(item.sceneBoundingRect().center())

    def _scroll(self, moved: QPoint) -> None:
        for bar, distance in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() - distance)

    def _zoom_at(self, at: QPointF, factor: float) -> None:
        self._is_fitted = False
        before = self.mapToScene(at.toPoint())
        scale = min(max(self.zoom * factor, LEAST_ZOOM), MOST_ZOOM)
        self.setTransform(QTransform.fromScale(scale, scale))
        self._pan_scene(self.mapToScene(at.toPoint()) - before)

    def _pan_scene(self, moved: QPointF) -> None:
        self.pan((moved * self.zoom).toPoint())


# The scene is navigated by dragging. Scrolling with these keys would conflict with selecting layers.
_SCROLL_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
