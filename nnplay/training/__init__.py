"""Training in a thread of its own: the GUI asks the controller and listens to its signals.

QtCore only. The worker's thread and the GUI's exchange frozen values through mailboxes, never objects that live.
"""

from nnplay.project.stop_watch import Ending, Reason
from nnplay.training.controller import TrainingController
from nnplay.training.diary import Diary, EarlierRun, Event, Setup
from nnplay.training.errand import Errand
from nnplay.training.history import GrowingHistory
from nnplay.training.jobs import Stride
from nnplay.training.load_progress import LoadProgress
from nnplay.training.looks import Look
from nnplay.training.outcome import Outcome
from nnplay.training.pace import FULL_SPEED, Speed
from nnplay.training.run_state import RunState
from nnplay.training.snapshot import Snapshot

__all__ = [
    "FULL_SPEED",
    "Diary",
    "EarlierRun",
    "Ending",
    "Errand",
    "Event",
    "GrowingHistory",
    "LoadProgress",
    "Look",
    "Outcome",
    "Reason",
    "RunState",
    "Setup",
    "Snapshot",
    "Speed",
    "Stride",
    "TrainingController",
]
