"""The states of training, from which every button derives what it offers."""

from enum import Enum, auto


class RunState(Enum):
    """IDLE -> RUNNING -> STOPPING -> PAUSED -> RUNNING; every edit of what a run rests on leads to IDLE."""

    IDLE = auto()
    """Nothing runs; the next start begins a new run."""

    RUNNING = auto()
    """The worker trains."""

    STOPPING = auto()
    """The worker was told to pause and has not yet answered."""

    PAUSED = auto()
    """Nothing runs; the next start goes on exactly where the run paused."""

    @property
    def is_active(self) -> bool:
        """Whether the worker may still send news of a run."""
        return self in (RunState.RUNNING, RunState.STOPPING)
