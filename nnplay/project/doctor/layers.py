"""Rules about the layers: vanishing or exploding gradients, dead or saturated units."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nnplay.engine import ACTIVATIONS, LayerStatistics
from nnplay.engine.errors import QT_TRANSLATE_NOOP, Phrase
from nnplay.project.doctor import remedies
from nnplay.project.doctor.diagnosis import Diagnosis, Evidence, number
from nnplay.project.part_edits import silent_layers

VANISHING, EXPLODING = 1e-3, 1e2
"""Ratio of the gradients of the first and the last layer at which they vanish or explode."""

_DEEP = 3
"""Layers with weights from which on a gradient has a way to go."""

DEAD = 0.5
SATURATED = 0.75
"""Share of a layer's units, or outputs, from which on it is in trouble."""


def muted_layers(evidence: Evidence) -> Diagnosis | None:
    """A muted layer, through which no gradient passes."""
    silent = silent_layers(evidence.project)
    if not silent:
        return None
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "“{layers}” is muted: the layers after it get only 0 from it, and the layers before it learn nothing"
        " through it.",
    )
    return Diagnosis("muted_layers", Phrase(template, {"layers": ", ".join(silent)}), (remedies.unmute(silent),))


def steps_without_slope(evidence: Evidence) -> Diagnosis | None:
    """A layer whose activation function has a slope of 0 everywhere: nothing in it or before it learns."""
    flat = _without_slope(evidence)
    # Weights set by hand need no slope: only who trains is told.
    if not flat or not evidence.n_steps:
        return None
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "The slope of step is 0 everywhere, so no gradient passes through “{layers}”: its weights and those of the"
        " layers before it stay as they are.",
    )
    return Diagnosis("steps_without_slope", Phrase(template, {"layers": ", ".join(flat)}), (remedies.bend(flat),))


def vanishing_gradients(evidence: Evidence) -> Diagnosis | None:
    """Hardly anything of the error arrives in the first layer."""
    growth = gradient_growth(evidence.layers)
    if growth is None or growth > VANISHING or evidence.has_learned or _without_slope(evidence):
        return None
    first, last = _ends(evidence.layers)
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "The gradient at “{first}” is only {share} times the one at “{last}”. The first layers hardly learn.",
    )
    share = number(growth)
    return Diagnosis(
        "vanishing_gradients",
        Phrase(template, {"first": first, "last": last, "share": share}),
        (remedies.rectify() if _is_bounded_somewhere(evidence) else remedies.calm_start(),),
    )


def exploding_gradients(evidence: Evidence) -> Diagnosis | None:
    """The gradient grows from layer to layer on its way back."""
    growth = gradient_growth(evidence.layers)
    if growth is None or growth < EXPLODING:
        return None
    first, last = _ends(evidence.layers)
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "The gradient at “{first}” is {growth} times the one at “{last}”. The weights of the first layers jump around.",
    )
    return Diagnosis(
        "exploding_gradients",
        Phrase(template, {"first": first, "last": last, "growth": number(growth)}),
        (remedies.clip_gradients(), remedies.calm_start()),
    )


def dead_units(evidence: Evidence) -> Diagnosis | None:
    """Units that are off for every example: no gradient passes through them, so they cannot recover."""
    if evidence.has_learned:
        return None
    layers = {name: state for name, state in _hidden(evidence).items() if not saturates(evidence, name)}
    dead = {name: state.dead_share for name, state in layers.items() if state.dead_share >= DEAD}
    if not dead:
        return None
    worst = max(dead, key=lambda name: dead[name])
    template = QT_TRANSLATE_NOOP(
        "doctor", "{share} % of the units in “{layer}” are off for every example and cannot recover."
    )
    values = {"share": round(100 * dead[worst]), "layer": worst}
    return Diagnosis("dead_units", Phrase(template, values), (remedies.leak(tuple(dead)), remedies.new_start()))


def saturation(evidence: Evidence) -> Diagnosis | None:
    """Outputs at the flat ends of a bounded activation function, where its slope is almost 0."""
    if evidence.has_learned:
        return None
    worst = most_saturated(evidence)
    if worst is None:
        return None
    template = QT_TRANSLATE_NOOP(
        "doctor",
        "{share} % of the outputs of “{layer}” lie on the flat ends of {activation}, where hardly any"
        " gradient gets through. Its weighted sums are too large.",
    )
    activation = evidence.project.network.node(worst).layer.activation_name
    values = {"share": round(100 * evidence.layers[worst].saturated_share), "layer": worst, "activation": activation}
    return Diagnosis("saturation", Phrase(template, values), (remedies.calm_start(),))


def most_saturated(evidence: Evidence) -> str | None:
    """The hidden layer with the largest share of saturated outputs, if that is enough for trouble."""
    shares = {
        name: state.saturated_share
        for name, state in _hidden(evidence).items()
        if state.saturated_share >= SATURATED and saturates(evidence, name)
    }
    return max(shares, key=shares.__getitem__) if shares else None


def gradient_growth(layers: Mapping[str, LayerStatistics]) -> float | None:
    """How many times the gradient in the last layer arrives in the first; None for less than three with weights."""
    learning = [state for state in layers.values() if state.weight_rms is not None]
    if len(learning) < _DEEP:
        return None
    first, last = learning[0].gradient_rms, learning[-1].gradient_rms
    return first / last if np.isfinite(first) and np.isfinite(last) and last > 0 else None


def saturates(evidence: Evidence, name: str) -> bool:
    """Whether a layer's activation function is flat at both ends."""
    function = ACTIVATIONS[evidence.project.network.node(name).layer.activation_name]
    if not function.has_gradient or not function.is_elementwise:
        return False
    slopes = np.abs(function.derivative(np.linspace(*function.plot_range, 101)))
    return bool(max(slopes[0], slopes[-1]) < 0.1 * slopes.max())


def _without_slope(evidence: Evidence) -> tuple[str, ...]:
    nodes = evidence.project.network.nodes
    return tuple(node.name for node in nodes if not ACTIVATIONS[node.layer.activation_name].has_gradient)


def _ends(layers: Mapping[str, LayerStatistics]) -> tuple[str, str]:
    names = [name for name, state in layers.items() if state.weight_rms is not None]
    return names[0], names[-1]


def _hidden(evidence: Evidence) -> dict[str, LayerStatistics]:
    output = evidence.project.network.output.name
    return {name: state for name, state in evidence.layers.items() if name != output}


def _is_bounded_somewhere(evidence: Evidence) -> bool:
    return any(saturates(evidence, name) for name in _hidden(evidence))
