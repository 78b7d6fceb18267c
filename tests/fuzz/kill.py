"""Kill a process with SIGKILL while it saves or autosaves, again and again: ``python -m tests.fuzz.kill N [SEED]``.

Prints one line of JSON: how many kills of each kind, how many files were damaged, and the most seconds that were lost.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import time

import numpy as np

from nnplay.document.recovery import leftovers
from nnplay.engine import NnplayError
from nnplay.project.storage.file import load

ROOT = Path(__file__).resolve().parents[2]

_SAVING = """
import sys
from dataclasses import replace
from pathlib import Path
from nnplay.project.storage.file import save
from nnplay.project.presets import preset
project, number = preset("mnist-mlp"), 0
save(replace(project, title="0"), Path(sys.argv[1]))
print("ready", flush=True)
while True:
    number += 1
    save(replace(project, title=str(number)), Path(sys.argv[1]))
"""
_AUTOSAVING = """
import sys
from pathlib import Path
from time import time
from PySide6.QtCore import QCoreApplication, QTimer
from nnplay.document import Document, autosave, EditName
from nnplay.document.copy import Copy
from nnplay.project import edits
from nnplay.project.presets import preset
autosave.QUIET_MS, autosave.LATEST_MS = 100, 300  # a tenth of the real ones
application = QCoreApplication([])
document = Document(preset("circle"))
keeper = autosave.Autosave(document, lambda: Copy(document.project), Path(sys.argv[1]))
def edit():
    document.perform(EditName("Title"), lambda project: edits.set_title(project, f"{time():.3f}"), merge_key="title")
timer = QTimer(interval=5)
timer.timeout.connect(edit)
timer.start()
keeper.written.connect(lambda path: print("ready", flush=True))
application.exec()
"""


def kill_while(program: str, target: Path, rng: np.random.Generator, longest_s: float) -> float:
    """Start the program, let it begin, and kill it after a random while; gives the moment of its end."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(target)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    try:
        process.wait(float(rng.uniform(0, longest_s)))
    except subprocess.TimeoutExpired:
        process.kill()
    end = time()
    process.communicate()
    return end


def main(n: int, seed: int) -> dict[str, object]:
    rng = np.random.default_rng(seed)
    damaged, not_offered, most_lost = [], 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "project.nnplay")
        for number in range(n):
            kill_while(_SAVING, path, rng, 0.2)
            try:
                load(path)
            except NnplayError as error:
                damaged.append(f"save {number}: {error}")
    for number in range(n):
        with tempfile.TemporaryDirectory() as folder:
            end = kill_while(_AUTOSAVING, Path(folder), rng, 2.0)
            found = leftovers(Path(folder))
            not_offered += len(found) != 1
            for each in found:
                try:
                    most_lost = max(most_lost, end - float(load(each.path).title))
                except NnplayError as error:
                    damaged.append(f"autosave {number}: {error}")
    result: dict[str, object] = {"kills_of_each_kind": n, "damaged": damaged, "not_offered": not_offered}
    return {**result, "most_seconds_lost_of_0.5": round(most_lost, 2)}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)))
