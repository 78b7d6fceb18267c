"""What a run is asked to do until it pauses, and the ways into it while it trains."""

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
"""Asked again and again by a run; it pauses soon after the first true answer."""


class Stride(Enum):
    """The unit in which a run is told how far to go."""

    EPOCHS = auto()
    BATCH = auto()
    """One step, of the batch that comes next in the present epoch."""
    SAMPLE = auto()
    """One step, of the one example that comes next; the rest of the epoch is divided into batches again."""


@dataclass(frozen=True, eq=False)
class RunOrder:
    """Train for some epochs, or for one step.

    Attributes
    ----------
    run_id
        What the reports are marked with.
    n_epochs
        Epoch ends to pass before the run pauses by itself; infinity to go on until it is stopped, or ends by its rules.
    stride
        Whether it is a matter of epochs at all.
    is_thorough
        Measure every epoch and put a point of each on the curves, however fast they pass, so that the curves are the
        same on any machine, and never cut the measuring short. A window leaves most points of a fast run out.
    live_settings, live_speed, live_rules
        The ways into the run, while it lasts, for new settings, another limit of speed, and other rules for its end.
    """

    run_id: int
    n_epochs: float = inf
    stride: Stride = Stride.EPOCHS
    is_thorough: bool = False
    live_settings: Mailbox[TrainingSettings] = field(default_factory=Mailbox)
    live_speed: Mailbox[Speed] = field(default_factory=Mailbox)
    live_rules: Mailbox[StopRules] = field(default_factory=Mailbox)

    def begin_with(self, settings: TrainingSettings, speed: Speed, rules: StopRules) -> RunOrder:
        """Give it what it begins with, the rules only if they decide on its end; returns the order."""
        self.live_settings.put(settings)
        self.live_speed.put(speed)
        if self.is_ruled:
            self.live_rules.put(rules)
        return self

    @property
    def is_ruled(self) -> bool:
        """Whether rules, rather than a number of epochs, decide on its end."""
        return self.n_epochs == inf


def never() -> bool:
    """Do not stop."""
    return False
