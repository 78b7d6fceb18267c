"""Secret: a kind of number that the window does not show while a lesson asks for it."""

from __future__ import annotations

from enum import StrEnum

from nnplay.lessons.quantity import Quantity


class Secret(StrEnum):
    """What can be hidden; a step of a plan names it by its value."""

    SUMS = "sums"
    """Weighted sums of neurons."""
    VALUES = "values"
    """Outputs of neurons, and slopes there."""
    LOSS = "loss"
    GRADIENTS = "gradients"
    """Gradients, and the weights that a step makes of them."""
    NEXT_LOSS = "next_loss"
    """The loss after a step of training."""
    COUNTS = "counts"
    """Numbers of weights."""


_SECRETS = {
    "weighted_sum": Secret.SUMS,
    **dict.fromkeys(("output", "slope"), Secret.VALUES),
    **dict.fromkeys(("loss", "present_loss"), Secret.LOSS),
    **dict.fromkeys(("output_gradient", "sum_gradient", "gradient", "mean_gradient", "new_weight"), Secret.GRADIENTS),
    "new_loss": Secret.NEXT_LOSS,
    "n_parameters": Secret.COUNTS,
}


def secret_of(quantity: Quantity) -> Secret | None:
    """Return what has to be hidden while a quantity is asked for; None if the window does not show it."""
    return _SECRETS.get(quantity.name)
