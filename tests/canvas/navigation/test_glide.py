"""Cards glide to their places in a moment, and jump where the desktop wants nothing to move."""

import pytest
from PySide6.QtCore import QObject, QPointF
from PySide6.QtWidgets import QApplication, QGraphicsRectItem, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from nnplay.appearance import motion
from nnplay.canvas.navigation.glide import Glide


class StillStyle(QProxyStyle):
    """The style of a desktop whose animations take no time."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:
        return 0 if hint == QStyle.StyleHint.SH_Widget_Animation_Duration else super().styleHint(hint, *rest)


@pytest.fixture
def parent(qapp: QApplication) -> QObject:
    return QObject()


def test_items_arrive_after_a_moment(parent: QObject, qtbot: QtBot) -> None:
    item, glide = QGraphicsRectItem(), Glide(parent)
    glide.start({item: QPointF(10, 20)}, is_smooth=True)
    assert glide.is_running
    qtbot.waitUntil(lambda: not glide.is_running)
    assert item.pos() == QPointF(10, 20)


def test_without_motion_they_are_there_at_once(parent: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    style = StillStyle("Fusion")
    monkeypatch.setattr(QApplication, "style", lambda: style)
    item, glide = QGraphicsRectItem(), Glide(parent)
    glide.start({item: QPointF(10, 20)}, is_smooth=True)
    assert not glide.is_running
    assert item.pos() == QPointF(10, 20)


def test_a_person_may_want_no_motion(parent: QObject) -> None:
    item, glide = QGraphicsRectItem(), Glide(parent)
    motion.set_mode(motion.OFF)
    try:
        glide.start({item: QPointF(10, 20)}, is_smooth=True)
    finally:
        motion.set_mode(motion.SYSTEM)
    assert not glide.is_running
    assert item.pos() == QPointF(10, 20)
