"""ONNX models of random shape by PyTorch and scikit-learn: ``python -m tests.exchange.random_onnx 60 [--dynamo]``.

It needs torch, onnx, onnxruntime, scikit-learn and skl2onnx; ``--dynamo`` takes PyTorch's newer, slower exporter.
A model that is refused is told with its reason; a wrong one ends with status 1.
"""

from __future__ import annotations

import io
import sys
import warnings
from collections import Counter
from typing import Any

import numpy as np

from nnplay.engine import Network, NnplayError
from nnplay.exchange.onnx.activations import complement
from nnplay.exchange.onnx.graph import parse_graph
from nnplay.exchange.onnx.read import read_ends


def by_torch(rng: np.random.Generator, *, dynamo: bool) -> bytes:
    import torch
    from torch import nn

    torch.manual_seed(int(rng.integers(2**31)))
    activations = (
        nn.ReLU,
        nn.Tanh,
        nn.Sigmoid,
        nn.SiLU,
        nn.GELU,
        nn.ELU,
        nn.SELU,
        nn.Softplus,
        nn.Mish,
        nn.LeakyReLU,
        nn.PReLU,
    )
    layers: list[Any] = []
    if rng.random() < 0.6:
        shape: tuple[int, ...] = (int(rng.integers(1, 4)), *map(int, rng.integers(6, 11, 2)))
        n = shape[0]
        for _ in range(int(rng.integers(1, 3))):
            filters = int(rng.integers(1, 5))
            layers.append(nn.Conv2d(n, filters, 3, padding=1, bias=bool(rng.random() < 0.7)))
            n = filters
            layers += _some(
                rng, [nn.BatchNorm2d(n), _any(rng, activations)(), nn.Dropout2d(0.3), nn.PReLU(n), nn.Softmax(1)]
            )
        layers.append(_any(rng, (nn.MaxPool2d, nn.AvgPool2d))(2))
        layers += [nn.AdaptiveAvgPool2d(1)] if rng.random() < 0.2 else []
        layers.append(nn.Flatten())
    else:
        shape = (int(rng.integers(1, 7)),)
    n = int(nn.Sequential(*layers)(torch.zeros(2, *shape)).shape[1])
    for _ in range(int(rng.integers(1, 4))):
        layers += _some(rng, [_any(rng, activations)(), nn.BatchNorm1d(n), nn.LayerNorm(n), nn.Dropout(0.5)])
        units = int(rng.integers(1, 6))
        layers.append(nn.Linear(n, units, bias=bool(rng.random() < 0.8)))
        n = units
    layers += [nn.Softmax(1)] if rng.random() < 0.3 else _some(rng, [_any(rng, activations)()])
    model = nn.Sequential(*layers)
    for name, value in model.state_dict().items():
        if value.is_floating_point():
            value.uniform_(0.4 if "running_var" in name else -0.7, 1.0)
    model.train(mode=False)
    x = (torch.zeros(2, *shape),)
    if dynamo:
        program = torch.onnx.export(
            model, x, dynamo=True, dynamic_shapes=({0: torch.export.Dim("n", min=1)},), verbose=False
        )
        return bytes(program.model_proto.SerializeToString())
    file = io.BytesIO()
    torch.onnx.export(model, x, file, dynamo=False, opset_version=int(rng.integers(17, 19)), input_names=["x"],
                      dynamic_axes={"x": {0: "n"}})  # fmt: skip
    return file.getvalue()


def by_scikit_learn(rng: np.random.Generator) -> bytes:
    from skl2onnx import to_onnx
    from sklearn.neural_network import MLPClassifier, MLPRegressor

    x = rng.normal(size=(40, int(rng.integers(1, 6)))).astype(np.float32)
    sizes = tuple(map(int, rng.integers(1, 6, int(rng.integers(1, 4)))))
    options = {"hidden_layer_sizes": sizes, "max_iter": 3, "random_state": 1}
    activation = str(rng.choice(["identity", "logistic", "tanh", "relu"]))
    if rng.random() < 0.4:
        # Of several targets skl2onnx makes one long column, which mixes examples: that is refused.
        fitted: Any = MLPRegressor(activation=activation, **options).fit(x, rng.normal(size=40))
        return bytes(to_onnx(fitted, x[:1]).SerializeToString())
    fitted = MLPClassifier(activation=activation, **options).fit(x, np.arange(40) % int(rng.integers(2, 5)))
    return bytes(to_onnx(fitted, x[:1], options={"zipmap": False}).SerializeToString())


def _any(rng: np.random.Generator, choices: tuple[Any, ...]) -> Any:
    return choices[int(rng.integers(len(choices)))]


def _some(rng: np.random.Generator, choices: list[Any]) -> list[Any]:
    return [each for each in choices if rng.random() < 0.4]


def judge(content: bytes, rng: np.random.Generator) -> str:
    import onnxruntime

    try:
        graph = parse_graph(content)
        model, end, entrance = read_ends(graph)
    except NnplayError as error:
        return f"refused: {error}"
    if not model.network.is_complete:
        return "placeholders"
    session = onnxruntime.InferenceSession(content)
    given = rng.normal(size=(5, *entrance.shape)).astype(np.float32)
    expected = session.run(None, {session.get_inputs()[0].name: given})[-1]
    if complement(graph, graph.output):
        expected = expected[:, 1:]
    rows = np.empty((5, entrance.size), np.float32)
    rows[:, entrance.reshape(-1)] = given.reshape(5, -1)
    network = Network(model.network)
    network.load(model.parameters)
    found = network.predict(rows.reshape(-1, *model.network.shapes[model.network.input.name]))
    found = found.reshape(5, -1)[:, end.order.reshape(-1)].reshape(expected.shape)
    return "right" if (np.abs(found - expected) <= 1e-5 * (1 + np.abs(expected))).all() else "wrong"


def main() -> int:
    warnings.simplefilter("ignore")
    dynamo = "--dynamo" in sys.argv
    n = next((int(word) for word in sys.argv[1:] if word.isdigit()), 60)
    makers = {"PyTorch": lambda rng: by_torch(rng, dynamo=dynamo), "scikit-learn": by_scikit_learn}
    n_wrong = 0
    for name, make in makers.items():
        counts: Counter[str] = Counter()
        for seed in range(n):
            rng = np.random.default_rng(seed)
            counts[judge(make(rng), rng)] += 1
        n_wrong += counts["wrong"]
        print(f"{name}: {n} models", *(f"{amount:6} {verdict}" for verdict, amount in counts.most_common()), sep="\n")
    return 1 if n_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
