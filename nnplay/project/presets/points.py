"""Points in the plane, learned as TensorFlow Playground does."""

from __future__ import annotations

from collections.abc import Callable

from nnplay.data import FEATURES, ToyChoice
from nnplay.engine import SGD, Dense, Layer, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.fitting import OUTPUT_FORMS
from nnplay.project.presets.preset import Parts, Preset


def _points(
    kind: str, hidden: tuple[int, ...], learning_rate: float, features: tuple[str, ...] = ("x1", "x2")
) -> Callable[[], Parts]:
    def make() -> Parts:
        data = ToyChoice(kind, features=features)
        form = OUTPUT_FORMS[data.task]
        ends = [(units, "tanh") for units in hidden] + [(data.n_outputs, form.activation)]
        layers: list[Layer] = [
            Dense(units, activation, kernel_initializer="playground_uniform", bias_initializer="playground_bias")
            for units, activation in ends
        ]
        return data, layers, TrainingSettings(form.loss, SGD(learning_rate), batch_size=10)

    return make


EMPTY = Preset(
    "empty",
    QT_TRANSLATE_NOOP("presets", "Empty"),
    QT_TRANSLATE_NOOP("presets", "Input and output only: choose data and build a network of your own."),
    50,
    _points("circle", (), 0.03),
)

POINT_PRESETS = (
    Preset(
        "circle",
        QT_TRANSLATE_NOOP("presets", "Circle"),
        QT_TRANSLATE_NOOP("presets", "A disc inside a ring: two small hidden layers bend one line around it."),
        200,
        _points("circle", (4, 2), 0.03),
    ),
    Preset(
        "xor",
        QT_TRANSLATE_NOOP("presets", "Exclusive or"),
        QT_TRANSLATE_NOOP("presets", "Opposite corners belong together; no single neuron can separate them."),
        200,
        _points("xor", (4, 2), 0.03),
    ),
    Preset(
        "gaussian",
        QT_TRANSLATE_NOOP("presets", "Two clouds"),
        QT_TRANSLATE_NOOP("presets", "Two clouds of points: a straight line between them is enough."),
        50,
        _points("gaussian", (4, 2), 0.03),
    ),
    Preset(
        "spiral",
        QT_TRANSLATE_NOOP("presets", "Spiral"),
        QT_TRANSLATE_NOOP("presets", "Two arms wound into each other: seven inputs and two layers of eight."),
        1000,
        _points("spiral", (8, 8), 0.03, tuple(FEATURES)),
    ),
    Preset(
        "plane",
        QT_TRANSLATE_NOOP("presets", "Plane"),
        QT_TRANSLATE_NOOP("presets", "Predict the height of a slope: regression at its simplest."),
        50,
        _points("plane", (4, 2), 0.03),
    ),
    Preset(
        "multi-gaussian",
        QT_TRANSLATE_NOOP("presets", "Hills and hollows"),
        QT_TRANSLATE_NOOP("presets", "Three hills and three hollows: regression that needs a flexible surface."),
        200,
        _points("multi-gaussian", (8, 8), 0.03),
    ),
)
