"""The states of training; every button derives its state from them."""

from enum import Enum, auto


class RunState(Enum):
    """IDLE -> RUNNING -> STOPPING -> PAUSED -> RUNNING; editing anything that a run depends on leads to IDLE."""

    IDLE = auto()
    """Nothing runs; the next start begins a new run."""

    RUNNING = auto()
    """The worker is training."""

    STOPPING = auto()
    """The worker was told to pause and has not answered yet."""

    PAUSED = auto()
    """Nothing runs; the next start resumes exactly where the run paused."""

    @property
    def is_active(self) -> bool:
        """Whether the worker may still send news of a run."""
        return self in (RunState.RUNNING, RunState.STOPPING)
