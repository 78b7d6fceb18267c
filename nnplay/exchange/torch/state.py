"""The arrays of a state dict by name, from a ``.pt`` or ``.pth`` file."""

from __future__ import annotations

import io
import zipfile
from math import prod
from typing import Any

import numpy as np

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.exchange.tensors import Array
from nnplay.exchange.torch.pickled import Storage, Strided, read_pickle

_MAX_NUMBERS = 20_000_000
_MAX_PICKLE = 16 << 20
_MAX_AXES = 8


def read_state(content: bytes) -> dict[str, Array]:
    """Return the arrays of a state dict, in its order; for a checkpoint, those of the state dict in it.

    Raises
    ------
    DamagedError
        If it is not a state dict, or its pickle has more than a state dict needs.
    zipfile.BadZipFile
        If it is not an archive.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        pickle = next((name for name in archive.namelist() if name.endswith("/data.pkl")), None)
        if pickle is None:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is not a PyTorch state dict, or it is damaged"))
        folder = pickle.removesuffix("data.pkl")
        table = _state(read_pickle(_member(archive, pickle, _MAX_PICKLE)))
        if sum(prod(view.shape) for view in table.values()) > _MAX_NUMBERS:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more weights than any supported network"))
        storages: dict[Storage, Array] = {}
        arrays = {}
        for name, view in table.items():
            if view.storage not in storages:
                storages[view.storage] = _numbers(archive, folder, view.storage)
            arrays[name] = _strided(view, storages[view.storage])
    return arrays


def _state(found: Any) -> dict[str, Strided]:
    """Return the table of arrays: the whole file, or one entry of it."""
    tables = [found, *found.values()] if isinstance(found, dict) else []
    for table in tables:
        if isinstance(table, dict):
            state = {name: view for name, view in table.items() if isinstance(name, str) and isinstance(view, Strided)}
            if state:
                return state
    raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is not a PyTorch state dict, or it is damaged"))


def _numbers(archive: zipfile.ZipFile, folder: str, storage: Storage) -> Array:
    is_short = storage.dtype == "bfloat16"
    dtype = np.dtype("<u2" if is_short else storage.dtype)
    content = _member(archive, f"{folder}data/{storage.key}", 8 * _MAX_NUMBERS)
    if len(content) != storage.n * dtype.itemsize:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "the size of one of its arrays does not match its shape"))
    values = np.frombuffer(content, dtype)
    return (values.astype("<u4") << 16).view("<f4") if is_short else values


def _strided(view: Strided, numbers: Array) -> Array:
    n_axes = len(view.shape)
    last = view.offset + sum((n - 1) * stride for n, stride in zip(view.shape, view.strides, strict=False))
    if len(view.strides) != n_axes or n_axes > _MAX_AXES or (0 not in view.shape and last >= len(numbers)):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "the size of one of its arrays does not match its shape"))
    if 0 in view.shape:
        return np.zeros(view.shape, np.float32)
    steps = [stride * numbers.itemsize for stride in view.strides]
    return np.lib.stride_tricks.as_strided(numbers[view.offset :], view.shape, steps, writeable=False).astype(
        np.float32
    )


def _member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has no “{name}” in it"), name=f"{name:.60}") from error
    if info.file_size > most:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is too large"))
    with archive.open(info) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is too large"))
    return content
