"""What a run should do until it pauses, and the channels into it while it trains."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from math import inf

from nnplay.engine import TrainingSettings
from nnplay.project import StopRules
from nnplay.runs.mailbox import Mailbox
from nnplay.runs.pace import Speed

ShouldStop = Callable[[], bool]
"""Called repeatedly by a run, which pauses soon after it first returns True."""


class Stride(Enum):
    """The unit in which a run is told how far to train."""

    EPOCHS = auto()
    BATCH = auto()
    """One step, with the next batch of the present epoch."""
    SAMPLE = auto()
    """One step, with the next single example; the rest of the epoch is divided into batches again."""


@dataclass(frozen=True, eq=False)
class RunOrder:
    """Train for some epochs, or for one step.

    Attributes
    ----------
    run_id
        The number that marks the run's reports.
    n_epochs
        Epoch ends to pass before the run pauses; infinity to continue until it is stopped or its rules end it.
    stride
        The unit: epochs, or a single step.
    is_thorough
        Whether to measure every epoch, add a point for each to the curves, and never cut measuring short, so that the
        curves are the same on any machine. A window skips most points of a fast run.
    is_quiet
        Whether to measure the end alone, because nobody looks at the way there.
    live_settings, live_speed, live_rules
        Channels into the run, while it lasts, for new settings, another speed limit, and other rules for its end.
    """

    run_id: int
    n_epochs: float = inf
    stride: Stride = Stride.EPOCHS
    is_thorough: bool = False
    is_quiet: bool = False
    live_settings: Mailbox[TrainingSettings] = field(default_factory=Mailbox)
    live_speed: Mailbox[Speed] = field(default_factory=Mailbox)
    live_rules: Mailbox[StopRules] = field(default_factory=Mailbox)

    def begin_with(self, settings: TrainingSettings, speed: Speed, rules: StopRules) -> RunOrder:
        """Pass in the initial values, and the rules only if they decide when the run ends; return the order."""
        self.live_settings.put(settings)
        self.live_speed.put(speed)
        if self.is_ruled:
            self.live_rules.put(rules)
        return self

    @property
    def is_ruled(self) -> bool:
        """Whether rules, instead of a number of epochs, end the run."""
        return self.n_epochs == inf


def nothing() -> None:
    """Do nothing."""


def never() -> bool:
    """Never stop."""
    return False
