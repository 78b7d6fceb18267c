"""Terms about training: steps, losses, and what keeps a run healthy."""

from __future__ import annotations

from nnplay.appearance.glossary.term import Term
from nnplay.engine.errors import QT_TRANSLATE_NOOP

TRAINING_TERMS: dict[str, Term] = {
    "learning_rate": Term(
        QT_TRANSLATE_NOOP("glossary", "Learning rate"),
        QT_TRANSLATE_NOOP("glossary", "How far each step goes against the gradient."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Learning gets faster, until the steps jump across the valley: the loss oscillates or grows without bound.",
        ),
        11,
        is_raised=True,
        also=QT_TRANSLATE_NOOP("glossary", "step size; ε; η; α"),
        spellings=("lr",),
    ),
    "batch_size": Term(
        QT_TRANSLATE_NOOP("glossary", "Batch size"),
        QT_TRANSLATE_NOOP("glossary", "The number of examples that are averaged for one step."),
        QT_TRANSLATE_NOOP("glossary", "The steps get steadier, but an epoch has fewer of them."),
        11,
        is_raised=True,
        also=QT_TRANSLATE_NOOP("glossary", "mini-batch; batch"),
    ),
    "epoch": Term(
        QT_TRANSLATE_NOOP("glossary", "Epoch"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "One pass through all training examples; the number shows how many there have been.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary", "Longer training lowers the training loss; the test loss may start to rise again."
        ),
        11,
        is_raised=True,
        also=QT_TRANSLATE_NOOP("glossary", "pass through the data; round"),
        spellings=(
            "epochs",
            "nb_epoch",
        ),
    ),
    "gradient": Term(
        QT_TRANSLATE_NOOP("glossary", "Gradient"),
        QT_TRANSLATE_NOOP("glossary", "For each weight: how fast the loss grows when the weight grows a little."),
        QT_TRANSLATE_NOOP("glossary", "A large gradient makes a large step; near 0, the weight hardly changes."),
        8,
        also=QT_TRANSLATE_NOOP("glossary", "slope; derivative; partial derivative"),
    ),
    "backpropagation": Term(
        QT_TRANSLATE_NOOP("glossary", "Backpropagation"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Computes all gradients at once by the chain rule, from the loss back to the first layer.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "With more layers, more factors are multiplied on the way: the product may vanish or explode.",
        ),
        9,
        also=QT_TRANSLATE_NOOP("glossary", "backward pass; backprop; chain rule; BP"),
    ),
    "optimizer": Term(
        QT_TRANSLATE_NOOP("glossary", "Optimizer"),
        QT_TRANSLATE_NOOP("glossary", "The rule that turns gradients into steps."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "SGD steps straight down the slope; Adam and RMSprop give each weight its own step size.",
        ),
        15,
        also=QT_TRANSLATE_NOOP("glossary", "SGD; Adam; RMSprop"),
        spellings=(
            "sgd",
            "adam",
            "rmsprop",
        ),
    ),
    "momentum": Term(
        QT_TRANSLATE_NOOP("glossary", "Momentum"),
        QT_TRANSLATE_NOOP("glossary", "The share of the last step that carries over into the next one."),
        QT_TRANSLATE_NOOP("glossary", "It rolls over small bumps; too much, and it overshoots the minimum."),
        11,
        is_raised=True,
        also=QT_TRANSLATE_NOOP("glossary", "heavy ball"),
    ),
    "schedule": Term(
        QT_TRANSLATE_NOOP("glossary", "Learning rate schedule"),
        QT_TRANSLATE_NOOP("glossary", "How the learning rate changes from epoch to epoch."),
        QT_TRANSLATE_NOOP("glossary", "If it falls faster, the run settles sooner, perhaps before it has arrived."),
        11,
        also=QT_TRANSLATE_NOOP("glossary", "learning rate decay"),
        spellings=(
            "LearningRateScheduler",
            "ReduceLROnPlateau",
        ),
    ),
    "loss": Term(
        QT_TRANSLATE_NOOP("glossary", "Loss"),
        QT_TRANSLATE_NOOP("glossary", "One number for how wrong the predictions are; training makes it small."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Other losses punish other errors: squared error mostly large ones, cross-entropy a wrong answer given"
            " with confidence.",
        ),
        6,
        also=QT_TRANSLATE_NOOP("glossary", "loss function; cost function; objective; error"),
    ),
    "train_loss": Term(
        QT_TRANSLATE_NOOP("glossary", "Training loss"),
        QT_TRANSLATE_NOOP("glossary", "The mean loss on the data that the network learns from."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "If it does not fall, the network is too small or the learning rate is wrong.",
        ),
        10,
        also=QT_TRANSLATE_NOOP("glossary", "training error"),
    ),
    "test_loss": Term(
        QT_TRANSLATE_NOOP("glossary", "Test loss"),
        QT_TRANSLATE_NOOP("glossary", "The mean loss on data that the network has never learned from."),
        QT_TRANSLATE_NOOP("glossary", "If it rises while the training loss falls, the network is overfitting."),
        13,
        also=QT_TRANSLATE_NOOP("glossary", "validation loss; validation error; generalization error"),
        spellings=("val_loss",),
    ),
    "accuracy": Term(
        QT_TRANSLATE_NOOP("glossary", "Accuracy"),
        QT_TRANSLATE_NOOP("glossary", "A metric: the share of the examples that are classified correctly."),
        QT_TRANSLATE_NOOP("glossary", "Compare it with always predicting the most frequent class."),
        10,
        also=QT_TRANSLATE_NOOP("glossary", "hit rate"),
        spellings=(
            "acc",
            "val_acc",
            "val_accuracy",
        ),
    ),
    "metrics": Term(
        QT_TRANSLATE_NOOP("glossary", "Metrics"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Numbers that tell people how good the network is; training itself only uses the loss.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Different metrics show different sides: how many are right, how many are found, how certain it is.",
        ),
        15,
        also=QT_TRANSLATE_NOOP("glossary", "measures; evaluation"),
    ),
    "regularization": Term(
        QT_TRANSLATE_NOOP("glossary", "Regularization"),
        QT_TRANSLATE_NOOP("glossary", "A penalty on large weights (L1, L2), added to the loss."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The decision boundary gets smoother, with less overfitting; too much, and nothing is learned.",
        ),
        13,
        is_raised=True,
        also=QT_TRANSLATE_NOOP("glossary", "weight decay; penalty; L1; L2"),
        spellings=("kernel_regularizer",),
    ),
    "early_stopping": Term(
        QT_TRANSLATE_NOOP("glossary", "Early stopping"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Ends the run when the test loss stops improving, and restores the best weights.",
        ),
        QT_TRANSLATE_NOOP("glossary", "With more patience, it waits longer for better weights."),
        13,
        also=QT_TRANSLATE_NOOP("glossary", "stop in time"),
        spellings=("EarlyStopping",),
    ),
    "clipping": Term(
        QT_TRANSLATE_NOOP("glossary", "Gradient clipping"),
        QT_TRANSLATE_NOOP("glossary", "Shortens gradients that are too long."),
        QT_TRANSLATE_NOOP("glossary", "A higher limit allows longer steps; too low, and learning slows to a crawl."),
        11,
        is_raised=True,
        also=QT_TRANSLATE_NOOP("glossary", "gradient norm"),
        spellings=(
            "clipnorm",
            "clipvalue",
        ),
    ),
    "divergence": Term(
        QT_TRANSLATE_NOOP("glossary", "Divergence"),
        QT_TRANSLATE_NOOP("glossary", "The loss grows without bound instead of falling."),
        QT_TRANSLATE_NOOP("glossary", "The cause is too high a learning rate: try a tenth of it next."),
        7,
        also=QT_TRANSLATE_NOOP("glossary", "exploding loss; no convergence"),
    ),
    "overfitting": Term(
        QT_TRANSLATE_NOOP("glossary", "Overfitting"),
        QT_TRANSLATE_NOOP("glossary", "The network memorizes its examples and fails on new ones."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "More weights and fewer examples make it worse; more data, dropout and regularization reduce it.",
        ),
        13,
        also=QT_TRANSLATE_NOOP("glossary", "overtraining; memorizing"),
    ),
}
