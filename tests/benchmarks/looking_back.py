"""What the time machine costs: from the handle to the picture, and keeping moments while a network trains.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.looking_back circle spiral
    python -m tests.benchmarks.looking_back mnist-mlp --data FOLDER --epochs 12

A picture is there when the map has been answered and the window is painted; "exact" is the time until the very
epoch of the handle is there, made by training on where it was not kept. Times are wall times beside the CPU time of the
whole process, which other programs hardly disturb. What keeping moments costs is CPU time of the training thread.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time, thread_time
from typing import cast

from PySide6.QtCore import QEventLoop, QSettings, QTimer, SignalInstance

from nnplay.data import Dataset, IdxFolderChoice, load
from nnplay.engine import TrainerState
from nnplay.panels.map.decision_map_panel import DecisionMapPanel
from nnplay.project import Project, edits
from nnplay.project.presets import preset
from nnplay.runs import FULL_SPEED, RunOrder, RunPlan, RunReport, Snapshot, TrainingRun
from nnplay.runs.film import Film
from nnplay.shell.application import Shell, make_application
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

AIM_MS = {"mnist-mlp": 120.0}
AIM_PLANE_MS = 33.0
MOST_SHARE = 0.02
_LOOKS = 30
_KEPT_S = 6.0


class Bench:
    """A window with a trained network whose handle can be moved."""

    def __init__(self, session: Session, map_panel: DecisionMapPanel) -> None:
        self._map = map_panel._question
        self._machine, self._controller = session.time_machine, session.controller
        self._quick = session.controller.new_question(session, is_quick=True)
        self._slow = session.controller.new_question(session)

    def train(self, n_epochs: int) -> None:
        self._controller.set_speed(FULL_SPEED)
        self._controller.start(n_epochs)
        _wait(lambda: not self._controller.state.is_active)
        self._settle()

    def look(self, epoch: int) -> tuple[float, float, float]:
        """Seconds until there is a picture, CPU seconds of it, and seconds until it is the exact epoch."""
        start, cpu = perf_counter(), process_time()
        self._machine.look_at(epoch)
        if self._map.is_busy:
            _once(self._map.answered)
        _paint()
        seen, used = perf_counter() - start, process_time() - cpu
        if self._machine.is_looking_back:
            _wait(lambda: self._machine.moment is not None and self._machine.moment.position == epoch)
            self._settle()
        return seen, used, perf_counter() - start

    @property
    def epochs(self) -> tuple[int, int]:
        return self._machine.first_epoch, self._machine.last_epoch

    def _settle(self) -> None:
        """Wait until what was asked before is answered, and paint."""
        for question in (self._quick, self._slow):
            question.ask(lambda: None)
            _once(question.answered)
        _paint()


def _paint() -> None:
    """Do what the event loop has to do now."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def _once(signal: SignalInstance) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)


def _wait(condition: Callable[[], bool]) -> None:
    loop = QEventLoop()
    timer = QTimer(interval=2)
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    timer.start()
    loop.exec()


def keeping(project: Project, data: Dataset) -> float:
    """The share of a run's CPU time that its moments cost: exporting the trainer's state, and keeping it."""
    film, spent = Film(), 0.0
    run = TrainingRun(RunPlan.of(project, data, Snapshot.of_project(1, project)))
    export = run._export

    def timed_export() -> TrainerState:
        nonlocal spent
        start = thread_time()
        state = export()
        spent += thread_time() - start
        return state

    def publish(report: RunReport) -> None:
        nonlocal spent
        start = thread_time()
        for moment in (*report.moments, report.snapshot):
            if moment is not None and moment.is_exact:
                film.note(moment)
        spent += thread_time() - start

    run._export = timed_export  # type: ignore[method-assign]  # to know what it takes
    end, start = perf_counter() + _KEPT_S, thread_time()
    run.advance(RunOrder(1), publish, lambda: perf_counter() > end)
    return spent / (thread_time() - start)


def measure(name: str, folder: str | None, n_epochs: int) -> None:
    """Print what one preset takes."""
    project = preset(name)
    if folder is not None and project.data.has_pictures:
        project = edits.set_data(project, IdxFolderChoice(folder))
    data = load(project.data, project.seeds.data, project.seeds.split)
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(QSettings(str(Path(scratch) / "settings.ini"), QSettings.Format.IniFormat))
        settings.is_simple = False
        session = Session(project)
        session.may_read = lambda choice: True  # type: ignore[method-assign]
        session.controller.may_read = session.may_read
        shell = Shell(session, settings)
        shell.window.resize(1280, 800)
        shell.window.show()
        session.controller.reload()
        _wait(lambda: session.controller.dataset is not None)
        bench = Bench(session, cast(DecisionMapPanel, shell.window.docks["map"].panel))
        bench.train(n_epochs)
        first, last = bench.epochs
        chance = Random(1)
        bench.look(first)
        looks, epoch = [], first
        for _ in range(_LOOKS):
            epoch = chance.choice([each for each in range(first, last) if each != epoch])
            looks.append(bench.look(epoch))
        shell.window.leave()
    aim = AIM_MS.get(name, AIM_PLANE_MS)
    print(f"\n{name}, {n_epochs} epochs, {project.network.n_parameters:,} weights")
    for title, place in (("picture, wall", 0), ("picture, CPU", 1), ("exact, wall", 2)):
        times = [1000 * look[place] for look in looks]
        print(f"  {title:14} median {median(times):7.1f} ms, 95 % {quantiles(times, n=20)[-1]:7.1f} ms")
    print(f"  the aim is {aim:.0f} ms on a quiet machine")
    share = keeping(project, data)
    print(f"  keeping moments: {100 * share:.2f} % ({'met' if share <= MOST_SHARE else 'not met'})")


def main() -> None:
    """Measure the presets that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("presets", nargs="*", default=["circle", "spiral"])
    parser.add_argument("--data", help="the folder with MNIST")
    parser.add_argument("--epochs", type=int, default=200)
    options = parser.parse_args()
    application = make_application()
    for name in options.presets:
        measure(name, options.data, options.epochs)
    del application


if __name__ == "__main__":
    main()
