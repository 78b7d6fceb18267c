"""The rule about regularization: an L2 rate and a learning rate that together overshoot 0."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnplay.engine import SGD
from nnplay.engine.errors import QT_TRANSLATE_NOOP, Phrase
from nnplay.engine.regularization import Strengths, kernels
from nnplay.project import edits
from nnplay.project.doctor import remedies
from nnplay.project.doctor.diagnosis import Diagnosis, Evidence, Remedy, number
from nnplay.project.project import Project


def overshooting_l2(evidence: Evidence) -> Diagnosis | None:
    """L2 multiplies each weight by 1 - shrink in a step of plain SGD: above 1 the sign flips, above 2 weights grow."""
    project = evidence.project
    settings, spec = project.training, project.network
    strengths = Strengths([spec], [settings.regularization], np.zeros(spec.n_trainable))
    is_playground = settings.regularization.rule == "playground"
    if strengths.l2 is None or not (is_playground or isinstance(settings.optimizer, SGD)):
        return None
    slopes = strengths.l2 * (1 if is_playground else 2)
    rate = settings.optimizer.learning_rate
    worst = max(kernels(spec), key=lambda slot: float(slopes[slot.offset]))
    shrink = rate * float(slopes[worst.offset])
    if shrink <= 1:
        return None
    template = (
        QT_TRANSLATE_NOOP(
            "doctor",
            "In “{layer}” the L2 rate and the learning rate {rate} multiply every weight by {factor} in each step:"
            " the weights swing ever wider. Lower one of the two.",
        )
        if shrink > 2
        else QT_TRANSLATE_NOOP(
            "doctor",
            "In “{layer}” the L2 rate and the learning rate {rate} multiply every weight by {factor} in each step:"
            " the weights change their sign each time. Lower one of the two.",
        )
    )
    values = {"layer": worst.node, "rate": number(rate), "factor": number(1 - shrink)}
    offered = (_lower_l2(project, shrink), remedies.lower_rate(project))
    return Diagnosis("overshooting_l2", Phrase(template, values), offered)


def _lower_l2(project: Project, shrink: float) -> Remedy:
    """An L2 rate for the whole network with which a step takes away at most a hundredth of a weight."""
    l2 = float(f"{project.training.regularization.l2 / (100 * shrink):.1g}")
    caption = QT_TRANSLATE_NOOP("doctor", "L2 regularization {strength}")

    def edit(project: Project) -> Project:
        regularization = replace(project.training.regularization, l2=l2)
        return edits.set_training(project, replace(project.training, regularization=regularization))

    return Remedy(Phrase(caption, {"strength": number(l2)}), edit)
