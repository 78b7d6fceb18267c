"""Models of other tools, mutated and hostile: read, or refused with a sentence; nothing else touched, nothing endless.

``python -m tests.fuzz.foreign_files 2000 [SEED [FORMAT...]]`` takes as many mutants of each format as are asked for,
and all hostile files, in a process that may have 3 GB; it prints one line of JSON. The suite takes a few.
"""

from __future__ import annotations

import io
import json
import os
import resource
import struct
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from nnplay.engine import NnplayError
from nnplay.exchange.onnx.messages import TABLE
from nnplay.exchange.onnx.wire import decode, encode
from nnplay.exchange.opening import open_model, read_code
from nnplay.exchange.weights import with_weights_of
from nnplay.project import Seeds
from tests.exchange.test_state_dicts import pictures
from tests.fuzz.load_mutants import Watch

FIXTURES = Path(__file__).parents[1] / "exchange"
MOST_SECONDS = 20.0
_MEMORY = 3 << 30

LISTING = b"""model = Sequential()
model.add(Dense(12, input_dim=8, init='uniform', activation='relu'))
model.add(Dropout(0.2 * 2))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer=SGD(lr=0.1), metrics=['accuracy'])
model.fit(X, Y, nb_epoch=150, batch_size=10)
"""


class _Watch(Watch):
    """Files that are open already are looked at by their number; Python's parser looks into nothing."""

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and (isinstance(arguments[0], int) or arguments[0] == os.devnull):
            return
        super().__call__(event, arguments)


def _open(path: Path) -> None:
    open_model(path)


def _weights(path: Path) -> None:
    with_weights_of(pictures(), path)


def _code(path: Path) -> None:
    read_code(path.read_bytes().decode(errors="replace"), Seeds())


READERS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "onnx": ("onnx_fixtures/pictures.onnx", _open),
    "placeholders.onnx": ("onnx_fixtures/placeholder-lstm.onnx", _open),
    "keras": ("keras_fixtures/chain.keras", _open),
    "h5": ("keras_fixtures/graph.h5", _open),
    "pt": ("torch_fixtures/pictures.pt", _weights),
    "safetensors": ("torch_fixtures/pictures.safetensors", _weights),
    "py": ("", _code),
}


def original(kind: str) -> bytes:
    name, _ = READERS[kind]
    return (FIXTURES / name).read_bytes() if name else LISTING


def mutant(kind: str, content: bytes, rng: np.random.Generator) -> bytes:
    """The content with a few things done to it: to the members of an archive as well as to its bytes."""
    if content[:2] == b"PK" and rng.random() < 0.7:
        return _with_members(content, rng)
    data = bytearray(content)
    for _ in range(int(rng.choice([1, 2, 4, 9]))):
        place = int(rng.integers(len(data))) if data else 0
        match rng.integers(5):
            case 0 if data:
                data[place] = int(rng.integers(256))
            case 1:
                del data[place : place + int(rng.integers(1, 60))]
            case 2:
                data[place:place] = data[place // 2 : place // 2 + int(rng.integers(1, 60))]
            case 3:
                data[place : place + 8] = struct.pack("<Q", int(rng.choice([0, 1, 2**31, 2**40, 2**63, len(content)])))
            case _ if rng.random() < 0.2:
                del data[place:]
    return bytes(data)


def _with_members(content: bytes, rng: np.random.Generator) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w") as target:
        names = source.namelist()
        chosen = names[int(rng.integers(len(names)))]
        for name in names:
            member = source.read(name)
            target.writestr(name, mutant("", member, rng) if name == chosen else member)
    return packed.getvalue()


def hostile(kind: str) -> Iterator[bytes]:
    """At least sixty files of a format that mean harm."""
    content = original(kind)
    yield b""
    for n in (1, 2, 4, 7, 8, 9, 16, 64):
        yield content[:n]
        yield content[:n] * 4000
    for size in (10, 10_000, 3_000_000):
        yield bytes(size)
        yield b"\xff" * size
        yield content + bytes(size)
    step = max(8, len(content) // 40 // 8 * 8)
    for place in range(0, len(content) - 8, step):
        for value in (2**40, 2**63 - 1):
            yield content[:place] + struct.pack("<Q", value) + content[place + 8 :]
    if content[:2] == b"PK":
        yield from _hostile_archives(content)
    if kind == "onnx":
        yield from _hostile_graphs(content)
    if kind == "py":
        yield from (text.encode() for text in _hostile_listings())


def _hostile_archives(content: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        members = {name: source.read(name) for name in source.namelist()}
    changes = [b"", b"{}", b"[]", b"null", b"[" * 100_000, b'{"a":' * 100_000, bytes(200_000_000), b'{"class_name": 3}']
    for name in members:
        for change in changes:
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
                for other, member in members.items():
                    target.writestr(other, change if other == name else member)
            yield packed.getvalue()


def _hostile_graphs(content: bytes) -> Iterator[bytes]:
    def changed(change: Callable[[dict], None]) -> bytes:
        model = decode(content, "Model", TABLE)
        change(model["graph"])
        return encode(model, "Model", TABLE)

    yield changed(lambda graph: graph["node"][0].update(input=[graph["output"][0]["name"]]))
    yield changed(lambda graph: graph["initializer"][0].update(dims=[2**40, 2**40]))
    yield changed(lambda graph: graph["initializer"][0].update(dims=[-1]))
    doubling = [{"op_type": "Concat", "input": ["x", "x"], "output": ["d0"], "attribute": []}]
    doubling += [
        {"op_type": "Concat", "input": [f"d{i}", f"d{i}"], "output": [f"d{i + 1}"], "attribute": []} for i in range(60)
    ]
    for node in doubling:
        node["attribute"] = [{"name": "axis", "i": 1, "type": 2}]
    yield changed(lambda graph: graph.update(node=doubling, output=[{**graph["output"][0], "name": "d60"}]))
    yield changed(lambda graph: graph.update(node=graph["node"] * 400))
    for length in (2**24, 2**40):
        yield changed(lambda graph, length=length: _of_unknown(graph, length))


def _of_unknown(graph: dict, length: int) -> None:
    """Let an unknown operator give as many numbers as this, as the file says."""
    graph["node"][-1]["op_type"] = "Unknown"
    graph["output"][0]["type"]["tensor_type"]["shape"] = {"dim": [{"dim_param": "n"}, {"dim_value": length}]}


def _hostile_listings() -> Iterator[str]:
    yield "model = Sequential(" * 500
    yield "x = " + "-" * 100_000 + "1"
    yield "x = " + "[" * 5_000
    yield "x = 9" + "*9" * 20_000
    yield "model = Sequential()\n" + "model.add(Dense(1, input_dim=2))\n" * 4_000
    yield "model = Sequential([Input((2,)), Dense(10**12)])"
    yield "model = Sequential([Input((1000000000,)), Dense(65000)])"
    yield "def f():\n" + "".join(" " * n + "if x:\n" for n in range(1, 90)) + " " * 91 + "pass"
    yield "model = Sequential([Dense(3, input_shape=(2,), activation=__import__('os').system('true'))])"


def run(n: int, seed: int, kinds: tuple[str, ...] = tuple(READERS)) -> dict[str, object]:
    """Take ``n`` mutants of each format and its hostile files; what was refused and read, and what went wrong."""
    watch = _Watch()
    counts = {"refused": 0, "read": 0}
    wrong: list[str] = []
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            path = Path(folder) / f"a.{kind}"
            path.write_bytes(original(kind))
            READERS[kind][1](path)  # what is imported late is imported now
        sys.addaudithook(watch)
        for kind in kinds:
            rng = np.random.default_rng(seed)
            content = original(kind)
            path = Path(folder) / f"a.{kind}"
            watch.path = str(path)
            every = [(f"{kind} hostile {i}", each) for i, each in enumerate(hostile(kind))]
            for number in range(n + len(every)):
                name, data = every[number] if number < len(every) else (f"{kind} {number}", mutant(kind, content, rng))
                path.write_bytes(data)
                start = perf_counter()
                watch.is_on = True
                try:
                    READERS[kind][1](path)
                    counts["read"] += 1
                except NnplayError as error:
                    counts["refused"] += 1
                    str(error)
                except BaseException as error:
                    wrong.append(f"{name}: {type(error).__name__} {error!s:.100}")
                watch.is_on = False
                took = perf_counter() - start
                slowest = max(slowest, took)
                if took > MOST_SECONDS:
                    wrong.append(f"{name}: {took:.1f} s")
    wrong += sorted({f"touched {what}" for what in watch.touched})
    return {**counts, "slowest_s": round(slowest, 3), "wrong": wrong}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    amount, first, *chosen = [*sys.argv[1:], "0"][:2] + sys.argv[3:]
    result = run(int(amount), int(first), tuple(chosen) or tuple(READERS))
    print(json.dumps(result))
    sys.exit(bool(result["wrong"]))
