"""DoctorBadge: a quiet word at the canvas's corner while the doctor has found something; a click opens the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from nnplay.look import metrics
from nnplay.look.icons import set_icon

if TYPE_CHECKING:
    from nnplay.panels.doctor.doctor import Doctor


class DoctorBadge(QToolButton):
    """Names the most important trouble, at the lower right of a widget, above its contents."""

    def __init__(self, doctor: Doctor, parent: QWidget) -> None:
        super().__init__(parent)
        self._doctor = doctor
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(metrics.ICON, metrics.ICON))
        self.setProperty("look", "badge")
        self.setToolTip(self.tr("The training doctor has found something: see what, and what would help"))
        set_icon(self, "doctor")
        doctor.changed.connect(self._show)
        parent.installEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the widget below changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _show(self) -> None:
        diagnoses = self._doctor.diagnoses
        if diagnoses:
            from nnplay.project.doctor import TITLES

            title = QCoreApplication.translate("doctor", TITLES[diagnoses[0].rule])
            more = len(diagnoses) - 1
            self.setText(self.tr("{trouble} and {n} more").format(trouble=title, n=more) if more else title)
            self._place()
        self.setVisible(bool(diagnoses))

    def _place(self) -> None:
        size = self.sizeHint()
        corner = self.parentWidget().rect().bottomRight() - QPoint(metrics.MEDIUM, metrics.MEDIUM)
        self.setGeometry(QRect(corner - QPoint(size.width(), size.height()), size))
        self.raise_()
