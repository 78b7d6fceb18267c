"""Time from start to the first painted window, against a bare PySide6 and pyqtgraph window, taking turns in one run.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.window_start

Both are whole processes: the clock starts before the interpreter does and stops when the main window has painted.
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

ROUNDS = 7

_WATCH = """
import os, time
from PySide6.QtCore import QEvent, QObject, QTimer
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWindowType():
            QTimer.singleShot(0, self.say)
        return False
    def say(self):
        print(time.time(), flush=True)
        os._exit(0)
"""

_BARE = (
    _WATCH
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph
application = QApplication([])
watch = FirstPaint()
application.installEventFilter(watch)
window = QMainWindow()
plot = pyqtgraph.PlotWidget()
plot.plot([1, 2, 3], [1, 4, 9])
window.setCentralWidget(plot)
window.resize(1280, 800)
window.show()
application.exec()
"""
)

_NNPLAY = (
    _WATCH
    + """
from nnplay.shell import application
make_application = application.make_application
def make_watched_application():
    made = make_application()
    made.watch = FirstPaint()
    made.installEventFilter(made.watch)
    return made
application.make_application = make_watched_application
application.main(None, None)
"""
)


def main() -> None:
    """Measure and print."""
    seconds: dict[str, list[float]] = {"bare": [], "nnplay": []}
    for _ in range(ROUNDS + 1):
        for name, code in (("bare", _BARE), ("nnplay", _NNPLAY)):
            start = time.time()
            command = [sys.executable, "-c", code]
            result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
            seconds[name].append(float(result.stdout.split()[-1]) - start)
    bare, ours = (median(values[1:]) for values in seconds.values())
    print(f"first painted window: bare {bare:.2f} s, nnplay {ours:.2f} s, ratio {ours / bare:.2f}")


if __name__ == "__main__":
    main()
