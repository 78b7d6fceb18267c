"""Weights as named arrays: safetensors and NumPy's npz, in and out, and a table for each layer as CSV.

A name is the layer's, a slash and the array's: ``dense/kernel``. Kernels have the shapes (inputs, units) and (height,
width, channels, filters), as in Keras.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.disk.csv_text import csv_text
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.project import Project
from nnplay.project.history import CURVES
from nnplay.project.storage.tensor_file import pack

Array = NDArray[Any]

_MAX_MEMBERS = 10_000


def named_parameters(project: Project) -> dict[str, Array]:
    """Return all weights by name, as views."""
    return {f"{slot.node}/{slot.name}": slot.view(project.parameters) for slot in project.network.slots}


def to_safetensors(project: Project) -> bytes:
    """Return the weights as a safetensors file."""
    return pack(named_parameters(project), {"format": "nnplay", "title": project.title})


def to_npz(arrays: dict[str, Array]) -> bytes:
    """Return arrays as an npz file; the same arrays give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            member = io.BytesIO()
            np.lib.format.write_array(member, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), member.getvalue(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def layer_csv(project: Project, node: str) -> str:
    """Return one layer's weights as a table: a row for each position, with its indices in front."""
    rows: list[tuple[object, ...]] = [("array", "index", "value")]
    for slot in project.network.node_slots(node):
        values = slot.view(project.parameters)
        rows += [(slot.name, " ".join(map(str, index)), float(values[index])) for index in np.ndindex(slot.shape)]
    return csv_text(rows, "\n")


def history_csv(project: Project) -> str:
    """Return the curves as a table, a row for each point; cells with unknown numbers are empty."""
    return csv_text([CURVES, *zip(*(getattr(project.history, name) for name in CURVES), strict=True)], "\n")


def read_npz(content: bytes, project: Project) -> dict[str, Array]:
    """Return the network's arrays in an npz file; only those are unpacked, and none beyond its own size.

    Raises
    ------
    ValueError, zipfile.BadZipFile
        If the file is not an npz file with these arrays.
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
    # Checked before anything is allocated: 80 bytes can announce 32 GiB.
    if found != shape or dtype.kind not in "fiu" or dtype.itemsize > 8:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "an array is {type} of shape {found}, not numbers of shape {shape}"),
            type=dtype,
            found=found,
            shape=shape,
        )
    values = np.frombuffer(content, dtype, int(np.prod(shape)), file.tell())
    array: Array = values.reshape(shape, order="F" if is_fortran else "C").astype(np.float32)
    return array
