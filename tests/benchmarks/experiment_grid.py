"""What 64 networks cost while one watches them learn: speed beside the window, and pictures a second.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.experiment_grid [EPOCHS [ROUNDS]]

Eight learning rates by eight penalties are one stack. The same sweep is trained alone and in the window, in turns, by
wall time: beside the window the stack has to share the interpreter. A picture is a change of the grid that is painted.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is imported

from PySide6.QtCore import QEventLoop, QSettings

from nnplay.panels.experiments.experiments_panel import ExperimentsPanel
from nnplay.project import StopRules
from nnplay.project.presets import preset
from nnplay.project.sweep import Sweep, parse_axis, swept_controls
from nnplay.runs.sweeps import InThisProcess, run_sweep
from nnplay.shell.application import Shell, make_application
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

LEAST_SHARE, LEAST_PICTURES = 0.7, 8.0
_AXES = ("learning_rate=0.001,0.003,0.01,0.03,0.1,0.3,1,3", "l2=0,0.0001,0.0003,0.001,0.003,0.01,0.03,0.1")


def main(n_epochs: int, n_rounds: int) -> None:
    """Print both figures."""
    project = preset("circle")
    controls = swept_controls(project)
    sweep = Sweep(project, tuple(parse_axis(axis, controls) for axis in _AXES), StopRules(n_epochs))
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat))
        shell = Shell(Session(project), settings, "en")
        shell.window.resize(1280, 800)
        shell.window.show()
        shell.window.show_panel("experiments")
        panel = shell.window.docks["experiments"].panel
        assert isinstance(panel, ExperimentsPanel)
        alone, beside, rates = [], [], []
        for _ in range(n_rounds):
            start = perf_counter()
            run_sweep(sweep, InThisProcess())
            alone.append(perf_counter() - start)
            seconds, n_pictures = _watch(panel, sweep)
            beside.append(seconds)
            rates.append(n_pictures / seconds)
        shell.end()
    share, rate = median(alone) / median(beside), median(rates)
    print(f"alone {median(alone):.2f} s, beside the window {median(beside):.2f} s: {share:.0%} (aim {LEAST_SHARE:.0%})")
    print(f"{rate:.1f} pictures a second (aim {LEAST_PICTURES:.0f})")


def _watch(panel: ExperimentsPanel, sweep: Sweep) -> tuple[float, int]:
    """Run a sweep in the window; return its seconds and how often its networks looked different."""
    seen = 0

    def count() -> None:
        nonlocal seen
        seen += 1

    panel.experiment.seen.connect(count)
    loop = QEventLoop()
    panel.experiment.ended.connect(loop.quit)
    start = perf_counter()
    panel.experiment.start(sweep)
    loop.exec()
    seconds = perf_counter() - start
    panel.experiment.seen.disconnect(count)
    panel.experiment.ended.disconnect(loop.quit)
    return seconds, seen


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    main(*(numbers + [300, 3][len(numbers) :]))
