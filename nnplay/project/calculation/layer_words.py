"""Plain words for what each kind of layer does with numbers and with the gradient."""

from __future__ import annotations

from math import prod

import numpy as np

from nnplay.engine import (
    ACTIVATIONS,
    Activation,
    Add,
    AveragePooling2D,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    GaussianNoise,
    GlobalAveragePooling2D,
    LayerNormalization,
    MaxPooling2D,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.calculation.calculation import Calculation, Place
from nnplay.project.calculation.layers import GreatestRule, rule_of
from nnplay.project.calculation.numbers import NumberFormat
from nnplay.project.calculation.sentences import Sentence
from nnplay.project.calculation.text import symbol_text

_SUMS = QT_TRANSLATE_NOOP(
    "narration", "Each neuron of “{layer}” multiplies its inputs by its weights and adds everything up."
)
_BENT = QT_TRANSLATE_NOOP(
    "narration", "Each neuron of “{layer}” adds up its weighted inputs; {function} turns the sum into its output."
)
_FUNCTION = QT_TRANSLATE_NOOP("narration", "“{layer}” sends each number through {function}.")
_CONVOLVED = QT_TRANSLATE_NOOP(
    "narration",
    "At every position of the picture each filter of “{layer}” multiplies the {size} window under it by its weights and"
    " adds everything up. Here: row {row}, column {column}.",
)
_GREATEST = QT_TRANSLATE_NOOP(
    "narration",
    "“{layer}” passes on the largest number of each {size} window. In row {row}, column {column}, first channel,"
    " that is {winner}.",
)
_MEANS = QT_TRANSLATE_NOOP(
    "narration", "“{layer}” takes the mean of each {size} window. Here: row {row}, column {column}."
)
_WHOLE_MEANS = QT_TRANSLATE_NOOP("narration", "“{layer}” takes the mean of each channel over the whole picture.")
_OF_THE_BATCH = QT_TRANSLATE_NOOP(
    "narration",
    "During training, “{layer}” uses the mean and variance of the batch, here of {count} numbers; prediction uses the"
    " running ones, which follow them slowly. Then the scale γ and the shift β are applied.",
)
_OF_ONE = QT_TRANSLATE_NOOP(
    "narration",
    "During training, “{layer}” uses the mean and variance of the batch. For a single number these are the "
    "number itself and"
    " 0: only the shift β is left. A batch shows more.",
)
_OF_THE_EXAMPLE = QT_TRANSLATE_NOOP(
    "narration",
    "“{layer}” uses the mean and variance of the example's own {count} numbers. Then the scale γ and the shift "
    "β are applied.",
)
_DROPPED = QT_TRANSLATE_NOOP(
    "narration",
    "During training, “{layer}” drops each number with probability {rate}, this time {count} of {total}; the others"
    " are multiplied by {factor} to make up for it.",
)
_NOISE = QT_TRANSLATE_NOOP("narration", "During training, “{layer}” adds some noise to each number.")
_ADDED = QT_TRANSLATE_NOOP("narration", "“{layer}” adds its inputs, number by number.")
_JOINED = QT_TRANSLATE_NOOP("narration", "“{layer}” puts its inputs side by side.")
_HANDED_ON = QT_TRANSLATE_NOOP("narration", "“{layer}” has no weights: it passes its inputs on in its own way.")

_BACK = QT_TRANSLATE_NOOP(
    "narration",
    "Each neuron of “{layer}” gets its share of the error: what comes back through its outgoing weights, times the"
    " slope of its activation function.",
)
_BACK_TO_FILTERS = QT_TRANSLATE_NOOP(
    "narration",
    "Each weight of a filter of “{layer}” was used at every position of the picture: its gradient is the sum over all"
    " places.",
)
_BACK_TO_THE_WINNER = QT_TRANSLATE_NOOP(
    "narration", "The whole gradient goes to the largest number of its window; the others get 0."
)
_BACK_TO_ALL = QT_TRANSLATE_NOOP("narration", "Each number of a window gets the same share of the gradient.")
_BACK_THROUGH_MEAN = QT_TRANSLATE_NOOP(
    "narration",
    "Each number also changes the mean and variance, so its gradient depends on all numbers normalized with it.",
)
_BACK_THROUGH_DROPPED = QT_TRANSLATE_NOOP("narration", "No gradient passes through what was dropped.")
_BACK_UNCHANGED = QT_TRANSLATE_NOOP("narration", "The gradient passes through “{layer}” unchanged.")


def forward_words(calculation: Calculation, node: str, numbers: NumberFormat, place: Place = None) -> Sentence:
    """Return what a layer does with its inputs, at the shown position of a picture."""
    quantities, network_node = calculation.quantities, calculation.passes.network.node(node)
    layer, shape = network_node.layer, calculation.passes.network.shapes[node]
    values = {"layer": node, "function": ACTIVATIONS[layer.activation_name].title}
    if len(shape) == 3:
        row, column = calculation.place(node, place)
        values |= {"row": str(row + 1), "column": str(column + 1)}
    match layer:
        case Conv2D():
            return Sentence(_CONVOLVED, values | {"size": _size(layer.windows.size)})
        case MaxPooling2D():
            rule = rule_of(quantities, network_node)
            assert isinstance(rule, GreatestRule)
            won = rule.won(quantities.unit(node, calculation.place(node, place), 0))
            return Sentence(_GREATEST, values | {"size": _size(layer.windows.size), "winner": symbol_text(won.symbol)})
        case AveragePooling2D():
            return Sentence(_MEANS, values | {"size": _size(layer.windows.size)})
        case GlobalAveragePooling2D():
            return Sentence(_WHOLE_MEANS, values)
        case BatchNormalization():
            count = prod(shape[:-1]) * len(calculation.passes.traces)
            return Sentence(_OF_THE_BATCH if count > 1 else _OF_ONE, values | {"count": str(count)})
        case LayerNormalization():
            return Sentence(_OF_THE_EXAMPLE, values | {"count": str(shape[-1])})
        case Dropout():
            return _dropped(calculation, node, layer, numbers)
        case GaussianNoise() if layer.stddev:
            return Sentence(_NOISE, values)
        case Add():
            return Sentence(_ADDED, values)
        case Concatenate():
            return Sentence(_JOINED, values)
        case Activation() if quantities.naming.has_sum(node):
            return Sentence(_FUNCTION, values)
        case Dense():
            return Sentence(_BENT if quantities.naming.has_sum(node) else _SUMS, values)
        case _:
            return Sentence(_HANDED_ON, values)


def backward_words(calculation: Calculation, node: str) -> Sentence:
    """Return what a layer does with the gradient."""
    layer, values = calculation.passes.network.node(node).layer, {"layer": node}
    match layer:
        case Conv2D():
            return Sentence(_BACK_TO_FILTERS, values)
        case MaxPooling2D():
            return Sentence(_BACK_TO_THE_WINNER, values)
        case AveragePooling2D() | GlobalAveragePooling2D():
            return Sentence(_BACK_TO_ALL, values)
        case BatchNormalization() | LayerNormalization():
            return Sentence(_BACK_THROUGH_MEAN, values)
        case Dropout() if layer.rate:
            return Sentence(_BACK_THROUGH_DROPPED, values)
        case Dense() | Activation():
            return Sentence(_BACK, values)
        case _:
            return Sentence(_BACK_UNCHANGED, values)


def _dropped(calculation: Calculation, node: str, layer: Dropout, numbers: NumberFormat) -> Sentence:
    mask = calculation.quantities.trace(node).mask
    if mask is None:
        return Sentence(_HANDED_ON, {"layer": node})
    values = {
        "layer": node,
        "rate": numbers.text(layer.rate),
        "count": str(int(np.count_nonzero(mask == 0))),
        "total": str(mask.size),
        "factor": numbers.text(1 / (1 - layer.rate)),
    }
    return Sentence(_DROPPED, values)


def _size(size: tuple[int, int]) -> str:
    return f"{size[0]} × {size[1]}"
