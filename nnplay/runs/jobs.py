"""What a run is asked to do until it pauses, and the ways into it while it trains."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from math import inf
from threading import Event

from nnplay.engine import TrainingSettings
from nnplay.project import StopRules
from nnplay.runs.mailbox import Mailbox
from nnplay.runs.pace import Speed
from nnplay.runs.plan import RunPlan


class Stride(Enum):
    """What a run takes at least before it pauses."""

    EPOCHS = auto()
    BATCH = auto()
    """One step, of the batch that comes next in the present epoch."""
    SAMPLE = auto()
    """One step, of the one example that comes next; the rest of the epoch is divided into batches again."""


@dataclass(frozen=True, eq=False)
class RunJob:
    """Train for some epochs, or for one step.

    Attributes
    ----------
    plan
        The run to begin, or None to go on with the paused one.
    n_epochs
        Epoch ends to pass before the run pauses by itself; infinity to go on until it is stopped, or ends by its rules.
    stride
        Whether it is a matter of epochs at all.
    live_settings, live_speed, live_rules
        The ways into the run, while it lasts, for new settings, another limit of speed, and other rules for its end.
    """

    id: int
    plan: RunPlan | None
    n_epochs: float
    stride: Stride = Stride.EPOCHS
    live_settings: Mailbox[TrainingSettings] = field(default_factory=Mailbox)
    live_speed: Mailbox[Speed] = field(default_factory=Mailbox)
    live_rules: Mailbox[StopRules] = field(default_factory=Mailbox)
    stop: Event = field(default_factory=Event)

    def order(self, settings: TrainingSettings, speed: Speed, rules: StopRules) -> RunJob:
        """Give it what it begins with, the rules only if they decide on its end; returns the job."""
        self.live_settings.put(settings)
        self.live_speed.put(speed)
        if self.is_ruled:
            self.live_rules.put(rules)
        return self

    @property
    def is_ruled(self) -> bool:
        """Whether rules, rather than a number of epochs, decide on its end."""
        return self.n_epochs == inf
