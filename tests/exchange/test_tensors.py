"""Weights out and in: other readers see them, and what does not fit is refused with its reason."""

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from nnplay.exchange import ExchangeError
from nnplay.exchange.tensors import (
    history_csv,
    layer_csv,
    named_parameters,
    to_npz,
    to_safetensors,
)
from nnplay.exchange.weights import with_weights_of
from nnplay.project import History, run_edits
from nnplay.project.presets import preset
from tests.exchange.samples import graph

CIRCLE = preset("circle")
OTHER = replace(CIRCLE, parameters=np.arange(CIRCLE.parameters.size, dtype=np.float32))


def test_other_readers_see_the_arrays(tmp_path: Path) -> None:
    project = graph()
    (tmp_path / "a.safetensors").write_bytes(to_safetensors(project))
    (tmp_path / "a.npz").write_bytes(to_npz(named_parameters(project)))
    arrays = load_file(tmp_path / "a.safetensors")
    with np.load(tmp_path / "a.npz") as other:
        assert set(other) == set(arrays) == set(named_parameters(project))
        for name, values in named_parameters(project).items():
            np.testing.assert_array_equal(arrays[name], values)
            np.testing.assert_array_equal(other[name], values)


@pytest.mark.parametrize(
    "kind", ["own safetensors", "safetensors", "own npz", "npz", "compressed", "fortran", "float64"]
)
def test_weights_come_in(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "weights"
    arrays = named_parameters(OTHER)
    if kind == "own safetensors":
        path.write_bytes(to_safetensors(OTHER))
    elif kind == "safetensors":
        save_file({name: np.ascontiguousarray(values) for name, values in arrays.items()}, path)
    elif kind == "own npz":
        path.write_bytes(to_npz(arrays))
    else:
        if kind == "fortran":
            arrays = {name: np.asfortranarray(values) for name, values in arrays.items()}
        if kind == "float64":
            arrays = {name: values.astype(np.float64) for name, values in arrays.items()}
        with path.open("wb") as file:
            (np.savez_compressed if kind == "compressed" else np.savez)(file, **arrays)
    np.testing.assert_array_equal(with_weights_of(CIRCLE, path).parameters, OTHER.parameters)


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dense/kernel.npy", bytes(200_000_000))
    return packed.getvalue()


def announced(shape: tuple[int, ...], dtype: str = "<f4") -> bytes:
    """An npz whose array says that it is larger than it is."""
    member = io.BytesIO()
    np.lib.format.write_array_header_1_0(member, {"descr": dtype, "fortran_order": False, "shape": shape})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("dense/kernel.npy", member.getvalue())
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "too short"),
        (b"PK\x03\x04", "is not a file of weights"),
        (bomb(), "larger than its array"),
        (announced((2**33,)), "of shape"),
        (announced((2, 4), "|O"), "is not a file of weights"),
        (announced((2, 4)), "is not a file of weights"),
        (to_npz({"dense/kernel": np.full((2, 4), np.nan, np.float32)}), "do not fit the network"),
        (to_npz({"other": np.zeros(3)}), "first at its layer “dense” and “dense/kernel”"),
    ],
)
def test_what_does_not_fit_is_refused(content: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    path.write_bytes(content)
    with pytest.raises(ExchangeError, match=words):
        with_weights_of(CIRCLE, path)


def test_tables() -> None:
    rows = list(csv.DictReader(io.StringIO(layer_csv(OTHER, "dense"))))
    assert [float(row["value"]) for row in rows] == list(range(12))
    assert rows[5] == {"array": "kernel", "index": "1 1", "value": "5.0"}
    curves = History(np.array([1.0, 2]), np.array([0.5, np.nan]), *(np.zeros(2) for _ in range(3)), step=2)
    rows = list(csv.DictReader(io.StringIO(history_csv(run_edits.set_trained(CIRCLE, CIRCLE.parameters, curves)))))
    assert [row["train_loss"] for row in rows] == ["0.5", ""]
