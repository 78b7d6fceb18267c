"""Networks that learn from rows of a table."""

from __future__ import annotations

from nnplay.data import BodyMeasuresChoice
from nnplay.engine import Dense, RMSprop, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.initializers import RandomNormal
from nnplay.project.presets.preset import Parts, Preset


def _body_measures() -> Parts:
    start = RandomNormal()
    layers = [Dense(4, "relu", kernel_initializer=start), Dense(2, "softmax", kernel_initializer=start)]
    return BodyMeasuresChoice(), [*layers], TrainingSettings("categorical_crossentropy", RMSprop(), batch_size=8)


TABLE_PRESETS = (
    Preset(
        "body-measures",
        QT_TRANSLATE_NOOP("presets", "Body measures"),
        QT_TRANSLATE_NOOP(
            "presets", "Weight, height and age of a thousand people: as far as they tell male from female."
        ),
        10,
        _body_measures,
    ),
)
