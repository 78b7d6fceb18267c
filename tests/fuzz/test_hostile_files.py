"""Hostile files, each with a name: a clear sentence within a second, and nothing else happens."""

import json
import struct
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pytest

from nnplay.project import ProjectFileError
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, sealed, to_bytes
from nnplay.project.storage.tensor_file import unpack

CONTENT = to_bytes(preset("circle"))
(SIZE,) = struct.unpack_from("<Q", CONTENT)
HEADER = json.loads(CONTENT[8 : 8 + SIZE])
BODY = CONTENT[8 + SIZE :]
Description = dict[str, Any]
Change = Callable[[Description], None]


def with_header(header: object, body: bytes = BODY) -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + body


def entry(**changes: object) -> bytes:
    return with_header({**HEADER, "dense/kernel": {**HEADER["dense/kernel"], **changes}})


def described(change: Change) -> bytes:
    """The file with a changed description and a check sum that fits it."""
    tensors, metadata = unpack(CONTENT)
    description = json.loads(metadata["nnplay"])
    change(description)
    return sealed(json.dumps(description), tensors)


def text_of(text: str) -> bytes:
    tensors, _ = unpack(CONTENT)
    return sealed(text, tensors)


def put(*path: Any, value: object) -> bytes:
    """The file with another value somewhere in its description."""

    def change(description: Description) -> None:
        inner: Any = description
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value

    return described(change)


def array(name: str, values: np.ndarray) -> bytes:
    tensors, metadata = unpack(CONTENT)
    return sealed(metadata["nnplay"], {**tensors, name: values})


KERNEL = np.zeros((2, 4), np.float32)
LAYER = ("network", "nodes", 1, "layer")
CASES: dict[str, bytes] = {
    "empty": b"",
    "seven bytes": bytes(7),
    "a header that is longer than the file": struct.pack("<Q", 2**62) + CONTENT[8:],
    "a header of 2^64 - 1 bytes": b"\xff" * 8 + CONTENT[8:],
    "a header of no bytes": bytes(8) + CONTENT[8:],
    "a ZIP file": b"PK\x03\x04" + bytes(100),
    "a pickle": b"\x80\x04\x95" + bytes(100),
    "a script": b"#!/bin/sh\nrm -rf ~\n",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "a header that is no text": with_header(b"\xff\xfe" * 50),
    "a header that is no JSON": with_header(b"{" * 50),
    "a header that is a list": with_header([]),
    "a header that is a number": with_header(1),
    "a header nested a hundred thousand deep": with_header(b"[" * 100_000 + b"]" * 100_000),
    "a header with NaN": with_header(b'{"a": NaN}'),
    "a header with infinity": with_header(b'{"a": 1e999}'),
    "a number of five thousand digits": with_header(b'{"a": ' + b"9" * 5000 + b"}"),
    "a name twice": with_header(b'{"a": 1, "a": 2}'),
    "eleven thousand arrays": with_header(
        {str(i): {"dtype": "F32", "shape": [], "data_offsets": [0, 4]} for i in range(11_000)}
    ),
    "metadata that are numbers": with_header({**HEADER, "__metadata__": {"nnplay": 1}}),
    "metadata that are a list": with_header({**HEADER, "__metadata__": []}),
    "no metadata": with_header({key: value for key, value in HEADER.items() if key != "__metadata__"}),
    "an array without a shape": with_header({**HEADER, "dense/kernel": {"dtype": "F32", "data_offsets": [0, 32]}}),
    "an array with more than it needs": entry(more=1),
    "an array that is a text": with_header({**HEADER, "dense/kernel": "F32"}),
    "a type that is not known": entry(dtype="F16"),
    "Python objects": entry(dtype="O"),
    "a type that is a list": entry(dtype=["F32"]),
    "a negative length": entry(shape=[-2, -4]),
    "a length of 2^60": entry(shape=[2**60, 4]),
    "lengths that overflow": entry(shape=[2**32, 2**32]),
    "nine axes": entry(shape=[1] * 9),
    "a shape that is true": entry(shape=[True, 8]),
    "a shape of fractions": entry(shape=[2.0, 4.0]),
    "a shape that does not fit": entry(shape=[2, 5]),
    "offsets that overlap": entry(data_offsets=[0, 32]),
    "offsets beyond the end": entry(data_offsets=[2**40, 2**40 + 32]),
    "offsets the wrong way round": entry(data_offsets=[32, 0]),
    "three offsets": entry(data_offsets=[0, 1, 2]),
    "bytes behind the arrays": CONTENT + b"\0" * 64,
    "a byte too few": CONTENT[:-1],
    "a flipped bit in a weight": CONTENT[:-5] + bytes([CONTENT[-5] ^ 1]) + CONTENT[-4:],
    "a description that is a list": text_of("[]"),
    "a description that is no JSON": text_of("{"),
    "a description that is empty": text_of("{}"),
    "a description nested deeply": text_of('{"version": 1, "title": ' + "[" * 60_000 + "]" * 60_000 + "}"),
    "a version that is a text": put("version", value="1"),
    "a version that is true": put("version", value=True),
    "version 0": put("version", value=0),
    "version 1000": put("version", value=1000),
    "a field too much": put("command", value="rm -rf ~"),
    "a field too little": described(lambda description: description.pop("seeds")),
    "a title of two lines": put("title", value="a\nb"),
    "a title of a million signs": put("title", value="x" * 1_000_000),
    "a layer of no known kind": put(*LAYER, "type", value="Popen"),
    "a layer whose kind is a built-in": put(*LAYER, "type", value="__import__"),
    "a layer that is an optimizer": put(*LAYER, value={"type": "Adam", "learning_rate": 0.1}),
    "a layer with a setting too much": put(*LAYER, "shell", value=True),
    "2^31 units": put(*LAYER, "units", value=2**31),
    "-1 units": put(*LAYER, "units", value=-1),
    "true units": put(*LAYER, "units", value=True),
    "more units than weights": put(*LAYER, "units", value=5),
    "an activation that is a path": put(*LAYER, "activation", value="../../etc/passwd"),
    "an activation that is a number": put(*LAYER, "activation", value=1),
    "an input of a million times a million": put("network", "nodes", 0, "layer", "shape", value=[10**6, 10**6]),
    "a network without layers": put("network", "nodes", value=[]),
    "a network in a circle": put("network", "nodes", 1, "inputs", value=["dense_2"]),
    "a layer that feeds on nothing": put("network", "nodes", 1, "inputs", value=[]),
    "two layers of one name": put("network", "nodes", 2, "name", value="dense"),
    "a name with a slash": put("network", "nodes", 1, "name", value="../dense"),
    "a hundred thousand layers": described(
        lambda d: d["network"]["nodes"].extend([d["network"]["nodes"][1]] * 100_000)
    ),
    "a layer without a place": put("positions", value={}),
    "a place with one number": put("positions", "dense", value=[1]),
    "a place that is text": put("positions", "dense", value=["0", "0"]),
    "data of no known kind": put("data", "type", value="Download"),
    "a toy set that is not known": put("data", "kind", value="moon base"),
    "noise of a thousand": put("data", "noise", value=1000),
    "10^9 points": put("data", "n_points", value=10**9),
    "a batch of 2^40": put("training", "batch_size", value=2**40),
    "a learning rate below 0": put("training", "optimizer", "learning_rate", value=-1),
    "an optimizer of no known kind": put("training", "optimizer", "type", value="Dense"),
    "a loss that is not known": put("training", "loss", value="eval"),
    "a schedule within a schedule within itself": put("training", "schedule", value={"type": "WarmUp", "then": {}}),
    "a frozen layer that is not there": put("training", "frozen", value=[{"type": "Part", "node": "ghost"}]),
    "a seed of 2^70": put("seeds", "data", value=2**70),
    "a step below 0": put("step", value=-1),
    "an array that belongs nowhere": array("evil", KERNEL),
    "weights of another type": array("dense/kernel", KERNEL.astype(np.float64)),
    "weights of another shape": array("dense/kernel", KERNEL.T),
    "weights that are not finite": array("dense/kernel", KERNEL + np.inf),
    "curves of different lengths": array("history.epoch", np.arange(3.0)),
    "a curve with two axes": array("history.epoch", np.zeros((2, 2))),
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_refused_at_once(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.nnplay"
    path.write_bytes(CASES[name])
    start = perf_counter()
    with pytest.raises(ProjectFileError) as refused:
        load(path)
    took = perf_counter() - start
    assert str(path) in str(refused.value)
    assert len(str(refused.value)) > len(str(path)) + 20
    assert took < 1


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 60


def test_the_file_without_any_change_opens(tmp_path: Path) -> None:
    path = tmp_path / "fine.nnplay"
    path.write_bytes(CONTENT)
    assert load(path).title == "Circle"
    path.write_bytes(described(lambda description: None))
    assert load(path).title == "Circle"


@pytest.mark.parametrize("where", ["folder", "missing", "pipe", "zero"])
def test_places_that_are_no_files(where: str, tmp_path: Path) -> None:
    import os

    path = {"folder": tmp_path, "missing": tmp_path / "no", "pipe": tmp_path / "pipe", "zero": Path("/dev/zero")}[where]
    if where == "pipe":
        os.mkfifo(path)
    with pytest.raises(ProjectFileError):
        load(path)
