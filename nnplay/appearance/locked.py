"""The look of a control that is locked or hidden, and the reason it gives, anywhere in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from nnplay.project import Project
from nnplay.project.controls import is_among
from nnplay.project.locks import is_closed


def reason(project: Project) -> str:
    """Return who has locked a control and how to unlock it, translated."""
    teacher = project.classroom.teacher
    if teacher:
        text = QCoreApplication.translate("classroom", "Locked by {teacher}. Unlock in File > For a class…")
        return text.format(teacher=teacher)
    return QCoreApplication.translate("classroom", "Locked by a lesson or a teacher. Unlock in File > For a class…")


def apply_to_menu(menu: QMenu, project: Project) -> None:
    """Grey out the locked entries of an opening menu and remove the hidden ones; entries by object name."""
    menu.setToolTipsVisible(True)
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            apply_to_menu(inner, project)
            action.setEnabled(action.isEnabled() and any(each.isEnabled() for each in inner.actions()))
        if is_closed(project, action.objectName()):
            action.setEnabled(False)
            action.setToolTip(reason(project))
        if is_among(action.objectName(), project.classroom.hidden):
            action.setVisible(False)
