"""What starting costs: the first painted window and the headless commands, against a bare window, taking turns.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.window_start [ROUNDS]

All are whole processes. Wall time runs from before the interpreter starts until the main window has painted, or the
command has ended. CPU time, of the process and as the kernel counts it, hardly depends on what else the machine does;
memory is the largest that the process ever was. The modules are compiled in the first round, which does not count.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

ROUNDS = 7

_WATCH = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
watch = FirstPaint()
show = QMainWindow.show
def show_watched(window):
    window.installEventFilter(watch)
    show(window)
QMainWindow.show = show_watched
"""

_BARE = (
    _WATCH
    + """
application = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
application.exec()
"""
)

_NNPLAY = (
    _WATCH
    + """
from nnplay.__main__ import main
main([])
"""
)

_PROGRAMS = {
    "NumPy": ("-c", "import numpy"),
    "bare window": ("-c", _BARE),
    "nnplay": ("-c", _NNPLAY),
    "nnplay --help": ("-m", "nnplay", "--help"),
    "nnplay presets": ("-m", "nnplay", "presets"),
    "nnplay train circle --epochs 1": ("-m", "nnplay", "train", "circle", "--epochs", "1"),
    "nnplay train --help": ("-m", "nnplay", "train", "--help"),
}


class Cost(NamedTuple):
    """Of one process."""

    wall_s: float
    cpu_s: float
    memory_mb: float


def main(n_rounds: int = ROUNDS) -> None:
    """Measure and print."""
    costs: dict[str, list[Cost]] = {name: [] for name in _PROGRAMS}
    with tempfile.TemporaryDirectory() as home:
        for _ in range(n_rounds + 1):
            for name, words in _PROGRAMS.items():
                costs[name].append(_run(words, home))
    print(f"{'median':32} wall s  CPU s    MB")
    for name, taken in costs.items():
        wall, cpu, memory = (median(values) for values in zip(*taken[1:], strict=True))
        print(f"{name:32} {wall:6.3f} {cpu:6.3f} {memory:5.0f}")
    bare, ours = (median(cost.wall_s for cost in costs[name][1:]) for name in ("bare window", "nnplay"))
    print(f"first painted window: {ours / bare:.2f} times the bare one")


def _run(words: Sequence[str], home: str) -> Cost:
    surroundings = os.environ | {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "DATA", "STATE")}
    surroundings["PYTHONPYCACHEPREFIX"] = home
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *words], env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(words)} ends with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
