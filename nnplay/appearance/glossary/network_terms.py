"""Terms about the network: weights, layers, activation functions."""

from __future__ import annotations

from nnplay.appearance.glossary.term import Term
from nnplay.engine.errors import QT_TRANSLATE_NOOP

NETWORK_TERMS: dict[str, Term] = {
    "weight": Term(
        QT_TRANSLATE_NOOP("glossary", "Weight"),
        QT_TRANSLATE_NOOP(
            "glossary", "A number on a connection; every value that passes along it is multiplied by it."
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A larger weight makes its input matter more; a negative one reverses its effect.",
        ),
        1,
        is_raised=True,
    ),
    "bias": Term(
        QT_TRANSLATE_NOOP("glossary", "Bias"),
        QT_TRANSLATE_NOOP("glossary", "A number that a neuron adds to its weighted sum."),
        QT_TRANSLATE_NOOP("glossary", "The neuron activates more easily; with a negative bias it needs more input."),
        4,
        is_raised=True,
    ),
    "units": Term(
        QT_TRANSLATE_NOOP("glossary", "Units"),
        QT_TRANSLATE_NOOP("glossary", "The number of neurons in a layer, and so of the numbers that it outputs."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The network can distinguish more, but it learns more slowly and overfits more easily.",
        ),
        5,
        is_raised=True,
    ),
    "hidden": Term(
        QT_TRANSLATE_NOOP("glossary", "Hidden layer"),
        QT_TRANSLATE_NOOP("glossary", "A layer between input and output, which finds its own features."),
        QT_TRANSLATE_NOOP(
            "glossary", "More layers can bend the decision boundary more, and gradients have a longer way back."
        ),
        4,
    ),
    "activation": Term(
        QT_TRANSLATE_NOOP("glossary", "Activation function"),
        QT_TRANSLATE_NOOP("glossary", "The function that turns a neuron's weighted sum into its output."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Where its curve is steep, a neuron learns quickly; where it is flat, hardly at all.",
        ),
        3,
    ),
    "softmax": Term(
        QT_TRANSLATE_NOOP("glossary", "Softmax"),
        QT_TRANSLATE_NOOP("glossary", "Turns the sums of the last layer into probabilities that add up to 1."),
        QT_TRANSLATE_NOOP("glossary", "If one sum grows, its share grows at the expense of all the others."),
        14,
    ),
    "initializer": Term(
        QT_TRANSLATE_NOOP("glossary", "Initializer"),
        QT_TRANSLATE_NOOP("glossary", "How the weights are drawn before training."),
        QT_TRANSLATE_NOOP("glossary", "Too large, and the neurons saturate; all equal, and they stay equal."),
        10,
    ),
    "dropout": Term(
        QT_TRANSLATE_NOOP("glossary", "Dropout rate"),
        QT_TRANSLATE_NOOP(
            "glossary", "The share of the numbers that are switched off at random in each training step."
        ),
        QT_TRANSLATE_NOOP("glossary", "There is less overfitting; too much, and little is learned at all."),
        13,
        is_raised=True,
    ),
    "normalization": Term(
        QT_TRANSLATE_NOOP("glossary", "Normalization"),
        QT_TRANSLATE_NOOP(
            "glossary", "Scales numbers to mean 0 and standard deviation 1, so that all carry the same weight."
        ),
        QT_TRANSLATE_NOOP("glossary", "It is only on or off; it usually makes learning faster."),
        12,
    ),
}
