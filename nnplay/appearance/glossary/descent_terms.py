"""Terms about gradient descent and about the losses: how a step is found, and what is measured."""

from __future__ import annotations

from nnplay.appearance.glossary.term import Term
from nnplay.engine.errors import QT_TRANSLATE_NOOP

DESCENT_TERMS: dict[str, Term] = {
    "gradient_descent": Term(
        QT_TRANSLATE_NOOP("glossary", "Gradient descent"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Lowers the loss by moving every weight a little against its gradient, again and again.",
        ),
        QT_TRANSLATE_NOOP("glossary", "w ← w − learning rate × gradient; the minus sign takes it downhill."),
        7,
        also=QT_TRANSLATE_NOOP("glossary", "steepest descent; minimum; update rule; stochastic gradient descent"),
        spellings=("update_weights",),
        figure="descent",
    ),
    "vanishing_gradient": Term(
        QT_TRANSLATE_NOOP("glossary", "Vanishing gradient"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Gradients that shrink from layer to layer on their way back, until the first layers hardly learn.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Saturated neurons and many layers make it worse; ReLU, skip connections and normalization help.",
        ),
        9,
        also=QT_TRANSLATE_NOOP("glossary", "exploding gradient"),
    ),
    "perturbation": Term(
        QT_TRANSLATE_NOOP("glossary", "Perturbation"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Measures a gradient by hand: change one weight a little and see how much the loss changes.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "It needs two forward passes for every weight; backpropagation finds all gradients in one.",
        ),
        8,
        also=QT_TRANSLATE_NOOP("glossary", "numerical gradient; finite difference; nudge"),
    ),
    "iteration": Term(
        QT_TRANSLATE_NOOP("glossary", "Step"),
        QT_TRANSLATE_NOOP("glossary", "One update of the weights, from one batch of examples."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "An epoch has as many steps as there are batches: 1000 examples in batches of 8 make 125.",
        ),
        11,
        also=QT_TRANSLATE_NOOP("glossary", "iteration; update; steps per epoch"),
        spellings=("steps_per_epoch",),
    ),
    "hyperparameter": Term(
        QT_TRANSLATE_NOOP("glossary", "Hyperparameter"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A setting that people choose before training, such as learning rate, batch size or number of layers.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Weights and biases are parameters: training finds them. Hyperparameters are found by"
            " trying, on data held back for it.",
        ),
        11,
        also=QT_TRANSLATE_NOOP("glossary", "tuning; setting; parameter"),
    ),
    "squared_error": Term(
        QT_TRANSLATE_NOOP("glossary", "Squared error"),
        QT_TRANSLATE_NOOP("glossary", "The difference between answer and target, squared: (a − y)²."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Twice the difference counts four times; with a factor ½ before it, its derivative is just a − y.",
        ),
        6,
        also=QT_TRANSLATE_NOOP(
            "glossary",
            "mean squared error; MSE; quadratic loss; quadratic cost; mean absolute error",
        ),
        spellings=(
            "mean_squared_error",
            "mse",
            "mae",
        ),
    ),
    "cross_entropy": Term(
        QT_TRANSLATE_NOOP("glossary", "Cross-entropy"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The loss for probabilities: −ln of the probability that the network gave to the true class.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A wrong answer given with confidence costs most; of the sum over classes, only the"
            " true class's term survives.",
        ),
        6,
        also=QT_TRANSLATE_NOOP(
            "glossary",
            "log loss; binary cross-entropy; categorical cross-entropy; maximum likelihood",
        ),
        spellings=(
            "binary_crossentropy",
            "categorical_crossentropy",
            "sparse_categorical_crossentropy",
        ),
    ),
    "underfitting": Term(
        QT_TRANSLATE_NOOP("glossary", "Underfitting"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The network is too small, or trained too little, to learn even its training data.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "More neurons, longer training or a better learning rate help; more data do not.",
        ),
        13,
        also=QT_TRANSLATE_NOOP("glossary", "too simple a model"),
    ),
    "keras_steps": Term(
        QT_TRANSLATE_NOOP("glossary", "Keras's steps"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Load the data, define the model, compile it, fit it, evaluate it and predict.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "nnplay's window reads in the same order, and the panel Code shows the same program.",
        ),
        15,
        also=QT_TRANSLATE_NOOP(
            "glossary",
            "Keras; model; compile; fit; evaluate; summary; picture of the model; TensorFlow",
        ),
        spellings=(
            "Sequential",
            "compile",
            "fit",
            "evaluate",
            "predict",
            "summary",
            "plot_model",
            "validation_data",
            "verbose",
        ),
    ),
}
