"""Makes the models of this folder, with what Keras answers: ``python -m tests.exchange.keras_fixtures.make``.

It needs Keras 3 with a backend. Each model is a ``.keras``, some also an ``.h5``; inputs and outputs are in
``answers.npz`` under ``NAME/x`` and ``NAME/y``. HDF5 says little in many bytes, so they are few and small.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = Path(__file__).parent


def models(keras: Any) -> Iterator[tuple[str, Any]]:
    layers = keras.layers
    yield "chain", keras.Sequential([
        keras.Input((3,)),
        layers.Dense(4, "relu", kernel_initializer="he_normal", kernel_regularizer=keras.regularizers.L2(0.01)),
        layers.BatchNormalization(), layers.LeakyReLU(negative_slope=0.1), layers.Dropout(0.25),
        layers.Dense(2, activation="softmax", trainable=False),
    ], name="my_chain")  # fmt: skip
    entrance = keras.Input((6, 5, 2), name="picture")
    x = layers.Conv2D(3, (3, 2), padding="same", activation="elu", name="a")(entrance)
    y = layers.Conv2D(3, 1, activation="gelu", use_bias=False, name="b")(entrance)
    x = layers.Concatenate(name="both")([layers.Add(name="sum")([x, y]), x])
    x = layers.MaxPooling2D(2, name="pool")(x)
    x = layers.PReLU(shared_axes=[1, 2], name="learned")(x)
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.Flatten(name="row")(x)
    yield "graph", keras.Model(entrance, layers.Dense(2, name="end")(x))
    encoder = keras.Sequential(
        [layers.Dense(4, "relu", name="wide"), layers.BatchNormalization(name="norm"), layers.Dense(3, name="code")],
        name="encoder",
    )
    start = keras.Input((3,))
    skip = keras.Model(start, layers.Add()([layers.Dense(3)(start), start]), name="skip")
    adapted = layers.Normalization()
    adapted.adapt(np.random.default_rng(2).normal(70, 9, (20, 5)))
    scaled = layers.Rescaling(0.5, offset=1.0)
    yield "nested", keras.Sequential([keras.Input((5,)), adapted, scaled, encoder, skip, layers.Dense(2)])


def main() -> None:
    os.environ.setdefault("KERAS_BACKEND", "torch")
    import keras

    answers = {}
    for name, model in models(keras):
        rng = np.random.default_rng(1)
        for weight in model.weights:
            if not any(word in weight.path for word in ("seed", "normalization/")) or "batch" in weight.path:
                weight.assign(rng.uniform(0.2 if "variance" in weight.path else -0.6, 0.8, weight.shape))
        if name == "chain":
            model.compile(keras.optimizers.SGD(0.05, momentum=0.9, clipvalue=0.5), "categorical_crossentropy")
            model.save_weights(FOLDER / "chain.weights.h5")
        model.save(FOLDER / f"{name}.keras")
        model.save(FOLDER / f"{name}.h5")
        x = rng.normal(size=(3, *model.input_shape[1:])).astype(np.float32)
        answers |= {f"{name}/x": x, f"{name}/y": model.predict(x, verbose=0)}
    np.savez_compressed(FOLDER / "answers.npz", **answers)


if __name__ == "__main__":
    main()
