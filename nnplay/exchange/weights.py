"""Weights for the open network, from any file that has some; the content decides what the file is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nnplay.disk.reading import read_file
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.engine.reasons import BAD_ARCHIVE, reason_of
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.learners import mismatch
from nnplay.exchange.tensors import Array, read_npz
from nnplay.project import Project, edits
from nnplay.project.storage.tensor_file import OTHER_TYPES, unpack

_MAX_FILE_SIZE = 1 << 29
_HDF5 = b"\x89HDF\r\n\x1a\n"
_OLD_PICKLE = b"\x80\x02"

_Found = TypeVar("_Found")


def with_weights_of(project: Project, path: Path) -> Project:
    """Return the project with the weights of a file; every array must fit, and none may be missing.

    Files of safetensors and npz with our own names (``dense/kernel``), state dicts of PyTorch (``.pt``, ``.pth``,
    safetensors), and those of Keras (``.keras``, ``.h5``, ``.weights.h5``), the last two by order and shapes.

    Raises
    ------
    ExchangeError
        If the file cannot be read, or its arrays do not fit this network; the sentence says which arrays it has.
    """
    return edits.set_parameters(project, _read(path, lambda content: _vector(content, project)))


def read_state_file(path: Path) -> tuple[dict[str, Array], bool]:
    """Return the arrays of a state dict of PyTorch, and whether they are in the order of its modules.

    Raises
    ------
    ExchangeError
        If the file cannot be read, or has other arrays.
    """
    return _read(path, _state)


def _read(path: Path, take: Callable[[bytes], _Found]) -> _Found:
    try:
        return take(read_file(path, _MAX_FILE_SIZE))
    except ExchangeError:
        raise
    except OSError as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be opened: {reason}."),
            file=path,
            reason=reason_of(error),
        ) from error
    except (ValueError, KeyError, EOFError, *BAD_ARCHIVE, RuntimeError, NotImplementedError) as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is not a file of weights that nnplay can read: {reason}"),
            file=path,
            reason=reason_of(error),
        ) from error


def _state(content: bytes) -> tuple[dict[str, Array], bool]:
    from nnplay.exchange.torch.matching import is_state
    from nnplay.exchange.torch.state import read_state

    if _is_old_pickle(content):
        raise _old_pickle()
    if content.startswith(b"PK"):
        return read_state(content), True
    arrays = unpack(content, OTHER_TYPES)[0]
    if not is_state(list(arrays)):
        raise DamagedError(
            QT_TRANSLATE_NOOP(
                "errors",
                "it has weights, but no layers: open a network and read the file as its weights",
            )
        )
    return arrays, False


def _is_old_pickle(content: bytes) -> bool:
    """Return whether it is a pickle; safetensors may begin with the same bytes, the length of the header behind."""
    return content.startswith(_OLD_PICKLE) and content[8:9] != b"{"


def _old_pickle() -> DamagedError:
    return DamagedError(
        QT_TRANSLATE_NOOP("errors", "it is a pickle of an old PyTorch: load and save the state dict there anew")
    )


def _vector(content: bytes, project: Project) -> NDArray[np.float32]:
    if content.startswith(_HDF5):
        return _of_keras(content, project)
    if _is_old_pickle(content):
        raise _old_pickle()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if "config.json" in names and "model.weights.h5" in names:
                from nnplay.exchange.keras.read import member

                return _of_keras(member(archive, "model.weights.h5", _MAX_FILE_SIZE), project)
        if any(name.endswith("/data.pkl") for name in names):
            from nnplay.exchange.torch.state import read_state

            return _of_torch(read_state(content), project, is_ordered=True)
        return _named(read_npz(content, project), project)
    arrays = unpack(content, OTHER_TYPES)[0]
    from nnplay.exchange.torch.matching import is_state

    return _of_torch(arrays, project, is_ordered=False) if is_state(list(arrays)) else _named(arrays, project)


def _of_keras(content: bytes, project: Project) -> NDArray[np.float32]:
    from nnplay.exchange.hdf5 import open_hdf5
    from nnplay.exchange.keras.matching import parameters_of

    return parameters_of(project.network, open_hdf5(content), project.parameters, _kept(project))


def _of_torch(state: dict[str, Array], project: Project, *, is_ordered: bool) -> NDArray[np.float32]:
    from nnplay.exchange.torch.matching import parameters_of

    return parameters_of(project.network, state, project.parameters, _kept(project), is_ordered=is_ordered)


def _kept(project: Project) -> frozenset[str]:
    """Return the layers whose frozen slopes are a setting elsewhere, without an array in any file: leaky ReLUs."""
    return frozenset(part.node for part in project.training.frozen if part.parameter == "alpha" and not part.index)


def _named(arrays: dict[str, Array], project: Project) -> NDArray[np.float32]:
    """Return arrays with our own names."""
    network = project.network
    vector = np.empty(network.n_parameters, np.float32)
    for slot in network.slots:
        array = arrays.get(f"{slot.node}/{slot.name}")
        if array is None or array.shape != slot.shape or not np.isfinite(array).all():
            given = {name: array.shape for name, array in arrays.items()}
            raise mismatch(network, given, slot.node, f"{slot.node}/{slot.name}")
        vector[slot.span] = array.ravel()
    return vector
