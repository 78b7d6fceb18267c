"""The perceptron, and the logic gates that a single neuron can learn, or cannot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import product

from nnplay.data import GATES, RowsChoice, Task
from nnplay.engine import SGD, Dense, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.initializers import RandomNormal
from nnplay.project.presets.preset import Parts, Preset

_START = RandomNormal(0.0, 1.0)


def _perceptron() -> Parts:
    votes = tuple(product((0.0, 1.0), repeat=3))
    answers = tuple((float(sum(vote) >= 2),) for vote in votes)
    data = RowsChoice(("x1", "x2", "x3"), votes, answers, Task.YES_NO)
    layer = Dense(1, "step", kernel_initializer=_START)
    return data, [layer], TrainingSettings("half_squared_error", SGD(0.1), batch_size=len(votes))


def _gate(name: str) -> Parts:
    layer = Dense(1, "sigmoid", kernel_initializer=_START)
    return GATES[name], [layer], TrainingSettings("binary_crossentropy", SGD(1.0), batch_size=4)


def _gate_preset(name: str, title: str, summary: str) -> Preset:
    make: Callable[[], Parts] = partial(_gate, name)
    return Preset(f"logic-{name}", title, summary, 500, make)


GATE_PRESETS = (
    Preset(
        "perceptron",
        QT_TRANSLATE_NOOP("presets", "Perceptron"),
        QT_TRANSLATE_NOOP("presets", "Three votes, one neuron with a step: find by hand how two of three win."),
        10,
        _perceptron,
    ),
    _gate_preset(
        "and",
        QT_TRANSLATE_NOOP("presets", "Logical and"),
        QT_TRANSLATE_NOOP("presets", "A single sigmoid neuron learns when both inputs are 1."),
    ),
    _gate_preset(
        "or",
        QT_TRANSLATE_NOOP("presets", "Logical or"),
        QT_TRANSLATE_NOOP("presets", "A single sigmoid neuron learns when at least one input is 1."),
    ),
    _gate_preset(
        "xor",
        QT_TRANSLATE_NOOP("presets", "Logical exclusive or"),
        QT_TRANSLATE_NOOP(
            "presets", "A single neuron cannot learn it: no straight line separates the corners. A hidden layer can."
        ),
    ),
    _gate_preset(
        "nand",
        QT_TRANSLATE_NOOP("presets", "Logical not-and"),
        QT_TRANSLATE_NOOP("presets", "The gate from which all others can be built, learned by a single neuron."),
    ),
)
