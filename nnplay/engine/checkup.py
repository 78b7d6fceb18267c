"""Checkup: what is allowed but will not go well, said before training: each finding names the layer and the numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.examples import Examples
from nnplay.engine.optimizers import SGD
from nnplay.engine.regularization import Strengths, kernels
from nnplay.engine.settings import TrainingSettings
from nnplay.engine.specs import NetworkSpec


@dataclass(frozen=True)
class Finding:
    """A sentence for people: ``template`` with its ``{named}`` fields filled from ``values``, as in NnplayError."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def check_examples(examples: Examples, n_classes: int) -> tuple[Finding, ...]:
    """What is odd about the examples for a network that tells ``n_classes`` classes apart."""
    if not examples.has_classes or not len(examples):
        return ()
    counts = np.bincount(examples.y, minlength=n_classes)
    present = np.flatnonzero(counts)
    if len(present) == 1:
        template = QT_TRANSLATE_NOOP(
            "errors", "All {n} examples are of class {name}: there is nothing to tell apart, and any accuracy is empty."
        )
        return (Finding(template, {"n": len(examples), "name": int(present[0])}),)
    missing = np.flatnonzero(counts == 0)
    if len(missing):
        template = QT_TRANSLATE_NOOP(
            "errors", "No example is of class {names}: the network will learn never to answer that."
        )
        return (Finding(template, {"names": ", ".join(map(str, missing))}),)
    return ()


def check_settings(spec: NetworkSpec, settings: TrainingSettings, n_examples: int) -> tuple[Finding, ...]:
    """What will not go well with these settings."""
    findings: list[Finding] = []
    if settings.batch_size > n_examples:
        template = QT_TRANSLATE_NOOP(
            "errors", "The batch size is {size}, but there are {n} examples: every step takes them all."
        )
        findings.append(Finding(template, {"size": settings.batch_size, "n": n_examples}))
    overshoot = _overshoot(spec, settings)
    if overshoot:
        findings.append(overshoot)
    return tuple(findings)


def _overshoot(spec: NetworkSpec, settings: TrainingSettings) -> Finding | None:
    """L2 multiplies each weight by 1 - shrink in a step of plain SGD: it turns about above 1 and grows above 2."""
    strengths = Strengths([spec], [settings.regularization], np.zeros(spec.n_trainable))
    is_plain = isinstance(settings.optimizer, SGD) or settings.regularization.rule == "playground"
    if strengths.l2 is None or not is_plain:
        return None
    slopes = strengths.l2 * (1 if settings.regularization.rule == "playground" else 2)
    rate = settings.optimizer.learning_rate
    worst = max(kernels(spec), key=lambda slot: float(slopes[slot.offset]))
    shrink = rate * float(slopes[worst.offset])
    if shrink <= 1:
        return None
    template = (
        QT_TRANSLATE_NOOP(
            "errors",
            "In “{layer}” the L2 rate and the learning rate {rate} multiply every weight by {factor} in each step:"
            " the weights swing ever wider. Lower one of the two.",
        )
        if shrink > 2
        else QT_TRANSLATE_NOOP(
            "errors",
            "In “{layer}” the L2 rate and the learning rate {rate} multiply every weight by {factor} in each step:"
            " the weights change their sign each time. Lower one of the two.",
        )
    )
    return Finding(template, {"layer": worst.node, "rate": rate, "factor": round(1 - shrink, 6)})
