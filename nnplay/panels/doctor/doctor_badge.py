"""DoctorBadge: a small note in the corner of the canvas while the doctor has findings; a click opens the panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.appearance.qt_types import corner_in, parent_of

if TYPE_CHECKING:
    from nnplay.panels.doctor.doctor import Doctor


_COMING_UP = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move)


class DoctorBadge(QToolButton):
    """Shows the most important trouble, at the lower right of a widget, above its contents.

    Parameters
    ----------
    obstacles
        Widgets at the same edge; the badge moves up where it would cover one of them.
    """

    def __init__(self, doctor: Doctor, parent: QWidget, obstacles: Sequence[QWidget] = ()) -> None:
        super().__init__(parent)
        self._doctor, self._obstacles = doctor, obstacles
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(metrics.ICON, metrics.ICON))
        self.setProperty("look", "badge")
        self.setToolTip(self.tr("The training doctor has found something: see what it is and what would help"))
        set_icon(self, "doctor")
        self._is_quiet = False
        doctor.changed.connect(self._show)
        for watched in (parent, *obstacles):
            watched.installEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the widget below is resized, and out of the way of obstacles that appear."""
        if event.type() == QEvent.Type.Resize or (event.type() in _COMING_UP and watched is not self.parent()):
            self._place()
        return super().eventFilter(watched, event)

    def set_quiet(self, is_quiet: bool) -> None:
        """Stay hidden whatever the doctor finds, or show it again."""
        self._is_quiet = is_quiet
        self._show()

    @Slot()
    def _show(self) -> None:
        diagnoses = () if self._is_quiet else self._doctor.diagnoses
        if diagnoses:
            from nnplay.project.doctor import TITLES

            title = QCoreApplication.translate("doctor", TITLES[diagnoses[0].rule])
            more = len(diagnoses) - 1
            self.setText(self.tr("{trouble} and {n} more").format(trouble=title, n=more) if more else title)
            self._place()
        self.setVisible(bool(diagnoses))

    def _place(self) -> None:
        size = self.sizeHint()
        corner = parent_of(self).rect().bottomRight() - QPoint(metrics.MEDIUM, metrics.MEDIUM)
        place = QRect(corner - QPoint(size.width(), size.height()), size)
        areas = [self._area(obstacle) for obstacle in self._obstacles if obstacle.isVisible()]
        for area in sorted(areas, key=QRect.bottom, reverse=True):
            if place.intersects(area):
                place.moveBottom(area.top() - metrics.SMALL)
        self.setGeometry(place)
        self.raise_()

    def _area(self, obstacle: QWidget) -> QRect:
        """Return the area of an obstacle, with some margin."""
        corner = corner_in(obstacle, parent_of(self))
        return QRect(corner, obstacle.size()).adjusted(*(-metrics.TINY,) * 2, *(metrics.TINY,) * 2)
