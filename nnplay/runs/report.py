"""The reports of a run while it trains, and how two reports are merged."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nnplay.engine import NnplayError, Progress
from nnplay.project.stop_watch import Ending
from nnplay.runs.history import HistoryPoint
from nnplay.runs.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class RunReport:
    """News of a run.

    Attributes
    ----------
    snapshot
        The newest one; None if the run failed before there was any.
    points
        The points to add to the curves.
    moments
        Snapshots of a large network with its trainer's state, from which the run can be repeated. They are rare; those
        of a small network are all such, and none is listed here.
    progress
        The position of its trainer and the scores within the present epoch; None if it failed before the first step.
    is_final
        Whether the run has paused or ended; nothing follows.
    error
        Why it ended, if it cannot continue.
    ending
        How it ended, if its own rules ended it.
    """

    run_id: int
    snapshot: Snapshot | None
    points: tuple[HistoryPoint, ...] = ()
    progress: Progress | None = None
    is_final: bool = False
    error: NnplayError | None = None
    ending: Ending | None = None
    moments: tuple[Snapshot, ...] = ()


def merge_reports(waiting: RunReport, new: RunReport) -> RunReport:
    """Return the newer report with the points and moments of both; one of an earlier run is out of date and dropped."""
    if waiting.run_id != new.run_id:
        return new
    return replace(
        new,
        snapshot=new.snapshot or waiting.snapshot,
        points=waiting.points + new.points,
        moments=waiting.moments + new.moments,
    )
