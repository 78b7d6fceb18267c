"""What a program may do otherwise than nnplay: a closed list, each with the sentence that says so.

Everything else that a program does, it does as nnplay: the tests hold its weights after 50 steps against nnplay's.
"""

from __future__ import annotations

from enum import Enum

from nnplay.engine.errors import QT_TRANSLATE_NOOP


class Difference(Enum):
    """A reason why a program learns otherwise than the window; the value is its sentence (context ``program``)."""

    CHANCE = QT_TRANSLATE_NOOP(
        "program",
        "The seed is nnplay's, but {library} draws other random numbers from it: another order of the examples.",
    )
    DROPOUT = QT_TRANSLATE_NOOP("program", "Dropout and noise draw other random numbers than in nnplay.")
    STAND_IN = QT_TRANSLATE_NOOP("program", "There is no {optimizer} here: {stand_in} stands in for it.")
    LINE_SEARCH = QT_TRANSLATE_NOOP(
        "program", "This L-BFGS searches along its lines in another way, and remembers earlier steps."
    )
    ADAM_EPSILON = QT_TRANSLATE_NOOP(
        "program",
        "Keras adds epsilon before it corrects the mean of the squares: the first steps are a little shorter.",
    )
    EPSILON_OUTSIDE = QT_TRANSLATE_NOOP(
        "program", "PyTorch adds epsilon to the root, nnplay under it: weights with tiny gradients move otherwise."
    )
    MOMENTUM = QT_TRANSLATE_NOOP(
        "program", "PyTorch's velocity holds gradients, nnplay's holds steps: they part when the learning rate changes."
    )
    ONE_CLIPPING = QT_TRANSLATE_NOOP(
        "program", "Keras clips in one way only: single gradients are not limited to {clip_value}."
    )
    HELD_GRADIENTS = QT_TRANSLATE_NOOP(
        "program",
        "Gradients of muted and of single frozen weights count when Keras limits the length of all gradients together.",
    )
    PLAYGROUND_RULE = QT_TRANSLATE_NOOP(
        "program",
        "In nnplay these penalties follow each step (TensorFlow Playground's rule); here they are in the loss.",
    )
    BATCH_OF_ONE = QT_TRANSLATE_NOOP(
        "program", "PyTorch cannot normalize a batch of one example: such a batch is left out here."
    )
    RUNNING_VARIANCE = QT_TRANSLATE_NOOP(
        "program", "PyTorch's running variance divides by n - 1, nnplay's by n: predictions differ a little."
    )
    WATCHED_PENALTY = QT_TRANSLATE_NOOP("program", "The loss that Keras watches contains the penalties of the weights.")
    WATCHED_MEAN = QT_TRANSLATE_NOOP(
        "program", "Keras judges the mean loss during the epoch, nnplay the loss at its end."
    )
    BEST_AT_END = QT_TRANSLATE_NOOP(
        "program", "Keras brings the best weights back also when the last epoch ends the run."
    )
    WARM_UP = QT_TRANSLATE_NOOP("program", "A plateau during the warm-up does not reduce the rate here.")
    MARGINS = QT_TRANSLATE_NOOP(
        "program", "When Keras runs on PyTorch, this mean counts the margin where it lies on one side only."
    )
    CLIPPED_OUTPUT = QT_TRANSLATE_NOOP(
        "program", "Keras keeps outputs 1e-7 away from 0 and 1 before the logarithm: a very sure neuron learns no more."
    )
