"""Controls: fields and buttons of a window that the simple view or a teacher takes away, with their captions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from nnplay.project.classroom import CONTROLS

SIMPLE_HIDDEN = frozenset(
    {"stop", "batch_size", "optimizer", "loss_function", "train_share", "own_features", "map_tools"}
)
"""What a beginner does without in the simple view."""


def show_controls(window: QMainWindow, hidden: Iterable[str], actions: Iterable[QAction], gone: Iterable[str]) -> None:
    """Show all controls of a window but the ``hidden`` ones.

    Parameters
    ----------
    actions
        Those with a name of ``CONTROLS`` are taken out of the menus as well if they are ``gone``, with their keys.
    """
    hidden, gone = frozenset(hidden), frozenset(gone)
    for name in CONTROLS:
        for widget in window.findChildren(QWidget, name):
            widget.setVisible(name not in hidden)
            for label in widget.parentWidget().findChildren(QLabel):
                if label.buddy() is widget:
                    label.setVisible(name not in hidden)
    for action in actions:
        if action.objectName() in CONTROLS:
            action.setVisible(action.objectName() not in gone)
