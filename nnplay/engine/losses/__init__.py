"""Loss functions; ``LOSSES`` has each by its name, in Keras's words where Keras has one."""

from nnplay.engine.checks import check_choice
from nnplay.engine.losses.base import Loss, LossSite
from nnplay.engine.losses.crossentropy import (
    BinaryCrossentropy,
    CategoricalCrossentropy,
    SparseCategoricalCrossentropy,
)
from nnplay.engine.losses.differences import (
    HalfSquaredError,
    Huber,
    MeanAbsoluteError,
    MeanSquaredError,
    SquaredErrorSum,
)
from nnplay.engine.losses.hinge import Hinge

LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        HalfSquaredError(),
        SquaredErrorSum(),
        MeanSquaredError(),
        MeanAbsoluteError(),
        Huber(),
        BinaryCrossentropy(),
        CategoricalCrossentropy(),
        SparseCategoricalCrossentropy(),
        Hinge(),
    )
}


def find_loss(loss: str | Loss) -> Loss:
    """The loss of a name with its defaults, or the loss itself, whose fields may say otherwise.

    Raises
    ------
    SettingError
        If there is no loss of that name.
    """
    if isinstance(loss, Loss):
        return loss
    check_choice("loss", loss, LOSSES)
    return LOSSES[loss]


__all__ = [
    "LOSSES",
    "BinaryCrossentropy",
    "CategoricalCrossentropy",
    "HalfSquaredError",
    "Hinge",
    "Huber",
    "Loss",
    "LossSite",
    "MeanAbsoluteError",
    "MeanSquaredError",
    "SparseCategoricalCrossentropy",
    "SquaredErrorSum",
    "find_loss",
]
