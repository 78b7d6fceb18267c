"""Sweeps: many runs, planned once and computed by this process, by worker processes, or by a cluster."""

from nnplay.runs.sweeps.executors import Executor, InThisProcess
from nnplay.runs.sweeps.folder import SweepFolder
from nnplay.runs.sweeps.plan import Task, plan
from nnplay.runs.sweeps.processes import Processes
from nnplay.runs.sweeps.result import CANCELLED, CRASHED, DIVERGED, CellResult
from nnplay.runs.sweeps.stack_run import train_together
from nnplay.runs.sweeps.sweeping import SweepNews, estimate, run_sweep

__all__ = [
    "CANCELLED",
    "CRASHED",
    "DIVERGED",
    "CellResult",
    "Executor",
    "InThisProcess",
    "Processes",
    "SweepFolder",
    "SweepNews",
    "Task",
    "estimate",
    "plan",
    "run_sweep",
    "train_together",
]
