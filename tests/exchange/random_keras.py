"""Keras models of random shape, and how many of them come in right: ``python -m tests.exchange.random_keras 60``.

It needs Keras with a backend. Each model is saved as ``.keras`` and as ``.h5``, read, and asked about the same inputs.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from nnplay.engine import Network
from nnplay.exchange.keras.read import read_keras

ACTIVATIONS = (
    *("linear", "relu", "tanh", "sigmoid", "elu", "selu", "softplus", "softsign", "silu", "gelu", "mish", "leaky_relu"),
    "softmax",
)


def random_model(keras: Any, rng: np.random.Generator) -> Any:
    """A model of random layers with random weights: rows or pictures, a chain or a graph."""
    layers = keras.layers

    def activation() -> str:
        return str(rng.choice(ACTIVATIONS))

    def block(x: Any) -> Any:
        units = int(rng.integers(1, 7))
        if len(x.shape) == 4:
            size = tuple(int(n) for n in rng.integers(1, 4, 2))
            padding = str(rng.choice(["valid", "same"]))
            if padding == "valid" and min(x.shape[1] - size[0], x.shape[2] - size[1]) < 0:
                padding = "same"
            # With "same" the backends of Keras do not agree: PyTorch's repeats the edge.
            fitting = (min(size[0], x.shape[1]), min(size[1], x.shape[2]))
            made = [
                layers.Conv2D(units, size, tuple(rng.integers(1, 3, 2).tolist()), padding, activation=activation(),
                              use_bias=bool(rng.random() < 0.7)),
                layers.MaxPooling2D(size, padding="same"), layers.AveragePooling2D(fitting),
            ]  # fmt: skip
        else:
            made = [layers.Dense(units, activation=activation(), use_bias=bool(rng.random() < 0.7))] * 2
        made += [
            layers.BatchNormalization(center=bool(rng.random() < 0.8), scale=bool(rng.random() < 0.8)),
            layers.LayerNormalization(epsilon=1e-4), layers.Dropout(0.3), layers.GaussianNoise(0.2),
            layers.Activation(activation()), layers.LeakyReLU(negative_slope=float(rng.choice([0.2, 0.05]))),
            layers.PReLU(shared_axes=list(range(1, len(x.shape) - 1))), layers.ReLU(), layers.ELU(), layers.Softmax(),
        ]  # fmt: skip
        y = made[int(rng.integers(len(made)))](x)
        if rng.random() < 0.2:
            other = layers.Activation(activation())(y)
            y = layers.Add()([y, other]) if rng.random() < 0.5 else layers.Concatenate()([y, other, y])
        return y

    def nested(x: Any) -> Any:
        """A model inside the model: a chain, or a graph around it."""
        entrance = keras.Input(x.shape[1:])
        y = block(block(entrance))
        inner = keras.Model(entrance, y)
        if rng.random() < 0.5 and is_chain(inner):
            inner = keras.Sequential(inner.layers[1:])
        return inner(x)

    sides = (*rng.integers(4, 8, 2).tolist(), int(rng.integers(1, 4)))
    shape = sides if rng.random() < 0.5 else sides[2:]
    start = keras.Input(shape)
    x = start
    if rng.random() < 0.3:
        x = layers.Rescaling(float(rng.choice([0.5, 1 / 255, -2])), offset=float(rng.normal()))(x)
    elif rng.random() < 0.3:
        x = layers.Normalization(mean=rng.normal(size=shape[-1]).tolist(), variance=rng.random(shape[-1]).tolist())(x)
    for _ in range(int(rng.integers(1, 6))):
        x = nested(x) if rng.random() < 0.2 else block(x)
    if len(x.shape) == 4:
        x = layers.Flatten()(x) if rng.random() < 0.7 else layers.GlobalAveragePooling2D()(x)
    x = layers.Dense(int(rng.integers(1, 4)), activation=activation())(x)
    model = keras.Model(start, x)
    if all(len(layer._inbound_nodes) == 1 for layer in model.layers) and rng.random() < 0.5 and is_chain(model):
        model = keras.Sequential([start, *model.layers[1:]])
    for weight in model.weights:
        low = 0.5 if "variance" in weight.path else -0.7
        if "seed" not in weight.path:
            weight.assign(rng.uniform(low, 1.2, weight.shape).astype(np.float32))
    return model


def is_chain(model: Any) -> bool:
    return not any(type(layer).__name__ in ("Add", "Concatenate", "Functional", "Sequential") for layer in model.layers)


def judge(model: Any, path: Path, rng: np.random.Generator) -> float:
    """How far the outputs of the model that was read are from Keras's, for outputs beyond 1 as a share."""
    model.save(path)
    read = read_keras(path)
    x = rng.normal(size=(5, *model.input_shape[1:])).astype(np.float32)
    network = Network(read.network)
    network.load(read.parameters)
    assert read.n_in_file == sum(int(np.prod(weight.shape)) for weight in model.weights if "seed" not in weight.path)
    expected = model.predict(x, verbose=0)
    return float((np.abs(network.predict(x) - expected) / (1 + np.abs(expected))).max(initial=0))


def main() -> int:
    os.environ.setdefault("KERAS_BACKEND", "torch")
    import keras

    n = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    n_wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(n):
            rng = np.random.default_rng(seed)
            keras.utils.clear_session()
            model = random_model(keras, rng)
            for ending in ("keras", "h5"):
                difference = judge(model, Path(folder) / f"a.{ending}", rng)
                if not difference < 1e-5:
                    n_wrong += 1
                    print(f"seed {seed}, .{ending}: {difference:g} apart")
    print(f"{n} models, each as .keras and .h5: {n_wrong} wrong")
    return 1 if n_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
