"""Terms of training: steps, losses, and what keeps a run healthy."""

from __future__ import annotations

from nnplay.appearance.glossary.term import Term
from nnplay.engine.errors import QT_TRANSLATE_NOOP

TRAINING_TERMS: dict[str, Term] = {
    "learning_rate": Term(
        QT_TRANSLATE_NOOP("glossary", "Learning rate"),
        QT_TRANSLATE_NOOP("glossary", "How far each step goes against the gradient."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Learning gets faster, until the steps leap over the valley: the loss jumps or grows without bound.",
        ),
        11,
        is_raised=True,
    ),
    "batch_size": Term(
        QT_TRANSLATE_NOOP("glossary", "Batch size"),
        QT_TRANSLATE_NOOP("glossary", "How many examples are averaged for one step."),
        QT_TRANSLATE_NOOP("glossary", "The steps get steadier, but an epoch has fewer of them."),
        11,
        is_raised=True,
    ),
    "epoch": Term(
        QT_TRANSLATE_NOOP("glossary", "Epoch"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "One pass through all training examples; the number counts how many there have been.",
        ),
        QT_TRANSLATE_NOOP("glossary", "Longer training lowers the training loss; the test loss may turn and rise."),
        11,
        is_raised=True,
    ),
    "gradient": Term(
        QT_TRANSLATE_NOOP("glossary", "Gradient"),
        QT_TRANSLATE_NOOP("glossary", "For each weight: how fast the loss grows if the weight grows a little."),
        QT_TRANSLATE_NOOP("glossary", "A large gradient makes a large step; near 0 the weight stays where it is."),
        8,
    ),
    "backpropagation": Term(
        QT_TRANSLATE_NOOP("glossary", "Backpropagation"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Finds all gradients at once by the chain rule, from the loss back to the first layer.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The more layers, the more factors are multiplied on the way: the product may vanish or explode.",
        ),
        9,
    ),
    "optimizer": Term(
        QT_TRANSLATE_NOOP("glossary", "Optimizer"),
        QT_TRANSLATE_NOOP("glossary", "The rule that turns gradients into steps."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "SGD steps straight down the slope; Adam and RMSprop give each weight a step of its own size.",
        ),
        15,
    ),
    "momentum": Term(
        QT_TRANSLATE_NOOP("glossary", "Momentum"),
        QT_TRANSLATE_NOOP("glossary", "Share of the last step that the next one keeps."),
        QT_TRANSLATE_NOOP("glossary", "Small bumps are rolled over; too much, and it swings past the goal."),
        11,
        is_raised=True,
    ),
    "schedule": Term(
        QT_TRANSLATE_NOOP("glossary", "Learning rate schedule"),
        QT_TRANSLATE_NOOP("glossary", "How the learning rate changes from epoch to epoch."),
        QT_TRANSLATE_NOOP("glossary", "Falling faster, the run settles sooner, perhaps before it has arrived."),
        11,
    ),
    "loss": Term(
        QT_TRANSLATE_NOOP("glossary", "Loss"),
        QT_TRANSLATE_NOOP("glossary", "One number for how wrong the answers are; training makes it small."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Other losses punish other things: squares mind large errors most, cross-entropy a wrong answer given"
            " with certainty.",
        ),
        6,
    ),
    "train_loss": Term(
        QT_TRANSLATE_NOOP("glossary", "Training loss"),
        QT_TRANSLATE_NOOP("glossary", "Mean loss on the data that the network learns from."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "If it does not fall, the network is too small or the learning rate does not fit.",
        ),
        10,
    ),
    "test_loss": Term(
        QT_TRANSLATE_NOOP("glossary", "Test loss"),
        QT_TRANSLATE_NOOP("glossary", "Mean loss on data that the network has never learned from."),
        QT_TRANSLATE_NOOP("glossary", "If it rises while the training loss falls, the network learns by heart."),
        13,
    ),
    "accuracy": Term(
        QT_TRANSLATE_NOOP("glossary", "Accuracy"),
        QT_TRANSLATE_NOOP("glossary", "A metric: the share of the examples that are classified right."),
        QT_TRANSLATE_NOOP("glossary", "Compare it with what always giving the commonest answer would get."),
        10,
    ),
    "metrics": Term(
        QT_TRANSLATE_NOOP("glossary", "Metrics"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Numbers that tell people how good the network is; training itself only looks at the loss.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Several metrics show several sides: how many are right, how many are found, how sure it is.",
        ),
        15,
    ),
    "regularization": Term(
        QT_TRANSLATE_NOOP("glossary", "Regularization"),
        QT_TRANSLATE_NOOP("glossary", "A penalty on large weights (L1, L2), added to the loss."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "The border gets smoother and less is learned by heart; too much, and nothing is learned.",
        ),
        13,
        is_raised=True,
    ),
    "early_stopping": Term(
        QT_TRANSLATE_NOOP("glossary", "Early stopping"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Ends the run when the test loss gets no better, and brings the best weights back.",
        ),
        QT_TRANSLATE_NOOP("glossary", "More patience waits longer for better weights."),
        13,
    ),
    "clipping": Term(
        QT_TRANSLATE_NOOP("glossary", "Gradient clipping"),
        QT_TRANSLATE_NOOP("glossary", "Shortens gradients that are too long."),
        QT_TRANSLATE_NOOP("glossary", "A higher limit lets longer steps pass; too low, and learning crawls."),
        11,
        is_raised=True,
    ),
    "divergence": Term(
        QT_TRANSLATE_NOOP("glossary", "Divergence"),
        QT_TRANSLATE_NOOP("glossary", "The loss grows beyond all bounds instead of falling."),
        QT_TRANSLATE_NOOP("glossary", "It comes from too large a learning rate: a tenth of it is a good next try."),
        7,
    ),
    "overfitting": Term(
        QT_TRANSLATE_NOOP("glossary", "Overfitting"),
        QT_TRANSLATE_NOOP("glossary", "The network knows its examples by heart and fails at new ones."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "More weights and fewer examples bring more of it; more data, dropout and regularization less.",
        ),
        13,
    ),
}
