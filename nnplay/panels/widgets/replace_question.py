"""The question whether files that the person has not named may be replaced by those that are to be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_MOST_SHOWN = 8


def ask_to_replace(paths: list[Path], parent: QWidget, then: Callable[[], None]) -> QMessageBox:
    """Ask, and do ``then`` if the person agrees; nothing here stops the event loop."""
    buttons = QMessageBox.StandardButton
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.NoIcon)
    text = QCoreApplication.translate("ReplaceQuestion", "%n file(s) in “{folder}” would be replaced.", "", len(paths))
    box.setText(text.format(folder=paths[0].parent))
    names = [path.name for path in paths[:_MOST_SHOWN]] + ["…"] * (len(paths) > _MOST_SHOWN)
    box.setInformativeText("\n".join(names))
    box.setStandardButtons(buttons.Yes | buttons.Cancel)
    box.button(buttons.Yes).setText(QCoreApplication.translate("ReplaceQuestion", "Replace"))
    box.setDefaultButton(buttons.Cancel)
    box.accepted.connect(then)
    box.open()
    return box
