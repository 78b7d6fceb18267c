"""The cases that ONNX itself ships for its backends: how many are read, wholly or with placeholders, refused and wrong.

    python -m tests.exchange.onnx_cases

It needs the package ``onnx``. A case counts as read if its model becomes a network, and as wrong if this network does
not give the case's own outputs; there must be none. With a placeholder there are no outputs to compare. Most cases
take weights as further inputs: these become constants.
"""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from nnplay.engine import Network, NnplayError
from nnplay.engine.errors import DamagedError
from nnplay.exchange.onnx.graph import parse_graph
from nnplay.exchange.onnx.read import read_ends

Case = tuple[str, bytes, list[tuple[list[Any], list[Any]]]]


def cases() -> Iterator[Case]:
    """Name, model, and pairs of inputs and outputs."""
    import onnx
    import onnx.numpy_helper
    from onnx.backend.test.case.node import collect_testcases
    from onnx.backend.test.loader import load_model_tests

    def arrays(values: Iterable[Any]) -> list[Any]:
        tensor = onnx.TensorProto
        return [onnx.numpy_helper.to_array(each) if isinstance(each, tensor) else each for each in values]

    def stored(folder: Path, end: str) -> list[Any]:
        return arrays(onnx.load_tensor(str(path)) for path in sorted(folder.glob(f"{end}_*.pb")))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for case in collect_testcases(None):
            sets = [(arrays(inputs), arrays(outputs)) for inputs, outputs in case.data_sets or ()]
            yield case.name, case.model.SerializeToString(), sets
    for kind in ("simple", "pytorch-converted", "pytorch-operator", "light"):
        for case in load_model_tests(kind=kind):
            folder = Path(case.model_dir or "")
            sets = []
            for data in sorted(folder.glob("test_data_set_*")):
                with suppress(Exception):  # sequences and maps are no arrays
                    sets.append((stored(data, "input"), stored(data, "output")))
            yield case.name, (folder / "model.onnx").read_bytes(), sets


def with_constants(content: bytes, sets: list[tuple[list[Any], list[Any]]]) -> bytes:
    """The model whose inputs but the first are the constants that the case gives."""
    import onnx
    import onnx.numpy_helper

    model = onnx.load_model_from_string(content)
    known = {tensor.name for tensor in model.graph.initializer}
    names = [value.name for value in model.graph.input if value.name not in known]
    if not sets or len(sets[0][0]) != len(names):
        return content
    for name, array in zip(names[1:], sets[0][0][1:], strict=True):
        if not isinstance(array, np.ndarray):
            return content
        model.graph.initializer.append(onnx.numpy_helper.from_array(array, name))
    return bytes(model.SerializeToString())


def judge(content: bytes, sets: list[tuple[list[Any], list[Any]]]) -> str:
    """``read``, ``placeholders``, ``wrong``, ``unmeasured`` (read, but the case has no numbers), or why not."""
    try:
        graph = parse_graph(content)
        model, end, entrance = read_ends(graph)
    except NnplayError as error:
        return f"refused: {error.template}"
    if not model.network.is_complete:
        return "placeholders"
    network = Network(model.network)
    network.load(model.parameters)
    n_compared = 0
    for inputs, outputs in sets[:1]:
        if not inputs or not np.size(inputs[0]):
            continue
        x = np.empty((len(inputs[0]), entrance.size), np.float32)
        x[:, entrance.reshape(-1)] = inputs[0].reshape(len(x), -1)
        found = network.activations(x.reshape(-1, *model.network.shapes[model.network.input.name]))[end.node]
        found = found.reshape(len(x), -1)[:, end.order.reshape(-1)]
        wanted = [np.reshape(each, found.shape) for each in outputs if np.size(each) == found.size]
        if not any(np.allclose(found, each, 1e-4, 1e-5, equal_nan=True) for each in wanted):
            return "wrong"
        n_compared += 1
    return "read" if n_compared else "unmeasured"


def main() -> int:
    counts: Counter[str] = Counter()
    wrong = []
    for name, content, sets in cases():
        try:
            verdict = judge(with_constants(content, sets), sets)
        except DamagedError as error:
            verdict = f"refused: {error.template}"
        counts[verdict] += 1
        if verdict in ("wrong", "unmeasured"):
            wrong.append(f"{verdict}: {name}")
        if "-v" in sys.argv:
            print(name, verdict)
    for verdict, n in counts.most_common():
        print(f"{n:6} {verdict}")
    print(f"{sum(counts.values()):6} cases", *wrong, sep="\n")
    return 1 if counts["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
