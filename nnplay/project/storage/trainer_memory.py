"""What a trainer has gathered, in a project's file: plain values in the description, arrays beside the weights."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnplay.engine import DataError, NetworkSpec, TrainerState
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.engine.seeds import generator
from nnplay.project.storage import strict_json
from nnplay.project.storage.tensor_file import Array

PREFIX = "trainer."
"""Of the arrays' names; a parameter's name always has a slash."""

_ORDER = "order"
_EARLY = "early"


def trainer_tensors(state: TrainerState) -> dict[str, Array]:
    """The arrays by their names in a file; the order as float64, which holds every row's number exactly."""
    arrays = {PREFIX + name: array for name, array in state.arrays.items()}
    return arrays | {PREFIX + _ORDER: state.order.astype(np.float64)}


def can_be_kept(state: TrainerState) -> bool:
    """Whether a state can be written and read again: after huge steps its numbers may be infinite."""
    try:
        strict_json.dumps(state.values)
    except ValueError:
        return False
    return all(bool(np.isfinite(array).all()) for array in state.arrays.values())


def trainer_from(values: Any, tensors: dict[str, Array], network: NetworkSpec) -> TrainerState:
    """The state again, from its plain values and its arrays, which are taken out of ``tensors``.

    Raises
    ------
    DamagedError
        If they are not what ``TrainerState.values`` and ``trainer_tensors`` make of a state.
    """
    names = [name for name in tensors if name.startswith(PREFIX)]
    arrays = {name.removeprefix(PREFIX): tensors.pop(name).copy() for name in names}
    shapes = {(), (network.n_trainable,)}
    order, early = arrays.get(_ORDER), arrays.get(_EARLY)
    if (
        order is None
        or not np.array_equal(np.sort(order, axis=None), np.arange(order.size))
        or not all(np.isfinite(array).all() for array in arrays.values())
        or not all(array.shape in shapes for name, array in arrays.items() if name not in (_ORDER, _EARLY))
        or (early is not None and (early.shape != (network.n_parameters,) or early.dtype != np.float32))
    ):
        raise _damaged()
    arrays[_ORDER] = order.astype(np.int64)
    for array in arrays.values():
        array.flags.writeable = False
    try:
        state = TrainerState.restore(values, arrays)
        state.set_random(generator("shuffle", 0))
    except DataError as error:
        raise _damaged() from error
    if state.values != values or state.arrays.keys() != arrays.keys():
        raise _damaged()
    return state


def _damaged() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "what its optimizer has gathered makes no sense"))
