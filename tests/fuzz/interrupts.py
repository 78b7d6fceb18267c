"""Send Ctrl+C at many moments of a command, from its start to its end: ``python -m tests.fuzz.interrupts N``.

``N`` moments for each command, spread over the time that it takes. Prints one line of JSON: how the commands ended,
and the list of endings that were wrong: a traceback, more than a sentence, another status than documented, or a file
that is not whole.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

import numpy as np

from nnplay.engine import NnplayError
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save

ROOT = Path(__file__).resolve().parents[2]
_N_ROWS = 100_000
_NOT_BEGUN, _DONE, _INTERRUPTED = -signal.SIGINT, 0, 128 + signal.SIGINT


def commands(folder: Path) -> dict[str, list[str]]:
    """The commands by their names; each writes ``folder/out``, except "evaluate", which has nothing to write."""
    project, table, arrays = folder / "circle.nnplay", folder / "table.csv", folder / "arrays.npz"
    save(preset("circle"), project)
    rng = np.random.default_rng(0)
    points = rng.normal(size=(_N_ROWS, 2))
    table.write_text("X₁,X₂\n" + "\n".join(f"{x:.4f},{y:.4f}" for x, y in points), encoding="utf-8")
    np.savez_compressed(arrays, x=rng.normal(size=(_N_ROWS, 40)), y=rng.integers(0, 3, _N_ROWS))
    out = str(folder / "out")
    return {
        "train": ["train", "circle", "--epochs", "5000", "-o", out],
        "predict": ["predict", str(project), "--rows", str(table), "-o", out],
        "evaluate": ["evaluate", "circle", "--data", str(arrays)],
        "export": ["export", str(project), "--to", "report", "-o", out],
    }


def fault(name: str, status: int, errors: str, out: Path, whole: bytes) -> str:
    """What is wrong with an ending; "" if nothing is."""
    if status not in (_NOT_BEGUN, _DONE, _INTERRUPTED):
        return f"status {status}: {errors[-300:]}"
    if "Traceback" in errors:
        is_python_starting = status == _NOT_BEGUN and ", in main\n" not in errors  # it was importing our first lines
        return "" if is_python_starting else errors[-600:]
    lines = errors.replace("\r", "\n").strip().splitlines()
    if status == _INTERRUPTED and not any("interrupted" in line.lower() or "saved" in line for line in lines):
        return f"says nothing of it: {errors[-300:]}"
    if not out.exists():
        return "nothing was saved" if (status == _DONE and whole) or "saved in" in errors else ""
    if name == "train":
        try:
            load(out)
        except NnplayError as error:
            return str(error)
        return ""
    return "" if out.read_bytes() == whole else "a file that is not whole"


def main(n: int) -> dict[str, object]:
    """Interrupt each command at ``n`` moments."""
    endings: Counter[str] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out = folder / "out"
        for command, words in commands(folder).items():
            out.unlink(missing_ok=True)
            start = perf_counter()
            process = _begin(words)
            process.communicate(timeout=300)
            took = perf_counter() - start
            whole = out.read_bytes() if out.exists() else b""
            if process.returncode:
                wrong.append(f"{command} does not run")
            for number in range(n):
                out.unlink(missing_ok=True)
                delay = took * (number + 0.5) / n
                process = _begin(words)
                try:
                    process.wait(delay)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGINT)
                errors = process.communicate(timeout=300)[1]
                endings[f"{command} {process.returncode}"] += 1
                if what := fault(command, process.returncode, errors, out, whole):
                    wrong.append(f"{command} after {delay:.2f} of {took:.2f} s: {what}")
    return {"endings": dict(endings), "wrong": wrong}


def _begin(words: list[str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "nnplay", *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1])), indent=1))
