"""A whole session with keys alone: data, a layer, a weight, training, undo, a file, another language."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from nnplay.panels.widgets.thumbnail import Thumbnail
from nnplay.project.presets import preset
from nnplay.project.storage.file import load
from nnplay.shell import translations
from nnplay.shell.application import Shell
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(*keys, modifiers=PLAIN):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def write(text):
    press(Key.Key_A, modifiers=CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), text)


def go_to(part):
    """Press F6 until the keyboard is in a part of the window."""
    for _ in range(12):
        if part is QApplication.focusWidget() or part.isAncestorOf(QApplication.focusWidget()):
            return
        press(Key.Key_F6)
    raise AssertionError(f"F6 does not come to {part!r}")


@pytest.fixture
def shell(qtbot, dressed, tmp_path):
    session = Session(preset("circle"))
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    shell = Shell(session, settings, "en")
    shell.window.resize(1280, 800)
    shell.window.show()
    shell.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield shell
    translations.install("en")
    session.close()
    shell.window.discard()


def test_a_session_without_a_mouse(qtbot, shell, tmp_path: Path):
    window = shell.window
    session = window._session
    document, controller = session.document, session.controller

    go_to(window.docks["data"].panel)
    while not isinstance(QApplication.focusWidget(), Thumbnail):
        press(Key.Key_Tab)
    press(Key.Key_Down)
    assert document.project.data.kind == "spiral"

    go_to(window.layers)
    press(Key.Key_Return)
    go_to(window.canvas)
    assert window.canvas.selected == "dense_4"
    press(Key.Key_Plus, Key.Key_Return)  # one unit more; the settings
    write("6")
    press(Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "r")
    press(Key.Key_Escape)
    layer = document.project.network.node("dense_4").layer
    assert (layer.units, layer.activation) == (6, "relu")

    press(Key.Key_Down, Key.Key_Right, modifiers=CONTROL)
    press(Key.Key_Return)
    write("1/3")
    press(Key.Key_Return)
    project = document.project
    assert project.network.view(project.parameters, "dense_4", "kernel")[0, 0] == np.float32(1 / 3)

    before = project.parameters
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: controller.snapshot.epoch > 1)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: not controller.state.is_active)
    assert not np.array_equal(document.project.parameters, before)
    press(Key.Key_Z, modifiers=CONTROL)
    np.testing.assert_array_equal(document.project.parameters, before)

    press(Key.Key_S, modifiers=CONTROL)
    dialog = window.findChild(QFileDialog)
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.isAncestorOf(QApplication.focusWidget()))
    write(str(tmp_path / "by-keys.nnplay"))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not document.is_modified)
    assert load(tmp_path / "by-keys.nnplay").network == document.project.network

    window.activateWindow()  # as a window manager does when a dialog has gone
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Key.Key_Comma, modifiers=CONTROL)
    qtbot.waitUntil(lambda: window.preferences.dialog.isAncestorOf(QApplication.focusWidget()))
    press(Key.Key_L, modifiers=ALT)
    press(Key.Key_End)
    qtbot.waitUntil(lambda: shell.window is not window)
    assert shell.window.menuBar().actions()[0].text() == "文件(&F)"
