"""Progress: how far training is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """How far training is.

    Attributes
    ----------
    step
        Total number of steps.
    epoch
        Epochs finished.
    step_in_epoch, steps_per_epoch
        Steps taken of the present epoch; at an epoch's end the two are equal.
    share
        Share of the present epoch's examples that have been learned from, whatever batches they came in.
    loss
        Mean loss of the present epoch's examples so far, each measured before the step that learned from it (L-BFGS:
        after it), without any penalty. A new loss function begins a new mean.
    accuracy
        Share of them classified right, or None where the targets are not class numbers.
    """

    step: int
    epoch: int
    step_in_epoch: int
    steps_per_epoch: int
    share: float
    loss: float
    accuracy: float | None

    @property
    def is_epoch_end(self) -> bool:
        """Whether an epoch has just been finished."""
        return self.step_in_epoch == self.steps_per_epoch
