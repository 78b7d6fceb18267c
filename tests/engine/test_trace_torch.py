"""The trace beside PyTorch's autograd, number by number; skipped where PyTorch is not installed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from nnplay import engine

TOLERANCE = 1e-10

LAYERS = (engine.Dense(5, "sigmoid"), engine.Dense(4, "tanh"), engine.Dense(3, "softmax"))


@pytest.mark.parametrize("n", [1, 6])
@pytest.mark.parametrize("loss", ["categorical_crossentropy", "mean_squared_error"])
def test_as_autograd_has_it(loss: str, n: int) -> None:
    torch: Any = pytest.importorskip("torch")
    spec = engine.NetworkSpec.chain(engine.Input((3,)), *LAYERS, names=("in", "one", "two", "out"))
    rng = np.random.default_rng(4)
    w, x = rng.normal(size=spec.n_parameters), rng.normal(size=(n, 3))
    y = np.eye(3)[rng.integers(0, 3, n)]
    found = engine.trace_batch(spec, w, x, y, engine.TrainingSettings(loss, engine.SGD(0.1)))

    flat = torch.tensor(w, requires_grad=True)
    views = {(slot.node, slot.name): flat[slot.span].reshape(slot.shape) for slot in spec.slots}
    kept: dict[str, Any] = {}
    a = torch.tensor(x)
    for name, function in (("one", torch.sigmoid), ("two", torch.tanh), ("out", lambda z: torch.softmax(z, 1))):
        kept[f"{name}.z"] = a @ views[name, "kernel"] + views[name, "bias"]
        a = kept[f"{name}.a"] = function(kept[f"{name}.z"])
    target = torch.tensor(y)
    own = ((a - target) ** 2).mean(1) if loss == "mean_squared_error" else -(target * torch.log(a)).sum(1)
    for tensor in kept.values():
        tensor.retain_grad()
    own.mean().backward()

    def same(one: Any, other: Any) -> None:
        np.testing.assert_allclose(one, other, rtol=TOLERANCE, atol=TOLERANCE)

    for row, trace in enumerate(found):
        same(trace.loss, own[row].detach().numpy())
        for name in ("one", "two", "out"):
            node = trace.nodes[name]
            same(node.z, kept[f"{name}.z"][row].detach().numpy())
            same(node.a, kept[f"{name}.a"][row].detach().numpy())
            same(node.da, n * kept[f"{name}.a"].grad[row].numpy())
            same(node.dz, n * kept[f"{name}.z"].grad[row].numpy())
    for slot in spec.slots:
        trained = found[0].nodes[slot.node].parameters[slot.name]
        gradient = flat.grad[slot.span].reshape(slot.shape).numpy()
        same(trained.gradient, gradient)
        same(trained.new_value, w[slot.span].reshape(slot.shape) - 0.1 * gradient)
