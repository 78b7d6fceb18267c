"""From a point of a stroke on the digit pad to the painted bars, in milliseconds.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.digit_latency

The pen moves at 125 points a second, as a mouse does, along digits as people write them, then along one endless
scribble, the worst case. With the starter network beside another project's canvas, and with a network for digits on the
canvas, whose units light up as well; below the pad each page in turn.
"""

from __future__ import annotations

import os

for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"  # before NumPy is imported

from itertools import pairwise  # noqa: E402
from pathlib import Path  # noqa: E402
from tempfile import TemporaryDirectory  # noqa: E402
from time import perf_counter  # noqa: E402
from typing import Any  # noqa: E402

import numpy as np  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QTabBar  # noqa: E402

from nnplay.canvas import CanvasView  # noqa: E402
from nnplay.data.skeletons import HABITS, skeletons  # noqa: E402
from nnplay.panels.try_it.bars import ProbabilityBars  # noqa: E402
from nnplay.panels.try_it.drawing.drawing_page import DrawingPage  # noqa: E402
from nnplay.panels.try_it.drawing.reader import Reading  # noqa: E402
from nnplay.project.presets import preset  # noqa: E402
from nnplay.project.starter import starter  # noqa: E402
from nnplay.shell.application import make_application  # noqa: E402
from nnplay.shell.session import Session  # noqa: E402

Array = np.ndarray[Any, Any]

INTERVAL_MS = 8
N_FIRST = 6
AIM = 33
PAGES = ("Steps", "Why", "Similar", "Teach")


class PaintClock(QObject):
    """Milliseconds from each point of the pen to the first painting of the bars with a later reading."""

    def __init__(self, panel: DrawingPage, bars: ProbabilityBars) -> None:
        super().__init__()
        self.found: list[float] = []
        self._panel = panel
        self._waiting: list[tuple[float, Reading | None]] = []
        bars.installEventFilter(self)

    def note_point(self) -> None:
        """The pen is about to move."""
        self._waiting.append((perf_counter(), self._panel.reading))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the points that the bars know now."""
        if event.type() is QEvent.Type.Paint:
            while self._waiting and self._panel.reading is not self._waiting[0][1]:
                self.found.append(1000 * (perf_counter() - self._waiting.pop(0)[0]))
        return False


def spend(milliseconds: int) -> None:
    """Have the program live on for so long."""
    loop, timer = QEventLoop(), QTimer(singleShot=True, interval=milliseconds, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start()
    loop.exec()


def digits() -> list[Array]:
    """(p, 2) points, 0 to 1, along one digit of each class that is written in one stroke."""
    strokes = []
    for digit, habits in HABITS.items():
        number = next((number for number, (_, text) in enumerate(habits) if "/" not in text), 0)
        skeleton = skeletons(digit)[number]
        points = (skeleton.curve @ skeleton.knots)[::2]
        strokes.append((points - points.min(axis=0)) / np.ptp(points, axis=0).max())
    return strokes


def scribble() -> list[Array]:
    """One stroke of 300 points that fills the paper."""
    i = np.arange(300)
    return [np.column_stack(((i * 7) % 120, (i * 3) % 110)) / 120]


def measured(panel: DrawingPage, strokes: list[Array]) -> Array:
    """Milliseconds, one for each point of the strokes but the first few of each, which make no digit yet."""
    pad = panel.pad
    clock = PaintClock(panel, panel.findChild(ProbabilityBars))
    for stroke in strokes:
        places = [QPoint(*(pad.width() * (0.1 + 0.8 * point)).astype(int).tolist()) for point in stroke]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
        for number, (before, place) in enumerate(pairwise(places)):
            if place != before:
                if number > N_FIRST:
                    clock.note_point()
                QTest.mouseMove(pad, place)
                spend(INTERVAL_MS)
        spend(300)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])
        pad.clear()
        spend(200)
    return np.array(clock.found)


def main() -> None:
    """Measure and print."""
    application = make_application()
    application.setQuitOnLastWindowClosed(False)
    for title, project in (("starter beside a circle", preset("circle")), ("starter on the canvas", starter())):
        session = Session(project)
        canvas = CanvasView(session.document, session.controller)
        canvas.resize(700, 600)
        canvas.show()
        with TemporaryDirectory() as folder:
            panel = DrawingPage(session.asked, session.controller, Path(folder))
            session.asked.lit.connect(canvas.show_example)
            panel.resize(350, 470)
            panel.show()
            spend(1500)
            for number, page in enumerate(PAGES):
                panel.findChild(QTabBar).setCurrentIndex(number)
                for name, strokes in (("digits", digits()), ("scribble", scribble())):
                    times = measured(panel, strokes)
                    middle, late = np.percentile(times, (50, 99))
                    verdict = "met" if late <= AIM else "MISSED"
                    print(
                        f"{title:<24}{page:<9}{name:<9} median {middle:5.1f}  p99 {late:6.1f}  max {times.max():6.1f}"
                        f"  of {len(times)} points; p99 at most {AIM}: {verdict}",
                        flush=True,
                    )
            panel.hide()
        session.close()
        canvas.hide()


if __name__ == "__main__":
    main()
