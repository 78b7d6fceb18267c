"""The optimizers, one per file; ``OPTIMIZERS`` is the only table of their names."""

from nnplay.engine.optimizers.adadelta import Adadelta
from nnplay.engine.optimizers.adagrad import Adagrad
from nnplay.engine.optimizers.adam import Adam
from nnplay.engine.optimizers.adamw import AdamW
from nnplay.engine.optimizers.base import Optimizer, State, UpdateSite
from nnplay.engine.optimizers.lbfgs import LBFGS
from nnplay.engine.optimizers.nadam import Nadam
from nnplay.engine.optimizers.rmsprop import RMSprop
from nnplay.engine.optimizers.rprop import Rprop
from nnplay.engine.optimizers.sgd import SGD

OPTIMIZERS: dict[str, type[Optimizer]] = {
    optimizer.__name__: optimizer for optimizer in (SGD, Adagrad, Adadelta, RMSprop, Adam, AdamW, Nadam, Rprop, LBFGS)
}

__all__ = [
    "LBFGS",
    "OPTIMIZERS",
    "SGD",
    "Adadelta",
    "Adagrad",
    "Adam",
    "AdamW",
    "Nadam",
    "Optimizer",
    "RMSprop",
    "Rprop",
    "State",
    "UpdateSite",
]
