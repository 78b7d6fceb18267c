"""The runs of a project in its file.

A set-up is written as what differs from one that the reader knows already: that of the project for its present run,
then from run to run, newest first, and from event to event, last first. So a part that all runs have in common, such as
a table of data, is in the file once, and one value again when the file has been read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice
from nnplay.engine import NetworkSpec, Part, TrainerState, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.project.history import CURVES, History
from nnplay.project.run import Event, Frame, Run, Setup
from nnplay.project.seeds import Seeds
from nnplay.project.storage.codec import decode, encode
from nnplay.project.storage.tensor_file import Array
from nnplay.project.storage.trainer_memory import can_be_kept, trainer_from, trainer_tensors

PREFIX = "runs."
"""Of the arrays' names; a parameter's name always has a slash."""

_PRESENT = f"{PREFIX}present."
_PARAMETERS = "parameters"
_CURVES = "curves"
_FRAMES = "frames"
_PLACES = "frame_places"

_PARTS: dict[str, Any] = {
    "network": NetworkSpec,
    "training": TrainingSettings,
    "data": DataChoice,
    "seeds": Seeds,
    "muted": tuple[Part, ...],
}
_KEYS = {"number", "name", "starred", "ended", "setup", "events"}
_EARLIER_KEYS = _KEYS | {"step", "seconds", "trainer"}

Description = dict[str, Any]


def present_run(run: Run | None, reference: Setup) -> Description | None:
    """The description of a project's present run; its curves and its trainer's state are those of the project."""
    return None if run is None else _described(run, reference)


def present_tensors(run: Run | None, parameters: NDArray[np.float32]) -> dict[str, Array]:
    """The arrays of the present run that are not those of the project: frames, and its weights if edited since."""
    if run is None:
        return {}
    weights = {} if np.array_equal(run.parameters, parameters) else {_PRESENT + _PARAMETERS: run.parameters}
    return weights | _frame_tensors(run, _PRESENT)


def earlier_runs(runs: tuple[Run, ...], reference: Setup) -> list[Description]:
    """The descriptions of earlier runs, newest first."""
    found = []
    for run in reversed(runs):
        trainer = _kept(run.trainer)
        more = {
            "step": run.history.step,
            "seconds": run.history.seconds,
            "trainer": None if trainer is None else trainer.values,
        }
        found.append(_described(run, reference) | more)
        reference = run.setup
    return found


def earlier_tensors(runs: tuple[Run, ...]) -> dict[str, Array]:
    """The arrays of earlier runs, by their place, newest first."""
    tensors: dict[str, Array] = {}
    for place, run in enumerate(reversed(runs)):
        prefix = f"{PREFIX}{place}."
        tensors[prefix + _PARAMETERS] = run.parameters
        tensors[prefix + _CURVES] = np.stack([getattr(run.history, name) for name in CURVES])
        tensors.update(_frame_tensors(run, prefix))
        trainer = _kept(run.trainer)
        if trainer is not None:
            tensors.update({prefix + name: array for name, array in trainer_tensors(trainer).items()})
    return tensors


def present_run_from(
    data: Any,
    tensors: dict[str, Array],
    reference: Setup,
    parameters: NDArray[np.float32],
    history: History,
    trainer: TrainerState | None,
) -> Run | None:
    """The present run again; older files have curves alone."""
    if data is None:
        return None if history.is_empty else Run(1, reference, parameters, history, trainer)
    _check_keys(data, _KEYS)
    weights = tensors.pop(_PRESENT + _PARAMETERS, None)
    if weights is not None:
        parameters = _copied(weights)
    own = {name: tensors.pop(_PRESENT + name) for name in (_FRAMES, _PLACES) if _PRESENT + name in tensors}
    return _run(data, _setup(data["setup"], reference), parameters, history, trainer, _frames(own))


def earlier_runs_from(data: Any, tensors: dict[str, Array], reference: Setup) -> tuple[Run, ...]:
    """The earlier runs again, oldest first; their arrays are taken out of ``tensors``.

    Raises
    ------
    DamagedError, NnplayError
        If they are not what ``earlier_runs`` and ``earlier_tensors`` make of runs.
    """
    if not isinstance(data, list):
        raise _damaged()
    runs: list[Run] = []
    for place, item in enumerate(data):
        _check_keys(item, _EARLIER_KEYS)
        prefix = f"{PREFIX}{place}."
        own = {name.removeprefix(prefix): tensors.pop(name) for name in list(tensors) if name.startswith(prefix)}
        setup = _setup(item["setup"], reference)
        curves, parameters = own.pop(_CURVES, None), own.pop(_PARAMETERS, None)
        if curves is None or curves.ndim != 2 or len(curves) != len(CURVES) or parameters is None:
            raise _damaged()
        frames = _frames(own)
        trainer = None if item["trainer"] is None else trainer_from(item["trainer"], own, setup.network)
        if own:
            raise _damaged()
        step, seconds = decode(item["step"], int), decode(item["seconds"], float)
        history = History(**dict(zip(CURVES, curves.astype(np.float64), strict=True)), step=step, seconds=seconds)
        runs.append(_run(item, setup, _copied(parameters), history, trainer, frames))
        reference = setup
    return tuple(reversed(runs))


def _kept(trainer: TrainerState | None) -> TrainerState | None:
    return trainer if trainer is not None and can_be_kept(trainer) else None


def _described(run: Run, reference: Setup) -> Description:
    events, after = [], run.setup
    for event in reversed(run.events):
        changed = {"after": _difference(event.after, after), "before": _difference(event.before, event.after)}
        events.append({"epoch": event.epoch, "weights": event.has_new_weights} | changed)
        after = event.before
    return {
        "number": run.number,
        "name": run.name,
        "starred": run.is_starred,
        "ended": run.ended,
        "setup": _difference(run.setup, reference),
        "events": events,
    }


def _run(
    data: Description,
    setup: Setup,
    parameters: NDArray[np.float32],
    history: History,
    trainer: TrainerState | None,
    frames: tuple[Frame, ...],
) -> Run:
    return Run(
        number=decode(data["number"], int),
        setup=setup,
        parameters=parameters,
        history=history,
        trainer=trainer,
        events=_events(data["events"], setup),
        name=decode(data["name"], str),
        is_starred=decode(data["starred"], bool),
        ended=decode(data["ended"], str),
        frames=frames,
    )


def _frame_tensors(run: Run, prefix: str) -> dict[str, Array]:
    if not run.frames:
        return {}
    places = np.array([(frame.step, frame.epoch) for frame in run.frames], np.float64)
    return {prefix + _FRAMES: np.stack([frame.parameters for frame in run.frames]), prefix + _PLACES: places}


def _frames(own: dict[str, Array]) -> tuple[Frame, ...]:
    """The frames of a run, whose arrays are taken out of ``own``."""
    weights, places = own.pop(_FRAMES, None), own.pop(_PLACES, None)
    if weights is None and places is None:
        return ()
    if weights is None or places is None or weights.ndim != 2 or places.shape != (len(weights), 2):
        raise _damaged()
    if places.dtype != np.float64 or not (places == np.floor(np.clip(places, 0, 2**53))).all():
        raise _damaged()
    rows = zip(places.tolist(), _copied(weights), strict=True)
    return tuple(Frame(int(step), int(epoch), row) for (step, epoch), row in rows)


def _copied(weights: Array) -> NDArray[np.float32]:
    """A run's weights, copied: a view would keep the whole file in memory."""
    if weights.dtype != np.float32:
        raise _damaged()
    copy: NDArray[np.float32] = weights.copy()
    copy.flags.writeable = False
    return copy


def _events(data: Any, after: Setup) -> tuple[Event, ...]:
    if not isinstance(data, list):
        raise _damaged()
    events = []
    for item in data:
        _check_keys(item, {"epoch", "after", "before", "weights"})
        later = _setup(item["after"], after)
        earlier = _setup(item["before"], later)
        events.append(Event(decode(item["epoch"], float), earlier, later, decode(item["weights"], bool)))
        after = earlier
    return tuple(reversed(events))


def _difference(setup: Setup, reference: Setup) -> Description:
    return {
        each.name: encode(getattr(setup, each.name))
        for each in fields(Setup)
        if getattr(setup, each.name) != getattr(reference, each.name)
    }


def _setup(data: Any, reference: Setup) -> Setup:
    if not isinstance(data, Mapping) or not set(data) <= set(_PARTS):
        raise _damaged()
    parts = {
        name: decode(data[name], kind) if name in data else getattr(reference, name) for name, kind in _PARTS.items()
    }
    return Setup(**parts)


def _check_keys(data: Any, expected: set[str]) -> None:
    if not isinstance(data, dict) or set(data) != expected:
        raise _damaged()


def _damaged() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "what it has of earlier runs makes no sense"))
