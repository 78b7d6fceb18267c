"""Terms about activation functions: the best known ones, and what their shapes bring about."""

from __future__ import annotations

from nnplay.appearance.glossary.term import Term
from nnplay.engine.errors import QT_TRANSLATE_NOOP

FUNCTION_TERMS: dict[str, Term] = {
    "step": Term(
        QT_TRANSLATE_NOOP("glossary", "Step function"),
        QT_TRANSLATE_NOOP("glossary", "Answers 1 for inputs above 0, and 0 otherwise."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Its slope is 0 everywhere, so gradient descent cannot train it; sigmoid is its smooth relative.",
        ),
        3,
        also=QT_TRANSLATE_NOOP("glossary", "threshold function; Heaviside function"),
        spellings=("step",),
    ),
    "sigmoid": Term(
        QT_TRANSLATE_NOOP("glossary", "Sigmoid"),
        QT_TRANSLATE_NOOP("glossary", "Squeezes any number into 0 to 1: σ(z) = 1 / (1 + e⁻ᶻ)."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Its output can be read as a probability; far from 0 it saturates, and its slope is never more than 0.25.",
        ),
        3,
        also=QT_TRANSLATE_NOOP("glossary", "logistic function; S curve; σ"),
        spellings=("sigmoid",),
        figure="tanh",
    ),
    "tanh": Term(
        QT_TRANSLATE_NOOP("glossary", "Tanh"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Squeezes any number into −1 to 1. It is a sigmoid, rescaled: tanh(z) = 2σ(2z) − 1.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Its output is zero-centred, and its slope at 0 is 1, four times a sigmoid's; far"
            " from 0 it saturates as well.",
        ),
        3,
        also=QT_TRANSLATE_NOOP("glossary", "hyperbolic tangent"),
        spellings=("tanh",),
        figure="tanh",
    ),
    "relu": Term(
        QT_TRANSLATE_NOOP("glossary", "ReLU"),
        QT_TRANSLATE_NOOP("glossary", "Keeps positive numbers and replaces negative ones by 0: max(0, z)."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Its slope stays 1 for positive sums, so gradients do not fade; a neuron whose sums"
            " are all negative is dead.",
        ),
        3,
        also=QT_TRANSLATE_NOOP("glossary", "rectified linear unit; rectifier; leaky ReLU"),
        spellings=(
            "relu",
            "LeakyReLU",
        ),
    ),
    "zero_centred": Term(
        QT_TRANSLATE_NOOP("glossary", "Zero-centred output"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Outputs that lie on both sides of 0, as those of tanh do; those of sigmoid are all positive.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "If all inputs of a neuron are positive, all its weights must rise or fall together, and training zigzags.",
        ),
        3,
        also=QT_TRANSLATE_NOOP("glossary", "zero mean; centred at zero"),
        figure="tanh",
    ),
    "saturation": Term(
        QT_TRANSLATE_NOOP("glossary", "Saturation"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A neuron is saturated where its activation function is nearly flat: its output hardly changes any more.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "There the slope is near 0, hardly any gradient gets through, and the weights before it hardly learn.",
        ),
        3,
        also=QT_TRANSLATE_NOOP("glossary", "saturated neuron; flat region"),
    ),
    "dead_neuron": Term(
        QT_TRANSLATE_NOOP("glossary", "Dead neuron"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A neuron whose slope is 0 for every example, such as a ReLU whose sums are all negative.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "It no longer learns; a smaller learning rate, other initial weights or a leaky ReLU help.",
        ),
        3,
        also=QT_TRANSLATE_NOOP("glossary", "dying ReLU; dead unit"),
    ),
}
