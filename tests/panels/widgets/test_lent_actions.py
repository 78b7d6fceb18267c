"""A menu that is emptied keeps its hands off what was lent to it."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nnplay.panels.widgets.lent_actions import empty


def test_actions_that_only_their_group_knows_survive_and_separators_go(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    group, menu = QActionGroup(owner), QMenu(owner)
    group.addAction(QAction("lent", owner))
    for _ in range(2):
        menu.addActions(group.actions())
        menu.addSeparator()
        empty(menu)
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert menu.actions() == []
        assert [action.text() for action in group.actions()] == ["lent"]
    assert len(menu.findChildren(QAction)) == 1  # the menu's own
