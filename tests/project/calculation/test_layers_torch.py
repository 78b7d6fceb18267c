"""The equations of picture layers beside PyTorch's autograd, number by number; skipped where it is not installed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from nnplay.engine import (
    SGD,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Input,
    LayerNormalization,
    MaxPooling2D,
    NetworkSpec,
    TrainingSettings,
    trace_batch,
)
from nnplay.project.calculation import Calculation, Passes
from nnplay.project.calculation.expressions import evaluate

NAMES = ("in", "conv", "norm", "max", "same", "mean", "flat", "lay", "drop", "out")
EPSILON = 0.001


@pytest.mark.parametrize("n", [1, 3])
@pytest.mark.parametrize("loss", ["huber", "mean_squared_error"])
def test_as_autograd_has_it(loss: str, n: int) -> None:
    torch: Any = pytest.importorskip("torch")
    functional = torch.nn.functional
    spec = NetworkSpec.chain(
        Input((8, 7, 2)),
        Conv2D(3, (3, 2), activation="prelu"),
        BatchNormalization(epsilon=EPSILON),
        MaxPooling2D((2, 2), (1, 2)),
        Conv2D(2, (3, 3), padding="same", activation="tanh"),
        AveragePooling2D((2, 1)),
        Flatten(),
        LayerNormalization(epsilon=EPSILON),
        Dropout(0.25),
        Dense(2),
        names=NAMES,
    )
    rng = np.random.default_rng(3)
    w, x = rng.normal(size=spec.n_parameters), rng.normal(size=(n, 8, 7, 2))
    w[spec.n_trainable :] = 1.0
    y = rng.normal(size=(n, 2))
    settings = TrainingSettings(loss, SGD(0.1))
    traces = trace_batch(spec, w, x, y, settings)
    found = Calculation(Passes(spec, settings, w, tuple(range(n)), traces))

    flat = torch.tensor(w, requires_grad=True)
    weights = {(slot.node, slot.name): flat[slot.span].reshape(slot.shape) for slot in spec.slots}
    kept: dict[str, Any] = {}

    def keep(name: str, pictures: Any) -> Any:
        kept[name] = pictures
        pictures.retain_grad()
        return pictures

    def convolved(pictures: Any, name: str, padding: Any = 0) -> Any:
        kernel = weights[name, "kernel"].permute(3, 2, 0, 1)
        return functional.conv2d(pictures, kernel, weights[name, "bias"], padding=padding)

    a = torch.tensor(x).permute(0, 3, 1, 2)
    a = keep("conv", functional.prelu(convolved(a, "conv"), weights["conv", "alpha"]))
    affine = weights["norm", "gamma"], weights["norm", "beta"]
    a = keep("norm", functional.batch_norm(a, None, None, *affine, training=True, eps=EPSILON))
    a = keep("max", functional.max_pool2d(a, (2, 2), (1, 2)))
    a = keep("same", torch.tanh(convolved(a, "same", 1)))
    a = keep("mean", functional.avg_pool2d(a, (2, 1)))
    a = a.permute(0, 2, 3, 1).reshape(n, -1)
    a = keep("lay", functional.layer_norm(a, a.shape[1:], weights["lay", "gamma"], weights["lay", "beta"], EPSILON))
    a = keep("drop", a * torch.tensor(np.stack([trace.nodes["drop"].mask for trace in traces])))
    a = keep("out", a @ weights["out", "kernel"] + weights["out", "bias"])
    target = torch.tensor(y)
    (functional.huber_loss(a, target) if loss == "huber" else functional.mse_loss(a, target)).backward()

    for name, tensor in kept.items():
        by_outputs = tensor.grad[0].numpy()
        values = tensor.detach()[0].numpy()
        if values.ndim == 3:
            values, by_outputs = values.transpose(1, 2, 0), by_outputs.transpose(1, 2, 0)
        for unit in range(0, values.size, 3):
            *_, forward = found.forward.equations(name, unit)
            assert evaluate(forward.right) == pytest.approx(values.reshape(-1)[unit], rel=1e-9, abs=1e-12)
            backward = found.backward.unit_equations(name, unit)[0]
            assert evaluate(backward.right) == pytest.approx(by_outputs.reshape(-1)[unit], rel=1e-8, abs=1e-12)
    for slot in spec.slots:
        if slot.spec.is_trainable:
            gradient = flat.grad[slot.span].reshape(slot.shape).numpy()
            for index in list(np.ndindex(slot.shape))[::2]:
                *_, mean = found.backward.weight_equations(slot.node, slot.name, index)
                assert evaluate(mean.right) == pytest.approx(gradient[index], rel=1e-8, abs=1e-12), slot
