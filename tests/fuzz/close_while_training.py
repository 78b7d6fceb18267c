"""Close the window while it trains, again and again: ``python -m tests.fuzz.close_while_training N``.

Prints one line of JSON: the exit statuses, and the most seconds from the wish to close to the process's end.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import time

ROOT = Path(__file__).resolve().parents[2]

_PROGRAM = """
import sys
from time import time
from PySide6.QtCore import QTimer
from nnplay.shell import application, main_window
wait = int(sys.argv[1])
def start(window):
    window._session.controller.start()
def close(window):
    print(window._session.controller.state.name, time(), flush=True)
    window.leave()
open_window = main_window.MainWindow.show
def show(window):
    open_window(window)
    QTimer.singleShot(0, window, lambda: start(window))
    QTimer.singleShot(wait, window, lambda: close(window))
main_window.MainWindow.show = show
sys.exit(application.main(None, "en"))
"""


def main(n: int) -> dict[str, object]:
    statuses: Counter[str] = Counter()
    most = 0.0
    for number in range(n):
        with tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": home}
            for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
                environment[name] = home
            command = [sys.executable, "-c", _PROGRAM, str(100 + number * 37 % 400)]
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
            assert process.stdout is not None
            state, moment = process.stdout.readline().split()
            status = process.wait(30)
            most = max(most, time() - float(moment))
            process.communicate()
            statuses[f"{state} {status}"] += 1
    return {"endings": dict(statuses), "most_seconds": round(most, 2)}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
