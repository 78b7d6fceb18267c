"""The greatest memory of one process that trains W3 for an epoch, reading of the data included (Linux only).

From ``/proc``, because what ``resource`` reports is inherited from the process that starts the measurement.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

_PROGRAM = """
from tests.benchmarks import digits
digits.{contestant}()()
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def peaks() -> dict[str, float]:
    """MiB by contestant, each in a process of its own."""
    contestants = {"nnplay": "nnplay_epoch"}
    if find_spec("torch"):
        contestants["PyTorch eager"] = "torch_epoch"
    if find_spec("sklearn"):
        contestants["scikit-learn"] = "sklearn_epoch"
    return {name: _peak(function) for name, function in contestants.items()}


def _peak(function: str) -> float:
    program = _PROGRAM.format(contestant=function)
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return float(answer.stdout) / 1024
