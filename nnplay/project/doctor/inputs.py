"""Rules about the data: inputs of very different or very large scale, missing and unbalanced classes."""

from __future__ import annotations

import numpy as np

from nnplay.data import class_counts
from nnplay.engine import BatchNormalization, LayerNormalization
from nnplay.engine.errors import QT_TRANSLATE_NOOP, Phrase
from nnplay.project.doctor import remedies
from nnplay.project.doctor.diagnosis import Diagnosis, Evidence, number

_LARGE = 20.0
_UNEQUAL = 50.0
"""Root mean square of an input, and ratio between the largest and the smallest one, beyond which learning suffers."""

_RARE = 4.0
"""A class is rare if the most frequent one has this many times as many examples."""

_LOOKED_AT = 2_000


def unscaled_inputs(evidence: Evidence) -> Diagnosis | None:
    """Inputs that are large, or of very different scale: one learning rate cannot suit all their weights."""
    examples = evidence.dataset.train
    if not len(examples) or _is_normalized(evidence):
        return None
    rows = examples.inputs(slice(0, _LOOKED_AT)).reshape(min(len(examples), _LOOKED_AT), -1)
    sizes = np.sqrt(np.square(rows, dtype=np.float64).mean(axis=0))
    moving = sizes[sizes > 0]
    if not len(moving) or (
        moving.max() <= _LARGE and (_is_picture(evidence) or moving.max() <= _UNEQUAL * moving.min())
    ):
        return None
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "The typical sizes of the inputs range from {least} to {most}. Weights of large inputs take huge steps while"
        " those of small ones hardly move.",
    )
    values = {"least": number(moving.min()), "most": number(moving.max())}
    return Diagnosis("unscaled_inputs", Phrase(template, values), (remedies.normalize_inputs(evidence.project),))


def missing_classes(evidence: Evidence) -> Diagnosis | None:
    """A class without any training example, which the network learns never to answer."""
    counts = class_counts(evidence.dataset)
    if counts is None or counts.min() > 0 or not counts.any():
        return None
    classes = evidence.dataset.classes
    present = np.flatnonzero(counts)
    if len(present) == 1:
        template = QT_TRANSLATE_NOOP(
            "doctor",
            "All {n} training examples are of class “{name}”: there is nothing to tell apart, and any accuracy means"
            " nothing.",
        )
        return Diagnosis("missing_classes", Phrase(template, {"n": counts.sum(), "name": classes[present[0]]}), ())
    template = QT_TRANSLATE_NOOP(
        "doctor", "There is no training example of class {names}: the network will learn never to answer that."
    )
    names = ", ".join(f"“{classes[number]}”" for number in np.flatnonzero(counts == 0))
    return Diagnosis("missing_classes", Phrase(template, {"names": names}), ())


def unbalanced_classes(evidence: Evidence) -> Diagnosis | None:
    """One class is so frequent that always predicting it looks like success."""
    dataset, counts = evidence.dataset, class_counts(evidence.dataset)
    if counts is None:
        return None
    if counts.min() == 0 or counts.max() < _RARE * counts.min():
        return None
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "There are {most} examples of “{frequent}” but only {least} of “{rare}”. Always answering"
        " “{frequent}” would be right in {share} % of all cases.",
    )
    values = {
        "most": int(counts.max()),
        "frequent": dataset.classes[int(counts.argmax())],
        "least": int(counts.min()),
        "rare": dataset.classes[int(counts.argmin())],
        "share": round(100 * counts.max() / counts.sum()),
    }
    return Diagnosis("unbalanced_classes", Phrase(template, values), (remedies.balance(),))


def _is_normalized(evidence: Evidence) -> bool:
    network = evidence.project.network
    readers = [network.node(name).layer for name in network.consumers(network.input.name)]
    return all(isinstance(layer, BatchNormalization | LayerNormalization) for layer in readers)


def _is_picture(evidence: Evidence) -> bool:
    return len(evidence.dataset.input_shape) > 1
