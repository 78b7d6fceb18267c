"""The bundle's start and memory, against a bundle of an empty PySide6 window, taking turns in one run.

    python packaging/bundle.py --folder-only
    DISPLAY=:0 python -m tests.benchmarks.bundle_start

Needs an X server (Xvfb will do) and xdotool. The clock starts before the process and stops when its window is on the
screen; memory is what the process holds two seconds later. CPU time, of the process until its window is there, hardly
depends on what else the machine does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

ROUNDS = 7
BUNDLE = Path("dist/nnplay/nnplay")
_PATIENCE_S = 30
_TICKS = os.sysconf("SC_CLK_TCK")
_EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setWindowTitle("empty window")
window.resize(1280, 800)
window.show()
application.exec()
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        empty = _build_empty(Path(name))
        programs = {"empty": (empty, "empty window"), "nnplay": (BUNDLE.resolve(), "nnplay")}
        seconds: dict[str, list[float]] = {program: [] for program in programs}
        worked: dict[str, list[float]] = {program: [] for program in programs}
        megabytes: dict[str, list[float]] = {program: [] for program in programs}
        for _ in range(ROUNDS + 1):
            for program, (path, title) in programs.items():
                taken, cpu, held = _start(path, title, Path(name))
                seconds[program].append(taken)
                worked[program].append(cpu)
                megabytes[program].append(held)
    bare, ours = (median(values[1:]) for values in seconds.values())
    print(f"first window of the bundle: empty {bare:.2f} s, nnplay {ours:.2f} s, ratio {ours / bare:.2f}")
    print(f"CPU time until then: {', '.join(f'{k} {median(v):.2f} s' for k, v in worked.items())}")
    print(f"memory two seconds later: {', '.join(f'{k} {median(v):.0f} MB' for k, v in megabytes.items())}")


def _build_empty(folder: Path) -> Path:
    script = folder / "empty.py"
    script.write_text(_EMPTY, encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--onedir", str(script)]
    subprocess.run(command, check=True, cwd=folder)
    return folder / "dist/empty/empty"


def _start(program: Path, title: str, home: Path) -> tuple[float, float, float]:
    """Return the seconds until the window is there, those that the process worked, and the megabytes that it holds."""
    surroundings = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home)}
    start = time.perf_counter()
    process = subprocess.Popen([str(program)], env=surroundings)
    try:
        search = ["xdotool", "search", "--onlyvisible", "--name", title]
        while subprocess.run(search, capture_output=True).returncode != 0:
            if time.perf_counter() - start > _PATIENCE_S:
                raise TimeoutError(f"{program} shows no window")
        taken = time.perf_counter() - start
        cpu = sum(map(int, Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[11:13])) / _TICKS
        with suppress(subprocess.TimeoutExpired):
            process.wait(2)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        held = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
        return taken, cpu, held
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    main()
