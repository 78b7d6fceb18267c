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
        also=QT_TRANSLATE_NOOP("glossary", "attributes; predictors; columns"),
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
        also=QT_TRANSLATE_NOOP("glossary", "disturbance"),
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
        also=QT_TRANSLATE_NOOP("glossary", "training set; test set; validation set; hold-out"),
        spellings=(
            "validation_split",
            "validation_data",
        ),
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
        also=QT_TRANSLATE_NOOP("glossary", "random state"),
        spellings=("random_state",),
    ),
    "standardization": Term(
        QT_TRANSLATE_NOOP("glossary", "Standardization"),
        QT_TRANSLATE_NOOP("glossary", "Subtract the mean of a column, then divide by its standard deviation."),
        QT_TRANSLATE_NOOP(
            "glossary", "There is nothing to raise; without it, columns with large numbers drown out the others."
        ),
        12,
        also=QT_TRANSLATE_NOOP("glossary", "z-score; zero mean"),
    ),
    "label": Term(
        QT_TRANSLATE_NOOP("glossary", "Target"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The true answer of an example, from which the loss is computed; nnplay writes y.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Articles differ: some write ŷ for the true answer, others, as nnplay, for the network's answer.",
        ),
        6,
        also=QT_TRANSLATE_NOOP("glossary", "label; ground truth; true answer; ŷ; notation"),
        spellings=(
            "y_train",
            "y_true",
        ),
    ),
    "prediction": Term(
        QT_TRANSLATE_NOOP("glossary", "Prediction"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The network's answer for an example; for classes, the most probable one.",
        ),
        QT_TRANSLATE_NOOP("glossary", "argmax gives the place of the largest output, counted from 0."),
        10,
        also=QT_TRANSLATE_NOOP("glossary", "answer; output; argmax"),
        spellings=(
            "argmax",
            "predict",
            "y_pred",
        ),
    ),
    "one_hot": Term(
        QT_TRANSLATE_NOOP("glossary", "One-hot"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A class as a row of numbers: 1 in the place of the class, 0 everywhere else.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "So 3 of ten digits is 0 0 0 1 0 0 0 0 0 0; the sparse loss takes the class number itself instead.",
        ),
        14,
        also=QT_TRANSLATE_NOOP("glossary", "one-hot encoding; dummy variables; class number"),
        spellings=(
            "to_categorical",
            "one_hot",
        ),
    ),
    "confusion_matrix": Term(
        QT_TRANSLATE_NOOP("glossary", "Confusion matrix"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A table of actual classes by predicted ones: correct predictions are on the diagonal.",
        ),
        QT_TRANSLATE_NOOP("glossary", "Away from the diagonal it shows which classes are taken for which."),
        14,
        also=QT_TRANSLATE_NOOP("glossary", "precision; recall"),
    ),
    "data_leakage": Term(
        QT_TRANSLATE_NOOP("glossary", "Data leakage"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Something about the test data reached training, so that the test result is too good.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Examples that are in both sets leak; so do columns that are known only after the answer.",
        ),
        13,
        also=QT_TRANSLATE_NOOP("glossary", "leak"),
    ),
}
