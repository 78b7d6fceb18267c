"""What starting costs: the first painted window and the headless commands, against a bare window, taking turns.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.window_start [ROUNDS]

All are whole processes. Wall time runs from before the interpreter starts until the main window has painted, or the
command has ended. CPU time, of the process and as the kernel counts it, hardly depends on what else the machine does;
memory is the largest that the process ever was. Needs compiled modules: PYTHONDONTWRITEBYTECODE must not be set.
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
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWindowType():
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
"""

_BARE = (
    _WATCH
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
watch = FirstPaint()
application.installEventFilter(watch)
window = QMainWindow()
window.resize(1280, 800)
window.show()
application.exec()
"""
)

_NNPLAY = (
    """
import gc
gc.disable()
import nnplay.lessons
from nnplay.shell import application
gc.freeze()
gc.enable()
"""
    + _WATCH
    + """
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
        wall, cpu, memory = (median(values) for values in zip(*taken[1:], strict=True))  # the first fills the caches
        print(f"{name:32} {wall:6.3f} {cpu:6.3f} {memory:5.0f}")
    bare, ours = (median(cost.wall_s for cost in costs[name][1:]) for name in ("bare window", "nnplay"))
    print(f"first painted window: {ours / bare:.2f} times the bare one")


def _run(words: Sequence[str], home: str) -> Cost:
    surroundings = os.environ | {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home}
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
