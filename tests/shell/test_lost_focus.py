"""LostFocus: the network has the keyboard when what had it is gone, and no button that a Space would press."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLineEdit, QMainWindow, QPushButton, QToolBar, QVBoxLayout, QWidget

from nnplay.shell.lost_focus import LostFocus


def make_window(qtbot, qapp):
    window, ground = QMainWindow(), QWidget()
    bar = QToolBar()
    reset = QPushButton("Reset")
    bar.addWidget(reset)
    window.addToolBar(bar)
    heir, other, last = QLineEdit(), QLineEdit(), QPushButton("Finish")
    column = QVBoxLayout(ground)
    for each in (heir, other, last):
        column.addWidget(each)
    window.setCentralWidget(ground)
    LostFocus(window, heir)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is window)
    return reset, heir, other, last


def test_what_is_hidden_gives_the_keyboard_to_the_network(qtbot, qapp):
    _, heir, _, last = make_window(qtbot, qapp)
    last.setFocus()
    last.hide()
    assert qapp.focusWidget() is heir


def test_a_neighbour_that_takes_over_keeps_it(qtbot, qapp):
    _, _, other, last = make_window(qtbot, qapp)
    other.setFocus()
    other.hide()
    assert qapp.focusWidget() is last


def test_another_panel_is_not_the_next_one(qtbot, qapp):
    _, heir, _, last = make_window(qtbot, qapp)
    window = heir.window()
    dock = QDockWidget("Panel")
    dock.setWidget(QLineEdit())
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    last.setFocus()
    last.hide()
    assert qapp.focusWidget() is heir


def test_who_goes_to_the_toolbar_gets_there(qtbot, qapp):
    reset, _, _, last = make_window(qtbot, qapp)
    last.setFocus()
    reset.setFocus(Qt.FocusReason.TabFocusReason)
    assert qapp.focusWidget() is reset
