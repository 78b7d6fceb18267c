"""Terms of the network: weights, layers, activation functions."""

from __future__ import annotations

from nnplay.appearance.glossary.term import Term
from nnplay.engine.errors import QT_TRANSLATE_NOOP

NETWORK_TERMS: dict[str, Term] = {
    "weight": Term(
        QT_TRANSLATE_NOOP("glossary", "Weight"),
        QT_TRANSLATE_NOOP("glossary", "A number on a connection, by which whatever travels along it is multiplied."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A larger weight makes its input matter more; below zero it works the other way round.",
        ),
        1,
        is_raised=True,
    ),
    "bias": Term(
        QT_TRANSLATE_NOOP("glossary", "Bias"),
        QT_TRANSLATE_NOOP("glossary", "A number of its own that a neuron adds to its weighted sum."),
        QT_TRANSLATE_NOOP("glossary", "The neuron answers more readily; below zero it needs more to be moved."),
        4,
        is_raised=True,
    ),
    "units": Term(
        QT_TRANSLATE_NOOP("glossary", "Units"),
        QT_TRANSLATE_NOOP("glossary", "How many neurons a layer has: as many numbers as it gives."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The network can tell more apart, but it learns more slowly and more easily by heart.",
        ),
        5,
        is_raised=True,
    ),
    "hidden": Term(
        QT_TRANSLATE_NOOP("glossary", "Hidden layer"),
        QT_TRANSLATE_NOOP("glossary", "A layer between input and output, which finds features of its own."),
        QT_TRANSLATE_NOOP("glossary", "More layers bend the border more, and gradients have a longer way back."),
        4,
    ),
    "activation": Term(
        QT_TRANSLATE_NOOP("glossary", "Activation function"),
        QT_TRANSLATE_NOOP("glossary", "The function that turns a neuron's weighted sum into its output."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Where its curve is steep a neuron learns quickly; where it is flat hardly at all.",
        ),
        3,
    ),
    "softmax": Term(
        QT_TRANSLATE_NOOP("glossary", "Softmax"),
        QT_TRANSLATE_NOOP("glossary", "Turns the sums of the last layer into probabilities that together make 1."),
        QT_TRANSLATE_NOOP("glossary", "If one sum grows, its share grows at the expense of all the others."),
        14,
    ),
    "initializer": Term(
        QT_TRANSLATE_NOOP("glossary", "Initializer"),
        QT_TRANSLATE_NOOP("glossary", "How the weights are drawn before training."),
        QT_TRANSLATE_NOOP("glossary", "Starting too large saturates the neurons; all equal, they stay equal."),
        10,
    ),
    "dropout": Term(
        QT_TRANSLATE_NOOP("glossary", "Dropout rate"),
        QT_TRANSLATE_NOOP("glossary", "Share of the numbers that is switched off at random in each training step."),
        QT_TRANSLATE_NOOP("glossary", "Less is learned by heart; too much, and little is learned at all."),
        13,
        is_raised=True,
    ),
    "normalization": Term(
        QT_TRANSLATE_NOOP("glossary", "Normalization"),
        QT_TRANSLATE_NOOP("glossary", "Brings numbers to mean 0 and spread 1, so that all speak equally loudly."),
        QT_TRANSLATE_NOOP("glossary", "It has no strength to set: on or off, it mostly makes learning faster."),
        12,
    ),
}
