"""What a window costs that nobody touches: CPU time of ten seconds, and memory, as at first and with every dock open.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.idle

The CPU time is that of all threads of the process; memory is what it holds at the end of the ten seconds.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from nnplay.project.presets import preset
from nnplay.shell.application import Shell, make_application
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

IDLE_MS = 10_000
_REST_MS = 2000


def main() -> None:
    """Measure and print."""
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        session = Session(preset("spiral"))
        shell = Shell(session, settings)
        shell.window.resize(1280, 800)
        shell.window.show()
        _report("as at first")
        for dock in shell.window.docks.values():
            dock.show()
            dock.raise_()
            _run_loop(50)
        _report("every dock open")
        session.toggle_training()
        _run_loop(_REST_MS)
        session.toggle_training()
        _report("after training")
        shell.window.leave()
    del application


def _report(state: str) -> None:
    _run_loop(_REST_MS)
    start = time.process_time()
    _run_loop(IDLE_MS)
    used = time.process_time() - start
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    held = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
    print(f"{state}: {1000 * used:.1f} ms of CPU in {IDLE_MS / 1000:.0f} s, {held:.0f} MB")


def _run_loop(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
