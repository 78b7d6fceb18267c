"""Fine-tuning: a network learns a person's own digits in seconds, and is watched not to forget the others.

Learning from a few new examples alone makes a network forget what it knew (McCloskey and Cohen, 1989): they are mixed
with old ones, and the epoch after which too much of the old is lost is not kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.data import generate_digits
from nnplay.data.distortions import Distortions, distort
from nnplay.data.drawing import WHITE, Bytes
from nnplay.data.loading import LoadCancelledError, ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.picture_input import as_input
from nnplay.engine import Adam, Examples, Network, NetworkSpec, Trainer, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.own_digits import OwnDigits

LOSS = "sparse_categorical_crossentropy"

_N_OLD, _N_WATCHED = 3_000, 1_000
_SHARE = 3
"""One example in so many is a person's own."""

_N_EPOCHS = 4
_RATE = 0.0005
_SEED = 0
_STEPS_AT_ONCE = 3
"""So few that whoever calls it off need not wait."""

_MOST_LOST = 0.01
"""Of the accuracy on old digits."""

_MILD = Distortions(shift=2, slant=6, turn=4, stretch=0.05, bend=0.5, thickness=0.4, noise=0)


@dataclass(frozen=True, eq=False)
class FineTuning:
    """What became of it.

    Attributes
    ----------
    parameters
        (n_parameters,) float32 the new weights.
    own_before, own_after
        Share of a person's own digits that were and are read right.
    old_before, old_after
        The same for digits that were not learned from.
    """

    parameters: NDArray[np.float32]
    own_before: float
    own_after: float
    old_before: float
    old_after: float


def fine_tune(
    spec: NetworkSpec,
    parameters: NDArray[np.float32],
    own: OwnDigits,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> FineTuning:
    """Train a network with ten softmax outputs on ``own``, at least one, mixed with generated digits.

    Raises
    ------
    TrainingDivergedError, ShapeError
        If it cannot learn from them.
    LoadCancelledError
        If ``should_cancel`` said so.
    """
    rng = np.random.default_rng(_SEED)
    network = Network(spec)
    network.parameters[...] = parameters
    old, old_labels = generate_digits(_N_OLD + _N_WATCHED, rng, report, should_cancel)
    own_examples = _examples(spec, own.pictures, own.labels)
    watched = _examples(spec, old[_N_OLD:], old_labels[_N_OLD:])
    own_before, old_before = _accuracy(network, own_examples), _accuracy(network, watched)
    best = (own_before, old_before, network.parameters.copy())
    chosen = np.arange(max(len(own), _N_OLD // (_SHARE - 1))) % len(own)
    settings = TrainingSettings(LOSS, Adam(_RATE), 64)
    trainer, state = None, None
    for epoch in range(_N_EPOCHS):
        pictures = np.concatenate((old[:_N_OLD], distort(own.pictures[chosen], rng, _MILD)))
        examples = _examples(spec, pictures, np.concatenate((old_labels[:_N_OLD], own.labels[chosen])))
        trainer = Trainer(network, examples, settings, np.random.default_rng(_SEED))
        if state:
            trainer.resume(state)
        progress = trainer.advance(1)
        while not progress.is_epoch_end:
            if should_cancel():
                raise LoadCancelledError
            progress = trainer.advance(_STEPS_AT_ONCE)
            report((epoch + progress.share) / _N_EPOCHS, QT_TRANSLATE_NOOP("loading", "Learning"))
        state = trainer.export()
        own_now, old_now = _accuracy(network, own_examples), _accuracy(network, watched)
        if old_now < old_before - _MOST_LOST:
            break
        if own_now >= best[0]:
            best = (own_now, old_now, network.parameters.copy())
    return FineTuning(best[2], own_before, best[0], old_before, best[1])


def _examples(spec: NetworkSpec, pictures: Bytes, labels: NDArray[np.int64]) -> Examples:
    shape = spec.shapes[spec.input.name]
    if np.prod(shape) == pictures[0].size:
        return Examples(pictures.reshape(len(pictures), *shape), labels, 1 / WHITE)
    return Examples(np.stack([as_input(picture, shape) for picture in pictures]), labels)


def _accuracy(network: Network, examples: Examples) -> float:
    return network.evaluate(examples, LOSS).accuracy or 0.0
