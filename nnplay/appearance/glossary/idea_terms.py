"""Terms about the field: what deep learning is, what it is used for, and what it costs."""

from __future__ import annotations

from nnplay.appearance.glossary.term import Term
from nnplay.engine.errors import QT_TRANSLATE_NOOP

IDEA_TERMS: dict[str, Term] = {
    "artificial_intelligence": Term(
        QT_TRANSLATE_NOOP("glossary", "Artificial intelligence"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Programs that do what is thought to need intelligence; machine learning is one way to make them.",
        ),
        QT_TRANSLATE_NOOP("glossary", "It contains machine learning, which contains deep learning."),
        0,
        also=QT_TRANSLATE_NOOP("glossary", "AI"),
        figure="nested",
    ),
    "machine_learning": Term(
        QT_TRANSLATE_NOOP("glossary", "Machine learning"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Programs that find their rule in examples, instead of being given it by people.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Neural networks are one kind; decision trees and nearest neighbours are others.",
        ),
        0,
        also=QT_TRANSLATE_NOOP("glossary", "ML"),
        figure="nested",
    ),
    "deep_learning": Term(
        QT_TRANSLATE_NOOP("glossary", "Deep learning"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Machine learning with networks of several layers, which learn their own features.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The more layers, the more steps from raw data, such as pixels, to the answer.",
        ),
        0,
        also=QT_TRANSLATE_NOOP("glossary", "DL; deep neural network; neural network"),
        figure="nested",
    ),
    "feature_extraction": Term(
        QT_TRANSLATE_NOOP("glossary", "Feature extraction"),
        QT_TRANSLATE_NOOP("glossary", "Turning raw data into numbers that make the answer easy to find."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "People once wrote it by hand; a deep network learns its features in the hidden"
            " layers, together with the answer.",
        ),
        0,
        also=QT_TRANSLATE_NOOP("glossary", "feature engineering; learned features; representation learning"),
        figure="features",
    ),
    "end_to_end": Term(
        QT_TRANSLATE_NOOP("glossary", "End-to-end learning"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "One network learns the whole way from raw data to the answer, with one loss.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Nobody has to say what comes between; it needs more data than a chain of hand-made steps.",
        ),
        0,
        also=QT_TRANSLATE_NOOP("glossary", "end to end"),
        figure="features",
    ),
    "supervised_learning": Term(
        QT_TRANSLATE_NOOP("glossary", "Supervised learning"),
        QT_TRANSLATE_NOOP("glossary", "Learning from examples whose true answers are known."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Classification and regression are of this kind, as is everything in nnplay; without"
            " answers it is unsupervised.",
        ),
        0,
        also=QT_TRANSLATE_NOOP("glossary", "labelled data; unsupervised learning"),
        figure="tasks",
    ),
    "classification": Term(
        QT_TRANSLATE_NOOP("glossary", "Classification"),
        QT_TRANSLATE_NOOP("glossary", "The answer is one of several classes, such as a digit or yes or no."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The last layer gives probabilities: sigmoid for two classes, softmax for more.",
        ),
        0,
        also=QT_TRANSLATE_NOOP("glossary", "classifier; classes; logistic regression"),
        figure="tasks",
    ),
    "regression": Term(
        QT_TRANSLATE_NOOP("glossary", "Regression"),
        QT_TRANSLATE_NOOP("glossary", "The answer is a quantity, such as a price or a temperature."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The last layer is linear, and the loss measures the distance, as the squared error does.",
        ),
        0,
        also=QT_TRANSLATE_NOOP("glossary", "quantity; curve fitting"),
        figure="tasks",
    ),
    "clustering": Term(
        QT_TRANSLATE_NOOP("glossary", "Clustering"),
        QT_TRANSLATE_NOOP("glossary", "Finding groups in examples that have no answers."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "It is unsupervised learning; nnplay's networks do not do it, but it is good to know the difference.",
        ),
        0,
        also=QT_TRANSLATE_NOOP("glossary", "groups"),
        figure="tasks",
    ),
    "linear_regression": Term(
        QT_TRANSLATE_NOOP("glossary", "Linear regression"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Fitting a straight line: a network of one linear neuron, ŷ = wx + b, with the squared error.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Training finds the slope w and the intercept b; the example “Two ways to fit a line” is this network.",
        ),
        8,
        also=QT_TRANSLATE_NOOP("glossary", "straight line; least squares; line fit"),
        figure="line",
    ),
    "cost_of_deep_learning": Term(
        QT_TRANSLATE_NOOP("glossary", "What deep learning costs"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "It needs many examples and much computing, it overfits easily, and it is hard to say"
            " why it answers as it does.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "For small tables, simpler methods often do as well; compare before you build a deeper network.",
        ),
        0,
        also=QT_TRANSLATE_NOOP(
            "glossary",
            "limits of deep learning; interpretability; computing power; amount of data",
        ),
    ),
}
