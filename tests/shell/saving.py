"""Saving as the window does it, beside the GUI thread: begun, then waited for."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from nnplay.shell.main_window import MainWindow


def wait_saved(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is being saved."""
    file = window._session.file
    qtbot.waitUntil(lambda: file.being_written is None)


def save_as(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """Save under this name, and wait for it."""
    window.files.save_as(path)
    wait_saved(window, qtbot)
