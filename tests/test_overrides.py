"""An error inside an override of Qt's reaches the hook for uncaught errors, in every Python that nnplay supports."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from nnplay import __main__ as program
program._import_qt()
from PySide6.QtCore import QEvent, QSize, QTimer, QCoreApplication
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

class Widget(QWidget):
    def raise_(self, kind):
        if kind == sys.argv[1]:
            [][3]  # raised by C code, which under Python 3.11 makes no exception object
    def event(self, event):
        if event.type() == QEvent.Type.User:
            self.raise_("event")
        return super().event(event)
    def sizeHint(self):
        self.raise_("sizeHint")
        return super().sizeHint()
    def paintEvent(self, event):
        painter = QPainter(self)
        self.raise_("paintEvent")

sys.excepthook = lambda kind, error, trace: print("reported", kind.__name__, flush=True)
application = QApplication([])
outer = QWidget()
widget = Widget(minimumWidth=50, minimumHeight=50)
QVBoxLayout(outer).addWidget(widget)
QTimer.singleShot(0, lambda: outer.show())
QTimer.singleShot(0, lambda: QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.User)))
QTimer.singleShot(200, application.quit)
application.exec()
print("alive")
"""


@pytest.mark.parametrize("name", ["event", "sizeHint", "paintEvent"])
def test_an_error_in_an_override_is_reported_and_ends_nothing(name: str) -> None:
    command = [sys.executable, "-c", PROGRAM, name]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "reported IndexError" in done.stdout
    assert done.stdout.splitlines()[-1] == "alive"
    assert "active painter" not in done.stderr
