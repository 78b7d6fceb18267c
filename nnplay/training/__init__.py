"""Training in its own thread: the GUI calls the controller and listens to its signals.

QtCore only. The worker thread and the GUI exchange frozen values through mailboxes, never live objects.
"""

from nnplay.training.companion import Companion
from nnplay.training.controller import TrainingController
from nnplay.training.diary import Diary
from nnplay.training.load_progress import LoadProgress
from nnplay.training.run_state import RunState
from nnplay.training.time_machine import TimeMachine
from nnplay.training.twin import Twin

__all__ = [
    "Companion",
    "Diary",
    "LoadProgress",
    "RunState",
    "TimeMachine",
    "TrainingController",
    "Twin",
]
