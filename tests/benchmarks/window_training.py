"""Training speed with the window open and every panel shown, as a share of headless, in one run.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.window_training spiral
    python -m tests.benchmarks.window_training mnist-mlp --data FOLDER
    python -m tests.benchmarks.window_training spiral --panels map loss activation inside results landscape

Headless and window take turns, a few seconds each; the medians' ratio is what travels between machines. A timer in the
GUI thread ticks as often as a 60 Hz screen would ask; the longest gap between two ticks is how long the window could
not have answered.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, QSettings, Qt, QTimer, Slot

from nnplay.data import Dataset, IdxFolderChoice, load
from nnplay.engine import Evaluation, Network, Trainer
from nnplay.project import Project
from nnplay.project.presets import preset
from nnplay.runs import FULL_SPEED
from nnplay.runs.scores import is_small, score
from nnplay.shell.application import Shell, make_application
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings
from nnplay.training import TrainingController

SCREEN_INTERVAL_MS = 16
ROUNDS = 3


class Frames(QObject):
    """What each of the window's pictures costs its thread, from one snapshot to the next, its own waiting left out."""

    def __init__(self, controller: TrainingController) -> None:
        super().__init__()
        self.costs_ms: list[float] = []
        self._before = thread_time()
        controller.snapshot_changed.connect(self._on_snapshot_changed)

    @Slot()
    def _on_snapshot_changed(self) -> None:
        now = thread_time()
        self.costs_ms.append(1000 * (now - self._before))
        self._before = now


class Ticks(QObject):
    """A timer at the screen's pace that keeps the times at which it was served."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []
        self._timer = QTimer(self, interval=SCREEN_INTERVAL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        self.times.append(perf_counter())

    def gaps_ms(self) -> list[float]:
        """The gaps between ticks since this was asked last."""
        times, self.times = self.times, []
        return [1000 * (after - before) for before, after in pairwise(times)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("preset", nargs="?", default="spiral")
    parser.add_argument("--data", help="a folder with MNIST files")
    parser.add_argument("--panels", nargs="+", help="the docks to show, by name; every dock when none is named")
    parser.add_argument("--seconds", type=float, default=4.0, help="length of each turn")
    options = parser.parse_args()
    project = preset(options.preset)
    if options.data:
        project = replace(project, data=IdxFolderChoice(options.data))
    dataset = load(project.data, project.seeds.data, project.seeds.split)

    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat))
        session = Session(project)
        shell = Shell(session, settings)
        window = shell.window
        session.controller.may_read = lambda _: True
        session.controller.reload()
        window.resize(1600, 1000)
        window.show()
        _show_panels(window, options.panels or list(window.docks))
        while session.controller.dataset is None:
            _wait(0.1)
        _wait(1.5)
        ticks, frames = Ticks(), Frames(session.controller)
        idle, busy, headless, shown, costs = [], [], [], [], []
        for _ in range(ROUNDS):
            headless.append(_headless_speed(project, dataset, options.seconds))
            ticks.gaps_ms()
            _wait(options.seconds)
            idle += ticks.gaps_ms()
            frames.costs_ms.clear()
            shown.append(_window_speed(session, options.seconds, ticks, busy))
            costs += frames.costs_ms
        shell.end()
    application.quit()
    share = median(shown) / median(headless)
    print(
        f"{options.preset}: headless {median(headless):,.0f} steps/s, window {median(shown):,.0f} steps/s: {share:.0%}"
    )
    p90 = quantiles(costs, n=10)[8]
    print(
        f"a picture costs the window's thread {median(costs):.2f} ms (median), p90 {p90:.2f} ms; {len(costs)} pictures"
    )
    for name, gaps in (("nothing training", idle), ("training", busy)):
        p99 = quantiles(gaps, n=100)[98]
        print(f"GUI ticks, {name}: median {median(gaps):.1f} ms, p99 {p99:.1f} ms, longest {max(gaps):.1f} ms")


def _show_panels(window: MainWindow, names: Sequence[str]) -> None:
    """Open these docks in windows of their own, so that no panel is hidden behind another, and close the others."""
    for number, (name, dock) in enumerate(window.docks.items()):
        dock.setFloating(True)
        dock.setGeometry(60 * number, 40 * number, 420, 340)
        dock.setVisible(name in names)
        _wait(0.1)
    hidden = [name for name in names if not window.docks[name].panel.isVisible()]
    if hidden:
        sys.exit(f"hidden panels: {hidden}")


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def _headless_speed(project: Project, dataset: Dataset, seconds: float) -> float:
    """Steps a second of the bare trainer; large data are measured at each epoch's end, as ``nnplay train`` does."""
    network = Network(project.network)
    network.parameters[...] = project.parameters
    trainer = Trainer(network, dataset.train, project.training, np.random.default_rng(project.seeds.shuffle))
    start = perf_counter()
    while perf_counter() - start < seconds:
        progress = trainer.advance(100)
        if progress.is_epoch_end and not is_small(dataset):
            score(network, dataset, project.training.loss, Evaluation(progress.loss, progress.accuracy))
    return trainer.step / (perf_counter() - start)


def _window_speed(session: Session, seconds: float, ticks: Ticks, gaps: list[float]) -> float:
    """Steps a second of a run in the window, from its snapshots."""
    controller = session.controller
    session.reset()
    controller.set_speed(FULL_SPEED)
    _wait(0.5)
    controller.start()
    _wait(0.5)
    ticks.gaps_ms()
    first, start = controller.snapshot, perf_counter()
    _wait(seconds)
    last, end = controller.snapshot, perf_counter()
    gaps += ticks.gaps_ms()
    controller.pause()
    _wait(0.5)
    assert first is not None
    assert last is not None
    return (last.step - first.step) / (end - start)


if __name__ == "__main__":
    main()
