"""LessonLayout: during a lesson only the panels that it needs are open; afterwards the old layout is restored."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow

from nnplay.lessons import Plan
from nnplay.panels.lesson.guide import LessonGuide
from nnplay.shell.docking.docks import PanelDock

_READING_WIDTH = 320
"""Minimum width of the lesson's dock: lines of about forty characters are easy to read."""


class LessonLayout(QObject):
    """Opens a lesson's panels, closes the others, and restores everything at the end."""

    def __init__(
        self, window: QMainWindow, guide: LessonGuide, docks: Mapping[str, PanelDock], layout_version: int
    ) -> None:
        super().__init__(window)
        self._window = window
        self._guide = guide
        self._docks = docks
        self._version = layout_version
        self._before: QByteArray | None = None
        guide.changed.connect(self._on_guide_changed)

    @property
    def own(self) -> QByteArray:
        """The user's own layout, whatever a lesson currently shows."""
        return self._window.saveState(self._version) if self._before is None else self._before

    def open(self, plan: Plan) -> None:
        """Arrange the panels for a lesson."""
        self._before = self.own
        self._window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        lesson, wanted = self._docks["lesson"], (*plan.panels, "lesson")
        needed = {*plan.panels, *(step.show.panel for step in plan.steps)}
        for name, dock in self._docks.items():
            if name in needed and self._shares_place(dock):  # the lesson's text must stay visible
                self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock, Qt.Orientation.Vertical)
            dock.setVisible(name in wanted)
        for name in reversed(wanted):  # the first tab of a place is in front
            self._docks[name].raise_()
        if lesson.width() < _READING_WIDTH:
            self._window.resizeDocks([lesson], [_READING_WIDTH], Qt.Orientation.Horizontal)

    def _shares_place(self, dock: PanelDock) -> bool:
        area = self._window.dockWidgetArea
        return not dock.isFloating() and area(dock) == area(self._docks["lesson"])

    @Slot()
    def _on_guide_changed(self) -> None:
        if self._guide.lesson is None and self._before is not None:
            before, self._before = self._before, None
            self._window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
            self._window.restoreState(before, self._version)
            self._docks["lesson"].show()
            self._docks["lesson"].raise_()
