"""Networks that read handwriting."""

from __future__ import annotations

from nnplay.data import DigitsChoice
from nnplay.engine import Adam, Dense, Dropout, Flatten, Layer, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.presets.preset import Parts, Preset


def _mnist_mlp() -> Parts:
    layers: list[Layer] = [Flatten(), Dense(128, "relu"), Dropout(0.5), Dense(10, "softmax")]
    return DigitsChoice(), layers, TrainingSettings("sparse_categorical_crossentropy", Adam(0.001), batch_size=64)


PICTURE_PRESETS = (
    Preset(
        "mnist-mlp",
        QT_TRANSLATE_NOOP("presets", "Handwritten digits"),
        QT_TRANSLATE_NOOP(
            "presets", "Handwriting read by a hidden layer of 128 with dropout: generated digits, or MNIST's files."
        ),
        10,
        _mnist_mlp,
        seed=3,
    ),
)
