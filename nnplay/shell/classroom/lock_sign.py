"""LockSign: a padlock in the menu bar that says what is locked and by whom; a click opens the dialog about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QMenuBar, QToolButton

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.document import Change, Document
from nnplay.shell.classroom.control_names import control_name


class LockSign(QToolButton):
    """Visible only while something is locked."""

    def __init__(self, document: Document, bar: QMenuBar) -> None:
        super().__init__(bar)  # the bar shows it only while something is locked, and deletes it with itself
        self._document = document
        self.setProperty("look", "sign")
        self.setIconSize(QSize(metrics.ICON - 4, metrics.ICON - 4))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_icon(self, "lock")
        self._bar = bar
        document.changed.connect(self._on_document_changed)
        self._show()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.locked or change.classroom:
            self._show()

    def _show(self) -> None:
        project = self._document.project
        names = [control_name(name) for name in project.locked]
        teacher = project.classroom.teacher
        self.setText(self.tr("Locked by {teacher}").format(teacher=teacher) if teacher else self.tr("Locked"))
        self.setToolTip("\n".join([self.tr("Locked:"), *names]))
        self.setAccessibleName(f"{self.text()}: {', '.join(names)}")
        # A hidden corner widget would still make the menu bar higher; an empty corner does not.
        self._bar.setCornerWidget(self if names else None)  # type: ignore[arg-type]  # Qt takes a null widget
        self.setVisible(bool(names))
