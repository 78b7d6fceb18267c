"""Terms about data."""

from __future__ import annotations

from nnplay.appearance.glossary.term import Term
from nnplay.engine.errors import QT_TRANSLATE_NOOP

DATA_TERMS: dict[str, Term] = {
    "features": Term(
        QT_TRANSLATE_NOOP("glossary", "Input features"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "What the network sees of each example: its coordinates, or their squares, products and sines.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A suitable feature, such as x₁x₂ for exclusive or, can replace a hidden layer; each one adds weights.",
        ),
        12,
    ),
    "noise": Term(
        QT_TRANSLATE_NOOP("glossary", "Noise"),
        QT_TRANSLATE_NOOP("glossary", "How strongly the points or their labels are disturbed."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The classes mix, the best possible loss rises, and overfitting begins sooner.",
        ),
        13,
        is_raised=True,
    ),
    "train_share": Term(
        QT_TRANSLATE_NOOP("glossary", "Share of training data"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The share of the examples used for training; the others are held back for testing.",
        ),
        QT_TRANSLATE_NOOP("glossary", "The network learns more, and the test result is less certain."),
        13,
        is_raised=True,
    ),
    "seed": Term(
        QT_TRANSLATE_NOOP("glossary", "Seed"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The number that all randomness starts from: the same seed gives the same points, weights and order again.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Another seed is another roll of the dice, neither better nor worse; try several.",
        ),
        10,
    ),
    "standardization": Term(
        QT_TRANSLATE_NOOP("glossary", "Standardization"),
        QT_TRANSLATE_NOOP("glossary", "Subtract the mean of a column, then divide by its standard deviation."),
        QT_TRANSLATE_NOOP(
            "glossary", "There is nothing to raise; without it, columns with large numbers drown out the others."
        ),
        12,
    ),
}
