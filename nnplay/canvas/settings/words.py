"""Labels and explanations of the settings of layers; English keys of their translations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.languages import in_all_languages
from nnplay.engine.errors import QT_TRANSLATE_NOOP

CONTEXT = "settings"

_WORDS: dict[str, tuple[str, str]] = {
    "units": (
        QT_TRANSLATE_NOOP("settings", "Units"),
        QT_TRANSLATE_NOOP("settings", "The number of neurons in the layer, and so of the numbers that it outputs."),
    ),
    "filters": (
        QT_TRANSLATE_NOOP("settings", "Filters"),
        QT_TRANSLATE_NOOP("settings", "The number of patterns that the layer looks for; each gives one channel."),
    ),
    "kernel_size": (
        QT_TRANSLATE_NOOP("settings", "Kernel size"),
        QT_TRANSLATE_NOOP("settings", "Height and width of a filter's window in pixels, such as 3 × 3."),
    ),
    "pool_size": (
        QT_TRANSLATE_NOOP("settings", "Pool size"),
        QT_TRANSLATE_NOOP("settings", "Height and width of the squares that become one number each."),
    ),
    "strides": (
        QT_TRANSLATE_NOOP("settings", "Strides"),
        QT_TRANSLATE_NOOP("settings", "How far the window moves, down and across; larger steps shrink the picture."),
    ),
    "padding": (
        QT_TRANSLATE_NOOP("settings", "Padding"),
        QT_TRANSLATE_NOOP(
            "settings", "valid: the window stays inside the picture; same: padding keeps the picture's size."
        ),
    ),
    "activation": (
        QT_TRANSLATE_NOOP("settings", "Activation"),
        QT_TRANSLATE_NOOP("settings", "The function that turns a neuron's weighted sum into its output."),
    ),
    "use_bias": (
        QT_TRANSLATE_NOOP("settings", "Bias"),
        QT_TRANSLATE_NOOP("settings", "Whether a learned number is added to each neuron's weighted sum."),
    ),
    "kernel_initializer": (
        QT_TRANSLATE_NOOP("settings", "First weights"),
        QT_TRANSLATE_NOOP("settings", "How the weights are drawn before training."),
    ),
    "bias_initializer": (
        QT_TRANSLATE_NOOP("settings", "First biases"),
        QT_TRANSLATE_NOOP("settings", "How the biases are drawn before training."),
    ),
    "kernel_l1": (
        QT_TRANSLATE_NOOP("settings", "L1 of this layer"),
        QT_TRANSLATE_NOOP("settings", "Pulls this layer's weights to zero by their absolute value: weak ones vanish."),
    ),
    "kernel_l2": (
        QT_TRANSLATE_NOOP("settings", "L2 of this layer"),
        QT_TRANSLATE_NOOP("settings", "Pulls this layer's weights to zero by their square: large ones shrink."),
    ),
    "kernel_max_norm": (
        QT_TRANSLATE_NOOP("settings", "Greatest norm"),
        QT_TRANSLATE_NOOP("settings", "The maximum length of the weights into one neuron; empty for no limit."),
    ),
    "rate": (
        QT_TRANSLATE_NOOP("settings", "Rate"),
        QT_TRANSLATE_NOOP(
            "settings", "The share of the numbers that are switched off in each step, from 0 to below 1."
        ),
    ),
    "stddev": (
        QT_TRANSLATE_NOOP("settings", "Standard deviation"),
        QT_TRANSLATE_NOOP("settings", "The strength of the noise."),
    ),
    "momentum": (
        QT_TRANSLATE_NOOP("settings", "Momentum"),
        QT_TRANSLATE_NOOP("settings", "The share of the old moving average that each step keeps."),
    ),
    "epsilon": (
        QT_TRANSLATE_NOOP("settings", "Epsilon"),
        QT_TRANSLATE_NOOP("settings", "Added to the variance, to avoid division by zero."),
    ),
    "center": (
        QT_TRANSLATE_NOOP("settings", "Learned shift"),
        QT_TRANSLATE_NOOP("settings", "Whether a learned number (beta) is added to each normalized one."),
    ),
    "scale": (
        QT_TRANSLATE_NOOP("settings", "Learned scale"),
        QT_TRANSLATE_NOOP("settings", "Whether each normalized number is multiplied by a learned one (gamma)."),
    ),
    "target_shape": (
        QT_TRANSLATE_NOOP("settings", "Target shape"),
        QT_TRANSLATE_NOOP("settings", "The new shape, such as 28, 28, 1; one number may be −1 and is then computed."),
    ),
    "axis": (
        QT_TRANSLATE_NOOP("settings", "Axis"),
        QT_TRANSLATE_NOOP(
            "settings", "The axis along which the inputs are joined, counted from 1; −1 is the last one."
        ),
    ),
}

TERMS = {
    "units": "units",
    "activation": "activation",
    "use_bias": "bias",
    "kernel_initializer": "initializer",
    "bias_initializer": "initializer",
    "kernel_l1": "regularization",
    "kernel_l2": "regularization",
    "kernel_max_norm": "regularization",
    "rate": "dropout",
}
"""The glossary's terms for settings."""

FINER = frozenset(
    {
        "use_bias",
        "kernel_initializer",
        "bias_initializer",
        "kernel_l1",
        "kernel_l2",
        "kernel_max_norm",
        "epsilon",
        "center",
        "scale",
    }
)
"""Settings that a learner rarely changes."""


def label(field: str) -> str:
    """Return the label of a setting, translated; without one, the engine's own name."""
    return QCoreApplication.translate(CONTEXT, _WORDS[field][0]) if field in _WORDS else field


def labels(field: str) -> list[str]:
    """Return the label of a setting in every language."""
    return in_all_languages(CONTEXT, _WORDS[field][0])


def known() -> list[str]:
    """Return the settings that have a label."""
    return list(_WORDS)


def explanation(field: str) -> str:
    """Return the explanation of a setting, translated."""
    return QCoreApplication.translate(CONTEXT, _WORDS[field][1]) if field in _WORDS else ""
