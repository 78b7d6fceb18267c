"""Training runs, with or without a window: the plan of a run, its reports, and its outcome for a project. No Qt."""

from nnplay.runs.headless import Trained, train
from nnplay.runs.history import GrowingHistory, HistoryPoint
from nnplay.runs.mailbox import Mailbox
from nnplay.runs.order import RunOrder, ShouldStop, Stride
from nnplay.runs.outcome import Outcome
from nnplay.runs.pace import FULL_SPEED, Speed
from nnplay.runs.plan import RunPlan
from nnplay.runs.report import RunReport, merge_reports
from nnplay.runs.run import TrainingRun
from nnplay.runs.scores import Scores, is_small, score
from nnplay.runs.snapshot import Snapshot

__all__ = [
    "FULL_SPEED",
    "GrowingHistory",
    "HistoryPoint",
    "Mailbox",
    "Outcome",
    "RunOrder",
    "RunPlan",
    "RunReport",
    "Scores",
    "ShouldStop",
    "Snapshot",
    "Speed",
    "Stride",
    "Trained",
    "TrainingRun",
    "is_small",
    "merge_reports",
    "score",
    "train",
]
