"""Pointing: raises what a step of a lesson refers to, and draws a ring around it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QScrollArea, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.qt_types import parent_of
from nnplay.appearance.theme import Role, theme
from nnplay.canvas import CanvasView
from nnplay.engine.parts import Part, exists
from nnplay.lessons import Show
from nnplay.panels.lesson.guide import LessonGuide
from nnplay.shell.docking.docks import PanelDock

_WIDTH = 2
_GAP = 3


class Pointing(QObject):
    """Follows the steps of a window's lesson.

    Controls are found by object name; these names are those of ``nnplay.lessons.lesson.CONTROLS``.
    """

    def __init__(
        self, window: QMainWindow, guide: LessonGuide, canvas: CanvasView, docks: Mapping[str, PanelDock]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._guide = guide
        self._canvas = canvas
        self._docks = docks
        self._ring: Ring | None = None
        guide.step_opened.connect(self._on_step_opened)
        guide.changed.connect(self._on_guide_changed)

    @Slot(object)
    def _on_step_opened(self, show: Show) -> None:
        self._let_go()
        if show.panel:
            self._docks[show.panel].show()
            self._docks[show.panel].raise_()
            self._docks[show.panel].take_room()
        target = self._window.findChild(QWidget, show.control) if show.control else None
        if target is not None:
            self._ring = Ring(target, self._window)
        part = _part(show)
        if part is not None and exists(self._canvas.network, part):
            self._canvas.select(part.node)
            self._canvas.point_at_weight(part if part.parameter else None)

    @Slot()
    def _on_guide_changed(self) -> None:
        if self._guide.lesson is None:
            self._let_go()

    def _let_go(self) -> None:
        self._canvas.point_at_weight(None)
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None


class Ring(QWidget):
    """A frame around another widget, which follows it; it ignores the mouse."""

    def __init__(self, target: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._target = target
        self._is_found = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # The target has its position only after the window's layout.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._follow)
        target.installEventFilter(self)
        window.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target and the window."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._timer.start()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color(Role.ACCENT), _WIDTH))
        inset = _WIDTH / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), metrics.RADIUS, metrics.RADIUS
        )

    @Slot()
    def _follow(self) -> None:
        if self._target.isVisible() and not self._is_found:
            self._is_found = True
            _bring_into_view(self._target)
        place = self._target.mapTo(parent_of(self), self._target.rect().topLeft())
        self.setGeometry(self._target.rect().translated(place).adjusted(-_GAP, -_GAP, _GAP, _GAP))
        self.setVisible(self._target.isVisible())
        self.raise_()


def _bring_into_view(target: QWidget) -> None:
    """Scroll whatever the widget lies in to where it can be seen."""
    area = target.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(target)
        area = area.parentWidget()


def _part(show: Show) -> Part | None:
    if not show.node:
        return None
    if show.parameter:
        return Part(show.node, parameter=show.parameter, index=show.index)
    return Part(show.node, unit=show.index[-1] if show.index else None)
