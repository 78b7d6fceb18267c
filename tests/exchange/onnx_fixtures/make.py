"""Makes the models of this folder, with what onnxruntime answers: ``python -m tests.exchange.onnx_fixtures.make``.

It needs torch, onnx, onnxscript, onnxruntime, scikit-learn and skl2onnx. Each model is an ``.onnx``; its inputs and
outputs (channels first, as in the file) are in ``answers.npz`` under ``NAME/x`` and ``NAME/y``.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

FOLDER = Path(__file__).parent
PICTURE = (2, 6, 6)
C = PICTURE[0]


def exported(
    layers: list[nn.Module], shape: tuple[int, ...], dynamo: bool = False, opset: int = 17, **options: object
) -> bytes:
    torch.manual_seed(3)
    model = nn.Sequential(*layers)
    for parameter in model.parameters():
        nn.init.normal_(parameter, 0, 0.5)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm1d | nn.BatchNorm2d):
            nn.init.normal_(module.running_mean, 0, 0.5)
            nn.init.uniform_(module.running_var, 0.5, 2)
    model.train(mode=bool(options.get("training")))
    file = io.BytesIO()
    x = (torch.zeros(2, *shape),)
    if dynamo:
        program = torch.onnx.export(model, x, dynamo=True, dynamic_shapes=({0: torch.export.Dim("n", min=1)},))
        return program.model_proto.SerializeToString()
    torch.onnx.export(
        model, x, file, dynamo=False, opset_version=opset, input_names=["x"], dynamic_axes={"x": {0: "n"}}, **options
    )
    return file.getvalue()


def made(nodes: list[onnx.NodeProto], shape: tuple[int, ...], opset: int = 17, **arrays: np.ndarray) -> bytes:
    """A model by hand: from ``x`` to ``y``."""
    graph = helper.make_graph(
        nodes,
        "made",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", *shape])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(np.asarray(array), name) for name, array in arrays.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)
    return model.SerializeToString()


def numbers(*shape: int) -> np.ndarray:
    return np.random.default_rng(sum(shape)).normal(size=shape).astype(np.float32)


def node(kind: str, inputs: str, output: str, **settings: object) -> onnx.NodeProto:
    return helper.make_node(kind, inputs.split(), [output], **settings)


def flattened(*between: nn.Module, n: int = 48) -> list[nn.Module]:
    return [nn.Conv2d(C, 3, 3), nn.Flatten(), *between, nn.Linear(n, 4)]


class LastOfSequence(nn.Module):
    def forward(self, x: tuple[torch.Tensor, object]) -> torch.Tensor:
        return x[0][:, -1]


def by_torch() -> Iterator[tuple[str, bytes]]:
    for name, layer in {
        "relu": nn.ReLU(), "batchnorm": nn.BatchNorm1d(48), "layernorm": nn.LayerNorm(48), "plain": nn.Identity(),
    }.items():  # fmt: skip
        yield f"flatten-{name}-linear", exported(flattened(layer), PICTURE)
        yield f"flatten-{name}-linear-dynamo", exported(flattened(layer), PICTURE, dynamo=True)
    yield "refused-flatten-at-the-end", exported([nn.Conv2d(C, 3, 5), nn.Flatten()], PICTURE)
    rows = [nn.Linear(3, 4), nn.LeakyReLU(), nn.Linear(4, 4), nn.PReLU(), nn.Dropout(0.5), nn.Linear(4, 3)]
    yield "rows", exported([*rows, nn.Softmax(dim=1)], (3,))
    yield "rows-dynamo", exported([*rows, nn.Softmax(dim=1)], (3,), dynamo=True)
    soft = [nn.Conv2d(C, 3, 3), nn.Softplus(), nn.Flatten(), nn.Linear(48, 4), nn.Softplus(), nn.Linear(4, 2)]
    yield "softplus-dynamo", exported(soft, PICTURE, dynamo=True)
    normal = [nn.Linear(3, 4), nn.LayerNorm(4), nn.ReLU(), nn.Linear(4, 5), nn.LayerNorm(5, elementwise_affine=False)]
    yield "layernorm-written-out", exported(normal, (3,), opset=13)
    yield "two-inputs", exported([nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1), nn.Tanh()], (2,))
    wide = [nn.Conv2d(C, 3, 3, padding=1), nn.BatchNorm2d(3), nn.PReLU(3), nn.MaxPool2d(2), nn.Dropout2d(0.2)]
    end = [nn.SiLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(3, 2), nn.GELU()]
    yield "pictures", exported([*wide, *end], PICTURE)
    yield "pictures-dynamo", exported([*wide, *end], PICTURE, dynamo=True)
    yield "pixel-softmax", exported([nn.Conv2d(C, 3, 3), nn.Softmax(dim=1), nn.Flatten(), nn.Linear(48, 2)], PICTURE)
    across = [nn.Conv2d(C, 4, 3), nn.Softmax(dim=-1), nn.Flatten(), nn.Linear(64, 2)]
    yield "placeholder-softmax-across", exported(across, PICTURE)
    groups = [nn.Conv2d(C, 4, 3), nn.ReLU(), nn.Conv2d(4, 4, 3, groups=2), nn.ReLU(), nn.Flatten(), nn.Linear(16, 3)]
    yield "placeholder-groups", exported(groups, PICTURE)
    yield "placeholder-lstm", exported([nn.LSTM(3, 4, batch_first=True), LastOfSequence(), nn.Linear(4, 2)], (5, 3))
    mode = torch.onnx.TrainingMode.TRAINING
    for name, layer in {"batchnorm": nn.BatchNorm1d(3), "dropout": nn.Dropout(0.5)}.items():
        layers = [nn.Linear(3, 3), layer, nn.Linear(3, 2)]
        yield f"placeholder-training-{name}", exported(layers, (3,), training=mode, do_constant_folding=False)


def by_hand() -> Iterator[tuple[str, bytes]]:
    w, b, c = numbers(3, 4), numbers(4), np.array([0.3], np.float32)
    product = node("MatMul", "x w", "z")
    yield (
        "matmul-twice-one-bias",
        made([product, node("Add", "z b", "a"), node("Relu", "z", "r"), node("Add", "a r", "y")], (3,), w=w, b=b),
    )
    yield "matmul-twice-two-biases", made(
        [product, node("Add", "z b", "a"), node("Add", "z c", "d"), node("Mul", "a h", "e"), node("Add", "d e", "y")],
        (3,), w=w, b=b, c=c, h=np.array(0.5, np.float32),
    )  # fmt: skip
    silu = [product, node("Sigmoid", "z", "s"), node("Mul", "z s", "a"), node("Add", "a b", "y")]
    yield "silu-add", made(silu, (3,), w=w, b=b)
    gelu = [
        product, node("Div", "z root", "q"), node("Erf", "q", "e"), node("Add", "e one", "o"),
        node("Mul", "z o", "m"), node("Mul", "m half", "a"), node("Add", "a b", "y"),
    ]  # fmt: skip
    constants = {"root": np.sqrt(2), "one": 1.0, "half": 0.5}
    yield "gelu-add", made(gelu, (3,), w=w, b=b, **{name: np.float32(n) for name, n in constants.items()})
    normal = [
        product, node("ReduceMean", "z", "m", axes=[-1]), node("Sub", "z m", "d"), node("Mul", "d d", "q"),
        node("ReduceMean", "q", "v", axes=[-1]), node("Add", "v e", "s"), node("Sqrt", "s", "r"),
        node("Reciprocal", "r", "i"), node("Mul", "d i", "n"), node("Mul", "n b", "y"),
    ]  # fmt: skip
    yield "layernorm-by-reciprocal", made(normal, (3,), w=w, b=b, e=np.float32(1e-3))
    scaled = [
        product,
        node("Mul", "z b", "m"),
        node("Add", "m c", "a"),
        node("Tanh", "m", "t"),
        node("Add", "a t", "y"),
    ]
    yield "mul-twice-add", made(scaled, (3,), w=w, b=b, c=c)
    yield "scale-and-shift", made([node("Sub", "x c", "s"), node("Div", "s d", "t"), node("MatMul", "t w", "y")], (3,),
                                  w=w, c=numbers(3), d=np.float32([2, 3, 4]))  # fmt: skip
    kernel = numbers(3, 2, 3, 3)
    conv = node("Conv", "x k", "z", kernel_shape=[3, 3])
    for name in ("Add", "Mul", "PRelu"):
        nodes = [conv, node(name, "z c", "y")]
        shape = (2, 5, 5)
        yield f"placeholder-{name.lower()}-by-width", made(nodes, shape, k=kernel, c=numbers(3))
        yield f"{name.lower()}-by-channel", made(nodes, shape, k=kernel, c=numbers(3, 1, 1))
    yield "placeholder-softmax-opset-11", made([conv, node("Softmax", "z", "y")], (2, 5, 5), 11, k=kernel)
    dropped = helper.make_node("Dropout", ["z", "half", "no"], ["d", "mask"])
    rate = np.float32(0.5)
    nodes = [product, dropped, node("Relu", "d", "y")]
    yield "dropout", made(nodes, (3,), w=w, half=rate, no=np.array(False))
    yield "placeholder-dropout-training", made(nodes, (3,), w=w, half=rate, no=np.array(True))
    yield "placeholder-selu-alpha", made([product, node("Selu", "z", "y", alpha=1.2)], (3,), w=w)
    yield "placeholder-selu-gamma", made([product, node("Selu", "z", "y", gamma=1.5)], (3,), w=w)
    yield "selu", made([product, node("Selu", "z", "y")], (3,), w=w)
    yield "placeholder-softmax-examples", made([product, node("Softmax", "z", "y", axis=0)], (3,), w=w)
    shape_of = [
        conv, node("Shape", "z", "s"), node("Gather", "s first", "n"), node("Unsqueeze", "n axes", "u"),
        node("Concat", "u rest", "t", axis=0), node("Reshape", "z t", "f"), node("MatMul", "f w", "y"),
    ]  # fmt: skip
    yield "view-by-shape", made(shape_of, (2, 5, 5), k=kernel, w=numbers(27, 2), first=np.int64(0),
                                axes=np.int64([0]), rest=np.int64([-1]))  # fmt: skip
    turned = [
        node("Transpose", "x", "f", perm=[0, 3, 1, 2]), node("Conv", "f k", "z", kernel_shape=[3, 3]),
        node("Transpose", "z", "l", perm=[0, 2, 3, 1]), node("Add", "l c", "a"), node("Relu", "a", "r"),
        node("Reshape", "r t", "g"), node("MatMul", "g w", "y"),
    ]  # fmt: skip
    yield "channels-last", made(turned, (5, 5, 2), k=kernel, c=numbers(3), w=numbers(27, 2), t=np.int64([-1, 27]))


def by_scikit_learn() -> Iterator[tuple[str, bytes]]:
    from skl2onnx import to_onnx
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier, MLPRegressor

    warnings.simplefilter("ignore", ConvergenceWarning)
    x = numbers(60, 4)
    options = {"max_iter": 20, "random_state": 1}
    three = MLPClassifier((5,), **options).fit(x, np.arange(60) % 3)
    two = MLPClassifier((5,), "logistic", **options).fit(x, np.arange(60) % 2)
    number = MLPRegressor(hidden_layer_sizes=(5, 3), activation="tanh", **options).fit(x, x[:, 0])
    yield "sklearn-three", to_onnx(three, x[:1]).SerializeToString()
    yield "sklearn-two", to_onnx(two, x[:1], options={"zipmap": False}).SerializeToString()
    yield "sklearn-number", to_onnx(number, x[:1]).SerializeToString()


def main() -> None:
    warnings.simplefilter("ignore")
    answers = {}
    for maker in (by_torch, by_hand, by_scikit_learn):
        for name, content in maker():
            (FOLDER / f"{name}.onnx").write_bytes(content)
            if name.startswith(("refused", "placeholder")):
                continue
            session = onnxruntime.InferenceSession(content)
            (entrance,) = session.get_inputs()
            x = np.random.default_rng(5).normal(size=(3, *entrance.shape[1:])).astype(np.float32)
            y = session.run(None, {entrance.name: x})[-1]
            if isinstance(y, list):
                y = np.array([[each[key] for key in sorted(each)] for each in y], np.float32)
            answers |= {f"{name}/x": x, f"{name}/y": y}
    np.savez_compressed(FOLDER / "answers.npz", **answers)


if __name__ == "__main__":
    main()
