"""Weights as named arrays: safetensors and NumPy's npz, out and in, and a table for each layer as CSV.

A name is the layer's, a slash, the array's: ``dense/kernel``. Kernels are (inputs, units) and (height, width, channels,
filters), as in Keras.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.disk.csv_text import csv_text
from nnplay.disk.reading import read_file
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.engine.reasons import BAD_ARCHIVE, reason_of
from nnplay.exchange.errors import ExchangeError
from nnplay.project import Project, edits
from nnplay.project.project import CURVES
from nnplay.project.storage.tensor_file import pack, unpack

Array = NDArray[Any]

_MAX_FILE_SIZE = 1 << 29
_MAX_MEMBERS = 10_000
_UNSAFE = (".keras", ".h5", ".hdf5", ".pt", ".pth", ".pkl")
"""Models of other libraries whose own readers run what the file says."""


def named_parameters(project: Project) -> dict[str, Array]:
    """All weights by name, views."""
    return {f"{slot.node}/{slot.name}": slot.view(project.parameters) for slot in project.network.slots}


def to_safetensors(project: Project) -> bytes:
    """The weights as a safetensors file."""
    return pack(named_parameters(project), {"format": "nnplay", "title": project.title})


def to_npz(arrays: dict[str, Array]) -> bytes:
    """Arrays as an npz file; the same arrays give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            member = io.BytesIO()
            np.lib.format.write_array(member, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), member.getvalue(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def layer_csv(project: Project, node: str) -> str:
    """One layer's weights as a table: a row for each place, with its indices in front."""
    rows: list[tuple[object, ...]] = [("array", "index", "value")]
    for slot in project.network.node_slots(node):
        values = slot.view(project.parameters)
        rows += [(slot.name, " ".join(map(str, index)), float(values[index])) for index in np.ndindex(slot.shape)]
    return csv_text(rows, "\n")


def history_csv(project: Project) -> str:
    """The curves as a table, a row for each point; empty where a number is unknown."""
    return csv_text([CURVES, *zip(*(getattr(project.history, name) for name in CURVES), strict=True)], "\n")


def with_weights_of(project: Project, path: Path) -> Project:
    """The project with the weights of a safetensors or npz file; every array has to fit, none may be missing.

    Raises
    ------
    ExchangeError
        If the file cannot be read, or its arrays are not this network's; the sentence names the first one.
    """
    if path.suffix.lower() in _UNSAFE:
        raise ExchangeError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is not read: such files may run programs of their own. Save the weights as npz or safetensors"
                " there, under names such as dense/kernel.",
            ),
            file=path,
        )
    try:
        content = read_file(path, _MAX_FILE_SIZE)
        arrays = read_npz(content, project) if content[:2] == b"PK" else unpack(content)[0]
    except OSError as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be opened: {reason}."),
            file=path,
            reason=reason_of(error),
        ) from error
    except (ValueError, KeyError, EOFError, *BAD_ARCHIVE, RuntimeError, NotImplementedError) as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is not a file of weights (safetensors or npz): {reason}"),
            file=path,
            reason=reason_of(error),
        ) from error
    vector = np.empty(project.network.n_parameters, np.float32)
    for slot in project.network.slots:
        name = f"{slot.node}/{slot.name}"
        array = arrays.get(name)
        if array is None or array.shape != slot.shape or not np.isfinite(array).all():
            raise ExchangeError(
                QT_TRANSLATE_NOOP(
                    "errors", "“{file}” has no array {name} of the shape {shape} with finite numbers: nothing was read."
                ),
                file=path,
                name=name,
                shape=slot.shape,
            )
        vector[slot.span] = array.ravel()
    return edits.set_parameters(project, vector, project.history)


def read_npz(content: bytes, project: Project) -> dict[str, Array]:
    """The network's arrays in an npz file; only those are unpacked, and none beyond its own size.

    Raises
    ------
    ValueError, zipfile.BadZipFile
        If it is no such file.
    """
    arrays: dict[str, Array] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {info.filename.removesuffix(".npy"): info for info in archive.infolist()[:_MAX_MEMBERS]}
        for slot in project.network.slots:
            info = members.get(f"{slot.node}/{slot.name}")
            if info is None:
                continue
            # The header of an array is at most 64 KiB; numbers of up to 8 bytes follow.
            if info.file_size > (1 << 16) + 8 * slot.size:
                raise DamagedError(QT_TRANSLATE_NOOP("errors", "{name} is larger than its array"), name=info.filename)
            with archive.open(info) as member:
                arrays[f"{slot.node}/{slot.name}"] = _read_array(member.read(info.file_size), slot.shape)
    return arrays


def _read_array(content: bytes, shape: tuple[int, ...]) -> Array:
    file = io.BytesIO(content)
    version = np.lib.format.read_magic(file)
    read_header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    found, is_fortran, dtype = read_header(file)
    # Asked before anything is allocated: 80 bytes can announce 32 GiB.
    if found != shape or dtype.kind not in "fiu" or dtype.itemsize > 8:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "an array is {type} of the shape {found}, not numbers of the shape {shape}"),
            type=dtype,
            found=found,
            shape=shape,
        )
    values = np.frombuffer(content, dtype, int(np.prod(shape)), file.tell())
    array: Array = values.reshape(shape, order="F" if is_fortran else "C").astype(np.float32)
    return array
