"""From a slider of "Try it" to the painted answer, in milliseconds, while the network learns in the whole window.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.try_latency

The network is MNIST's 784-128-10 on generated digits, whose pixels are rows of numbers here, so that each has a slider;
then a small one on points. The slider moves 60 times a second.
"""

from __future__ import annotations

import os

for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"  # before NumPy is imported

from dataclasses import replace  # noqa: E402
from pathlib import Path  # noqa: E402
from tempfile import TemporaryDirectory  # noqa: E402
from time import perf_counter  # noqa: E402
from typing import Any  # noqa: E402

import numpy as np  # noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings  # noqa: E402
from PySide6.QtWidgets import QSlider, QTabBar, QWidget  # noqa: E402

from nnplay.data import DigitsChoice, load, open_data  # noqa: E402
from nnplay.document import EditName  # noqa: E402
from nnplay.engine import Dense, Dropout, Input, NetworkSpec  # noqa: E402
from nnplay.project import Project, edits  # noqa: E402
from nnplay.project.layout import layout  # noqa: E402
from nnplay.project.presets import preset  # noqa: E402
from nnplay.shell.application import make_application  # noqa: E402
from nnplay.shell.main_window import MainWindow  # noqa: E402
from nnplay.shell.session import Session  # noqa: E402
from nnplay.shell.settings import Settings  # noqa: E402
from tests.benchmarks.digit_latency import spend  # noqa: E402

Array = np.ndarray[Any, Any]

N_MOVES = 400
INTERVAL_MS = 16
AIM = 50


class PaintClock(QObject):
    """Milliseconds from each move of a slider to the first painting of the answer after it."""

    def __init__(self, painted: QWidget) -> None:
        super().__init__()
        self.found: list[float] = []
        self._waiting: list[float] = []
        painted.installEventFilter(self)

    def note_move(self) -> None:
        """The slider is about to move."""
        self._waiting.append(perf_counter())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the moves that are answered now."""
        if event.type() is QEvent.Type.Paint:
            self.note_answer()
        return False

    def note_answer(self) -> None:
        """All moves so far are answered."""
        now = perf_counter()
        self.found += [1000 * (now - moved) for moved in self._waiting]
        self._waiting.clear()


def flat_digits(folder: Path) -> Project:
    """Return MNIST's MLP for digits whose pixels are rows of 784 numbers."""
    dataset = load(DigitsChoice(20_000), 1, 1)
    path = folder / "digits.npz"
    np.savez(path, X=dataset.train.x.reshape(-1, 784), y=dataset.train.y)
    data = open_data(path, preset("mnist-mlp").data)
    spec = NetworkSpec.chain(Input((784,)), Dense(128, "relu"), Dropout(0.2), Dense(10, "softmax"))
    rng = np.random.default_rng(1)
    parameters = rng.normal(0, 0.05, spec.n_parameters).astype(np.float32)
    return replace(preset("mnist-mlp"), network=spec, positions=layout(spec), parameters=parameters, data=data)


def measured(session: Session, window: MainWindow, page: int) -> Array:
    """Milliseconds, one for each move."""
    panel = window.trying.panel
    panel.row.details.findChild(QTabBar).setCurrentIndex(page)
    slider = panel.row.form.findChildren(QSlider)[0]
    clock, answer, refresh = PaintClock(panel.row.answer), panel.row.answer, panel.row.refresh

    def refresh_and_note() -> None:
        before = answer.spoken()
        refresh()
        if answer.spoken() == before:  # no digit has changed, so there is nothing to paint
            clock.note_answer()

    panel.row.refresh = refresh_and_note
    steps = np.linspace(0, 4 * np.pi, N_MOVES)
    for place in ((0.5 + 0.5 * np.sin(steps)) * slider.maximum()).astype(int).tolist():
        if place != slider.value():
            clock.note_move()
            slider.setValue(place)
        spend(INTERVAL_MS)
    spend(300)
    panel.row.refresh = refresh
    return np.array(clock.found)


def main() -> None:
    """Measure and print."""
    application = make_application()
    application.setQuitOnLastWindowClosed(False)
    with TemporaryDirectory() as folder:
        for title, project in (("784-128-10", flat_digits(Path(folder))), ("circle", preset("circle"))):
            session = Session(preset("circle"))
            session.allow(project.data)
            settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
            settings.is_simple = settings.has_hints = False
            session.document.perform(
                EditName("benchmark"), lambda _, project=project: edits.set_data(project, project.data)
            )
            window = MainWindow(session, settings)
            window.resize(1280, 800)
            window.arrange()
            window.show()
            spend(3_000)
            window.trying.show()
            for is_running in (False, True):
                if is_running:
                    session.toggle_training()
                    spend(1_000)
                for page, name in enumerate(("What if", "Why", "Numbers")):
                    times = measured(session, window, page)
                    middle, late = np.percentile(times, (50, 99))
                    state = "learning" if is_running else "at rest"
                    verdict = "met" if late <= AIM else "MISSED"
                    print(
                        f"{title:<12}{state:<10}{name:<9} median {middle:5.1f}  p99 {late:6.1f}  max {times.max():6.1f}"
                        f"  of {len(times)} moves; p99 at most {AIM}: {verdict}",
                        flush=True,
                    )
            session.close()
            window.discard()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
