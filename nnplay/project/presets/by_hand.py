"""Networks small enough to be computed by hand; they start from the weights that the calculation has."""

from __future__ import annotations

from nnplay.data import RowsChoice
from nnplay.engine import SGD, Dense, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.initializers import Listed
from nnplay.project.presets.preset import Parts, Preset

_BANK_INPUTS = (QT_TRANSLATE_NOOP("data", "family members"), QT_TRANSLATE_NOOP("data", "accounts"))
_LINE_X = (1.0, 3.0, 4.0, 8.0, 10.0)
_CHAIN_UNITS = (3, 4, 3, 2, 1)


def _dense(activation: str, *kernel: tuple[float, ...], bias: tuple[float, ...] = ()) -> Dense:
    """A layer that starts from the rows of ``kernel``, one row an input; without biases unless they are given."""
    return Dense(
        len(kernel[0]),
        activation,
        use_bias=bool(bias),
        kernel_initializer=Listed(kernel),
        bias_initializer=Listed((bias,)) if bias else "zeros",
    )


def _forward_by_hand() -> Parts:
    data = RowsChoice(_BANK_INPUTS, ((2.0, 3.0),), ((9.0,),))
    layers = [_dense("linear", (1.0, -1.0), (1.0, 1.0)), _dense("linear", (2.0,), (-1.0,))]
    return data, [*layers], TrainingSettings("half_squared_error", SGD(0.001), batch_size=1)


def _two_three_one() -> Parts:
    data = RowsChoice(("x1", "x2"), ((1.0, 1.0),), ((0.0,),))
    layers = [_dense("sigmoid", (0.8, 0.4, 0.3), (0.2, 0.9, 0.5)), _dense("linear", (0.3,), (0.5,), (0.9,))]
    return data, [*layers], TrainingSettings("squared_error_sum", SGD(0.1), batch_size=1)


def _one_weight() -> Parts:
    data = RowsChoice(("x",), ((2.0,),), ((6.0,),))
    return data, [_dense("linear", (5.0,))], TrainingSettings("half_squared_error", SGD(0.1), batch_size=1)


def _line() -> Parts:
    data = RowsChoice(("x",), tuple((x,) for x in _LINE_X), tuple((3 * x,) for x in _LINE_X))
    layer = _dense("linear", (2.269,), bias=(1.01,))
    return data, [layer], TrainingSettings("mean_squared_error", SGD(0.02), batch_size=len(_LINE_X))


def _weight_matrix() -> Parts:
    data = RowsChoice(("x1", "x2"), ((1.0, 2.0),), ((0.0, 1.0, 0.0),))
    layer = _dense("sigmoid", (0.1, -0.2, 0.3), (0.4, 0.5, -0.6))
    return data, [layer], TrainingSettings("half_squared_error", SGD(0.1), batch_size=1)


def _matrix_chain() -> Parts:
    data = RowsChoice(("x1", "x2"), ((1.0, 2.0),), ((1.0,),))
    layers = [Dense(units, "sigmoid", use_bias=False, kernel_initializer="random_uniform") for units in _CHAIN_UNITS]
    return data, [*layers], TrainingSettings("half_squared_error", SGD(0.1), batch_size=1)


BY_HAND_PRESETS = (
    Preset(
        "forward-by-hand",
        QT_TRANSLATE_NOOP("presets", "A forward pass by hand"),
        QT_TRANSLATE_NOOP("presets", "Two inputs, two hidden neurons, one output: multiply, add, and the result is 9."),
        10,
        _forward_by_hand,
    ),
    Preset(
        "two-three-one",
        QT_TRANSLATE_NOOP("presets", "Two, three, one"),
        QT_TRANSLATE_NOOP("presets", "One example through a sigmoid layer to an output and its squared error, 1.52."),
        20,
        _two_three_one,
    ),
    Preset(
        "one-weight",
        QT_TRANSLATE_NOOP("presets", "One weight"),
        QT_TRANSLATE_NOOP("presets", "Gradient descent on a single weight: from 5 to 4.2 in one step, and on to 3."),
        20,
        _one_weight,
    ),
    Preset(
        "line-3x",
        QT_TRANSLATE_NOOP("presets", "The line y = 3x"),
        QT_TRANSLATE_NOOP("presets", "Five points on a line: a weight and a bias find 3 and 0."),
        1000,
        _line,
    ),
    Preset(
        "weight-matrix",
        QT_TRANSLATE_NOOP("presets", "The weight matrix"),
        QT_TRANSLATE_NOOP("presets", "Rows are where connections start, columns where they end: two by three weights."),
        20,
        _weight_matrix,
    ),
    Preset(
        "matrix-chain",
        QT_TRANSLATE_NOOP("presets", "A chain of matrices"),
        QT_TRANSLATE_NOOP("presets", "Five layers are five matrices, multiplied one after the other."),
        20,
        _matrix_chain,
    ),
)
