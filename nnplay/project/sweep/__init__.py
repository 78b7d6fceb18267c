"""Sweeps: one project with other values of some of its controls, as a frozen value that lists its cells; no Qt."""

from nnplay.project.sweep.controls import SweptControl, swept_controls
from nnplay.project.sweep.errors import SweepError
from nnplay.project.sweep.sweep import MOST_CELLS, Cell, Combination, Sweep
from nnplay.project.sweep.values import Axis, Interval, parse_axis

__all__ = [
    "MOST_CELLS",
    "Axis",
    "Cell",
    "Combination",
    "Interval",
    "Sweep",
    "SweepError",
    "SweptControl",
    "parse_axis",
    "swept_controls",
]
