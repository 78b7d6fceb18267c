"""Training in a thread of its own: the GUI asks the controller and listens to its signals.

QtCore only. The worker's thread and the GUI's exchange frozen values through mailboxes, never objects that live.
"""

from nnplay.training.controller import TrainingController
from nnplay.training.diary import Diary, EarlierRun, Event, Setup
from nnplay.training.load_progress import LoadProgress
from nnplay.training.run_state import RunState

__all__ = [
    "Diary",
    "EarlierRun",
    "Event",
    "LoadProgress",
    "RunState",
    "Setup",
    "TrainingController",
]
