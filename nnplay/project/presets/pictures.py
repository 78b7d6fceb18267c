"""Networks that read handwriting."""

from __future__ import annotations

from nnplay.data import DigitsChoice
from nnplay.engine import Adam, Conv2D, Dense, Dropout, Flatten, Layer, MaxPooling2D, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.presets.preset import Parts, Preset


def _mnist_mlp() -> Parts:
    layers: list[Layer] = [Flatten(), Dense(128, "relu"), Dropout(0.5), Dense(10, "softmax")]
    return DigitsChoice(), layers, TrainingSettings("sparse_categorical_crossentropy", Adam(0.001), batch_size=64)


def _mnist_cnn() -> Parts:
    layers: list[Layer] = [
        Conv2D(8, (3, 3), activation="relu"),
        MaxPooling2D(),
        Conv2D(16, (3, 3), activation="relu"),
        MaxPooling2D(),
        Flatten(),
        Dense(10, "softmax"),
    ]
    return DigitsChoice(), layers, TrainingSettings("sparse_categorical_crossentropy", Adam(0.002), batch_size=64)


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
    Preset(
        "mnist-cnn",
        QT_TRANSLATE_NOOP("presets", "Digits, convolved"),
        QT_TRANSLATE_NOOP("presets", "Two convolutions look for strokes wherever they are: more with fewer weights."),
        3,
        _mnist_cnn,
        seed=3,
    ),
)
