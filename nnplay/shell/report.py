"""The text of a bug report: the versions of all components, and the log. The user reads it and may send it manually.

Nothing here sends anything: the program never connects to a server by itself.
"""

from __future__ import annotations

import importlib.metadata
import platform
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from nnplay import __version__
from nnplay.appearance import metrics
from nnplay.shell.exceptions import LOG_NAME, state_folder

_LIBRARIES = ("PySide6-Essentials", "numpy", "scipy", "pyqtgraph", "pillow")
_MOST_LOG_CHARACTERS = 20_000


def versions() -> str:
    """Return a line each for nnplay, its components and the machine."""
    place = "bundle" if getattr(sys, "frozen", False) else "Python packages"
    lines = [
        f"nnplay {__version__} ({place})",
        f"Python {platform.python_version()}, Qt {qVersion()} on {QGuiApplication.platformName()}",
        ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES),
        f"{platform.system()} {platform.release()}, {platform.machine()}",
    ]
    return "\n".join(lines)


def error_report(log: Path) -> str:
    """Return the versions and the end of a log file; home folders become ``~``, since they contain the user's name."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")[-_MOST_LOG_CHARACTERS:]
    except OSError:
        text = ""
    nothing = QCoreApplication.translate("ErrorReport", "No errors have been recorded.")
    return f"{versions()}\n\n{text or nothing}".replace(str(Path.home()), "~")


class ReportDialog(QDialog):
    """A text with a button that copies it."""

    def __init__(self, title: str, explanation: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._text = QPlainTextEdit(text)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(title)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        label = QLabel(explanation)
        label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.SMALL)
        for widget in (label, self._text, buttons):
            column.addWidget(widget)
        self.resize(560, 320)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())


def about_dialog(parent: QWidget) -> ReportDialog:
    """Return the dialog about the program and its components."""
    return ReportDialog(
        QCoreApplication.translate("ErrorReport", "About nnplay"),
        QCoreApplication.translate(
            "ErrorReport",
            "nnplay is a playground for neural networks: build one by hand, watch it learn, see inside it. It is free "
            "software under the MIT licence, and its components have free licences, too.",
        ),
        versions(),
        parent,
    )


def error_dialog(parent: QWidget) -> ReportDialog:
    """Return the dialog that shows the recorded errors."""
    return ReportDialog(
        QCoreApplication.translate("ErrorReport", "Error report"),
        QCoreApplication.translate(
            "ErrorReport",
            "These are the errors that nnplay has recorded on this computer. They are never sent anywhere. You can "
            "read them, copy them, and send them yourself.",
        ),
        error_report(state_folder() / LOG_NAME),
        parent,
    )
