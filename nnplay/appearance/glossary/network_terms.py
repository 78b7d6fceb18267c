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
        also=QT_TRANSLATE_NOOP("glossary", "parameter; connection strength"),
        spellings=("kernel",),
    ),
    "bias": Term(
        QT_TRANSLATE_NOOP("glossary", "Bias"),
        QT_TRANSLATE_NOOP("glossary", "A number that a neuron adds to its weighted sum."),
        QT_TRANSLATE_NOOP("glossary", "The neuron activates more easily; with a negative bias it needs more input."),
        4,
        is_raised=True,
        also=QT_TRANSLATE_NOOP("glossary", "threshold; intercept; offset"),
        spellings=(
            "use_bias",
            "bias_initializer",
        ),
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
        also=QT_TRANSLATE_NOOP("glossary", "number of neurons; width of a layer"),
    ),
    "hidden": Term(
        QT_TRANSLATE_NOOP("glossary", "Hidden layer"),
        QT_TRANSLATE_NOOP("glossary", "A layer between input and output, which finds its own features."),
        QT_TRANSLATE_NOOP(
            "glossary", "More layers can bend the decision boundary more, and gradients have a longer way back."
        ),
        4,
        also=QT_TRANSLATE_NOOP("glossary", "intermediate layer"),
    ),
    "activation": Term(
        QT_TRANSLATE_NOOP("glossary", "Activation function"),
        QT_TRANSLATE_NOOP("glossary", "The function that turns a neuron's weighted sum into its output."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Where its curve is steep, a neuron learns quickly; where it is flat, hardly at all.",
        ),
        3,
        also=QT_TRANSLATE_NOOP("glossary", "transfer function; nonlinearity"),
    ),
    "softmax": Term(
        QT_TRANSLATE_NOOP("glossary", "Softmax"),
        QT_TRANSLATE_NOOP("glossary", "Turns the sums of the last layer into probabilities that add up to 1."),
        QT_TRANSLATE_NOOP("glossary", "If one sum grows, its share grows at the expense of all the others."),
        14,
        also=QT_TRANSLATE_NOOP("glossary", "normalized exponential; probabilities of classes"),
    ),
    "initializer": Term(
        QT_TRANSLATE_NOOP("glossary", "Initializer"),
        QT_TRANSLATE_NOOP("glossary", "How the weights are drawn before training."),
        QT_TRANSLATE_NOOP("glossary", "Too large, and the neurons saturate; all equal, and they stay equal."),
        10,
        also=QT_TRANSLATE_NOOP("glossary", "initial weights; first weights"),
        spellings=(
            "kernel_initializer",
            "bias_initializer",
            "random_normal",
            "RandomUniform",
            "uniform",
            "glorot_uniform",
        ),
    ),
    "dropout": Term(
        QT_TRANSLATE_NOOP("glossary", "Dropout rate"),
        QT_TRANSLATE_NOOP(
            "glossary", "The share of the numbers that are switched off at random in each training step."
        ),
        QT_TRANSLATE_NOOP("glossary", "There is less overfitting; too much, and little is learned at all."),
        13,
        is_raised=True,
        also=QT_TRANSLATE_NOOP("glossary", "random deactivation; dropout layer"),
        spellings=("Dropout",),
    ),
    "normalization": Term(
        QT_TRANSLATE_NOOP("glossary", "Normalization"),
        QT_TRANSLATE_NOOP(
            "glossary", "Scales numbers to mean 0 and standard deviation 1, so that all carry the same weight."
        ),
        QT_TRANSLATE_NOOP("glossary", "It is only on or off; it usually makes learning faster."),
        12,
        also=QT_TRANSLATE_NOOP("glossary", "batch normalization; layer normalization"),
        spellings=(
            "BatchNormalization",
            "LayerNormalization",
        ),
    ),
    "neuron": Term(
        QT_TRANSLATE_NOOP("glossary", "Neuron"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Adds up its inputs times their weights, adds its bias, and passes the sum through"
            " its activation function.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Compare a nerve cell: dendrites receive, the cell body adds up, the axon sends, and"
            " a synapse is strong or weak like a weight.",
        ),
        1,
        also=QT_TRANSLATE_NOOP("glossary", "artificial neuron; node; dendrite; cell body; axon; synapse"),
        figure="neuron",
    ),
    "perceptron": Term(
        QT_TRANSLATE_NOOP("glossary", "Perceptron"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "One neuron with a step: it answers 1 if its weighted sum is above 0, and 0 otherwise.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "It separates classes by a straight line only, so it learns AND and OR but never XOR.",
        ),
        4,
        also=QT_TRANSLATE_NOOP("glossary", "single-layer perceptron; threshold unit"),
    ),
    "mlp": Term(
        QT_TRANSLATE_NOOP("glossary", "Multilayer perceptron"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A network of dense layers one after another, with at least one hidden layer; numbers flow forward only.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "More hidden layers can express more; some articles also count the input as a layer,"
            " nnplay and Keras do not.",
        ),
        4,
        also=QT_TRANSLATE_NOOP("glossary", "MLP; feed-forward network; fully connected network; number of layers"),
        spellings=("Sequential",),
    ),
    "dense": Term(
        QT_TRANSLATE_NOOP("glossary", "Dense layer"),
        QT_TRANSLATE_NOOP("glossary", "Each of its neurons is connected to every output of the layer before."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "It has (inputs + 1) × neurons numbers to learn: one weight for each connection and"
            " one bias for each neuron.",
        ),
        5,
        also=QT_TRANSLATE_NOOP("glossary", "fully connected layer"),
        spellings=("Dense",),
    ),
    "input_layer": Term(
        QT_TRANSLATE_NOOP("glossary", "Input layer"),
        QT_TRANSLATE_NOOP("glossary", "Where an example enters: one number for each of its features."),
        QT_TRANSLATE_NOOP("glossary", "It computes nothing; Keras asks for its size once, at the first layer."),
        2,
        also=QT_TRANSLATE_NOOP("glossary", "number of inputs; input shape"),
        spellings=(
            "input_dim",
            "input_shape",
            "Input",
        ),
    ),
    "output_layer": Term(
        QT_TRANSLATE_NOOP("glossary", "Output layer"),
        QT_TRANSLATE_NOOP("glossary", "The last layer: its numbers are the network's answer."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "One sigmoid neuron answers yes or no, one softmax neuron for each class chooses, one"
            " linear neuron gives a quantity.",
        ),
        2,
    ),
    "weight_matrix": Term(
        QT_TRANSLATE_NOOP("glossary", "Weight matrix"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "All weights between two layers as a table: a row for where a connection starts, a"
            " column for where it ends.",
        ),
        QT_TRANSLATE_NOOP(
            "glossary",
            "So z = xW gives all weighted sums at once; some articles write it the other way"
            " round, Wx, with rows and columns swapped.",
        ),
        5,
        also=QT_TRANSLATE_NOOP("glossary", "kernel matrix; matrix multiplication"),
        spellings=(
            "kernel",
            "get_weights",
        ),
    ),
    "forward_pass": Term(
        QT_TRANSLATE_NOOP("glossary", "Forward pass"),
        QT_TRANSLATE_NOOP("glossary", "Computes the answer layer by layer, from the input to the output."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "Each layer needs only the numbers of the layer before; training and prediction both begin with it.",
        ),
        2,
        also=QT_TRANSLATE_NOOP("glossary", "forward propagation; feed forward; inference"),
        spellings=(
            "feed_forward",
            "predict",
        ),
    ),
    "decision_boundary": Term(
        QT_TRANSLATE_NOOP("glossary", "Decision boundary"),
        QT_TRANSLATE_NOOP("glossary", "Where the network's answer changes from one class to another."),
        QT_TRANSLATE_NOOP(
            "glossary",
            "One neuron draws a straight line; hidden layers bend and join such lines.",
        ),
        4,
        also=QT_TRANSLATE_NOOP("glossary", "linearly separable; linear classifier"),
    ),
    "filter": Term(
        QT_TRANSLATE_NOOP("glossary", "Filter"),
        QT_TRANSLATE_NOOP(
            "glossary",
            "A small square of weights that slides over a picture and reports where it finds its pattern.",
        ),
        QT_TRANSLATE_NOOP("glossary", "More filters find more patterns; each gives one more channel."),
        14,
        also=QT_TRANSLATE_NOOP("glossary", "convolution; kernel of a picture; feature map"),
        spellings=(
            "Conv2D",
            "filters",
            "kernel_size",
        ),
    ),
}
