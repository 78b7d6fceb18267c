"""Project files: one safetensors file, its metadata the project as JSON, its tensors the weights and curves.

Saving the same project gives the same bytes. There is one way to read such a file, for every door through which it
comes: it believes nothing, opens nothing else, and says what is wrong in a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice
from nnplay.disk.reading import read_file
from nnplay.disk.writing import write_file
from nnplay.engine import NetworkSpec, NnplayError, Part, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.engine.reasons import reason_of
from nnplay.project.classroom import Classroom
from nnplay.project.errors import ProjectFileError
from nnplay.project.experiment import KeptExperiment
from nnplay.project.history import CURVES, History
from nnplay.project.layout import layout
from nnplay.project.lesson_place import LessonPlace
from nnplay.project.project import Project
from nnplay.project.run import Run, Setup
from nnplay.project.run_edits import setup_of
from nnplay.project.seeds import Seeds
from nnplay.project.stop_rules import StopRules
from nnplay.project.storage import experiment_memory, run_memory, strict_json
from nnplay.project.storage.codec import decode, encode
from nnplay.project.storage.migrations import FORMAT_VERSION, migrated
from nnplay.project.storage.salvage import (
    CLASSROOM,
    CURVES_LOST,
    EXPERIMENTS,
    HISTORY_PREFIX,
    LESSON,
    POSITIONS,
    RUNS,
    STOP,
    TRAINER,
    Salvage,
    check_sums,
)
from nnplay.project.storage.tensor_file import Array, pack, unpack
from nnplay.project.storage.trainer_memory import PREFIX as TRAINER_PREFIX
from nnplay.project.storage.trainer_memory import can_be_kept, trainer_from, trainer_tensors

_METADATA_KEY = "nnplay"
_NOTES_KEY = "notes"
_MAX_FILE_SIZE = 1 << 29
_KEYS = {"version", "title", "network", "positions", "data", "training", "seeds", "step"}
_KEYS |= {"muted", "locked", "trainer", "lesson", "classroom", "stop", "seconds", "run", "runs", "experiments"}


@dataclass(frozen=True)
class Opened:
    """A project from a file.

    Attributes
    ----------
    missing
        A sentence for each part of the file that was damaged and is as at first.
    notes
        What was written beside the project; a user's file has none.
    """

    project: Project
    missing: tuple[NnplayError, ...] = ()
    notes: str = ""


def save(project: Project, path: Path) -> None:
    """Write a project to a file, all or nothing; what was written has been read again before the old file goes.

    Raises
    ------
    ProjectFileError
        If it cannot be written; a file that was there before is as it was.
    """
    try:
        write_file(path, to_bytes(project), check_reads_back)
    except (OSError, DamagedError) as error:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” was not saved: {reason}. What was there before is unchanged."),
            file=path,
            reason=reason_of(error),
        ) from error


def check_reads_back(content: bytes) -> None:
    """Raise DamagedError unless a file of this content opens as the project that it was made of."""
    if len(content) > _MAX_FILE_SIZE:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "it would be larger than {most} MB, the most that can be opened again"),
            most=_MAX_FILE_SIZE >> 20,
        )
    try:
        opened = _opened(Path(), content)
        is_same = not opened.missing and _says(content, *_described(opened.project))
    except (ValueError, NnplayError, RecursionError):
        is_same = False
    if not is_same:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it could not be opened again"))


def load(path: Path) -> Project:
    """Read a project from a file that is whole; what raises here for a damaged part, ``open_project`` tells.

    Raises
    ------
    ProjectFileError
        If the file cannot be read, is no project, is damaged anywhere, or comes from a newer version.
    """
    opened = open_project(path)
    if opened.missing:
        raise _damaged(path, opened.missing[0].__cause__ or opened.missing[0])
    return opened.project


def open_project(path: Path) -> Opened:
    """Read a project from a file, with sentences about parts that are damaged.

    Raises
    ------
    ProjectFileError
        If the file cannot be read, is no project, is damaged in what matters, or comes from a newer version.
    """
    try:
        content = read_file(path, _MAX_FILE_SIZE)
    except OSError as error:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be opened: {reason}."),
            file=path,
            reason=reason_of(error),
        ) from error
    return open_bytes(content, path)


def open_bytes(content: bytes, path: Path) -> Opened:
    """The project of a file's content; ``path`` is what sentences call it. Raises as ``open_project`` does."""
    try:
        return _opened(path, content)
    except ProjectFileError:
        raise
    except (ValueError, NnplayError, RecursionError) as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: BaseException) -> ProjectFileError:
    return ProjectFileError(
        QT_TRANSLATE_NOOP("errors", "“{file}” is damaged or not a project of nnplay: {reason}"),
        file=path,
        reason=reason_of(error),
    )


def to_bytes(project: Project, notes: str = "") -> bytes:
    """Return the content of a project's file; ``notes`` are for whoever writes copies of his own."""
    return sealed(*_described(project), notes)


def sealed(description: str, tensors: Mapping[str, Array], notes: str = "") -> bytes:
    """A file's content with a check sum over the project, so that no flipped bit goes unnoticed."""
    beside = {_NOTES_KEY: notes} if notes else {}
    return pack(tensors, {_METADATA_KEY: description} | check_sums(description, tensors) | beside)


def _says(content: bytes, description: str, tensors: Mapping[str, Array]) -> bool:
    """Return whether a file has this description and these very arrays; cheaper than making the file once more."""
    found, metadata = unpack(content)
    return (
        metadata.get(_METADATA_KEY) == description
        and found.keys() == tensors.keys()
        and all(np.array_equal(found[name], tensors[name], equal_nan=True) for name in tensors)
    )


def _described(project: Project) -> tuple[str, dict[str, Array]]:
    """Return the description and the arrays of a project's file."""
    tensors: dict[str, Array] = {
        f"{slot.node}/{slot.name}": slot.view(project.parameters) for slot in project.network.slots
    }
    tensors.update({HISTORY_PREFIX + name: getattr(project.history, name) for name in CURVES})
    # What an optimizer gathers may be infinite while the weights are not: it would be refused by the reader.
    trainer = project.trainer if project.trainer is not None and can_be_kept(project.trainer) else None
    if trainer is not None:
        tensors.update(trainer_tensors(trainer))
    tensors.update(run_memory.present_tensors(project.run, project.parameters))
    tensors.update(run_memory.earlier_tensors(project.runs))
    tensors.update(experiment_memory.tensors(project.experiments))
    setup = setup_of(project)
    description = {
        "version": FORMAT_VERSION,
        "title": project.title,
        "network": encode(project.network),
        "positions": {name: list(place) for name, place in project.positions.items()},
        "data": encode(project.data),
        "training": encode(project.training),
        "seeds": encode(project.seeds),
        "step": project.history.step,
        "seconds": project.history.seconds,
        "muted": encode(project.muted),
        "locked": list(project.locked),
        "trainer": None if trainer is None else trainer.values,
        "lesson": encode(project.lesson),
        "classroom": encode(project.classroom),
        "stop": encode(project.stop),
        "run": run_memory.present_run(project.run, setup),
        "runs": run_memory.earlier_runs(project.runs, setup),
        "experiments": experiment_memory.described(project.experiments),
    }
    return strict_json.dumps(description), tensors


def _opened(path: Path, content: bytes) -> Opened:
    tensors, metadata = unpack(content)
    if _METADATA_KEY not in metadata:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is a safetensors file, but not a project of nnplay."), file=path
        )
    description = strict_json.loads(metadata[_METADATA_KEY])
    version = description.get("version") if isinstance(description, dict) else None
    if type(version) is not int or version < 1:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its version is missing"))
    if version > FORMAT_VERSION:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” comes from a newer nnplay (format {found}, here {known}): update nnplay to open it."
            ),
            file=path,
            found=version,
            known=FORMAT_VERSION,
        )
    salvage = Salvage()
    salvage.check(metadata, metadata[_METADATA_KEY], tensors)
    description = migrated(description)
    if set(description) != _KEYS:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "its description lacks or adds {names}"),
            names=sorted(_KEYS ^ set(description))[:5],
        )
    project = _project(description, tensors, salvage)
    return Opened(project, tuple(salvage.missing), metadata.get(_NOTES_KEY, ""))


def _project(description: dict[str, Any], tensors: dict[str, Array], salvage: Salvage) -> Project:
    network = decode(description["network"], NetworkSpec)
    parameters = _parameters(network, tensors)
    history = salvage.part(CURVES_LOST, lambda: _history(description, tensors), History())
    trainer = None
    if description["trainer"] is not None:
        trainer = salvage.part(TRAINER, lambda: trainer_from(description["trainer"], tensors, network), None)
    setup = Setup(
        network=network,
        training=decode(description["training"], TrainingSettings),
        data=decode(description["data"], DataChoice),
        seeds=decode(description["seeds"], Seeds),
        muted=decode(description["muted"], tuple[Part, ...]),
    )
    run = salvage.part(
        RUNS,
        lambda: run_memory.present_run_from(description["run"], tensors, setup, parameters, history, trainer),
        run_memory.present_run_from(None, {}, setup, parameters, history, trainer),
    )
    no_runs: tuple[Run, ...] = ()
    runs = salvage.part(RUNS, lambda: run_memory.earlier_runs_from(description["runs"], tensors, setup), no_runs)
    no_experiments: tuple[KeptExperiment, ...] = ()
    experiments = salvage.part(
        EXPERIMENTS,
        lambda: experiment_memory.experiments_from(description["experiments"], tensors),
        no_experiments,
    )
    lost = tuple(error.template for error in salvage.missing)
    parts = {
        CURVES_LOST: HISTORY_PREFIX,
        TRAINER: TRAINER_PREFIX,
        RUNS: run_memory.PREFIX,
        EXPERIMENTS: experiment_memory.PREFIX,
    }
    prefixes = tuple(prefix for sentence, prefix in parts.items() if sentence in lost)
    left = [name for name in tensors if not name.startswith(prefixes)]
    if left:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "it has arrays that belong nowhere: {names}"), names=sorted(left)[:5]
        )
    return Project(
        title=decode(description["title"], str),
        network=network,
        positions=salvage.part(POSITIONS, lambda: _positions(description["positions"], network), layout(network)),
        parameters=parameters,
        data=setup.data,
        training=setup.training,
        seeds=setup.seeds,
        muted=setup.muted,
        locked=decode(description["locked"], tuple[str, ...]),
        trainer=trainer,
        lesson=salvage.part(LESSON, lambda: _lesson(description["lesson"]), None),
        classroom=salvage.part(CLASSROOM, lambda: decode(description["classroom"], Classroom), Classroom()),
        stop=salvage.part(STOP, lambda: decode(description["stop"], StopRules), StopRules()),
        run=run,
        runs=runs,
        experiments=experiments,
    )


def _history(description: dict[str, Any], tensors: dict[str, Array]) -> History:
    curves = {name: _take(tensors, HISTORY_PREFIX + name, np.float64) for name in CURVES}
    return History(**curves, step=decode(description["step"], int), seconds=decode(description["seconds"], float))


def _lesson(data: object) -> LessonPlace | None:
    return None if data is None else decode(data, LessonPlace)


def _parameters(network: NetworkSpec, tensors: dict[str, Array]) -> NDArray[np.float32]:
    # The arrays are there, in full, before the vector is made: a description cannot ask for more than the file has.
    arrays = [_take(tensors, f"{slot.node}/{slot.name}", np.float32, slot.shape) for slot in network.slots]
    vector = np.concatenate([array.ravel() for array in arrays]) if arrays else np.empty(0, np.float32)
    vector.flags.writeable = False
    return vector


def _take(tensors: dict[str, Array], name: str, dtype: type[Any], shape: tuple[int, ...] | None = None) -> Array:
    array = tensors.pop(name, None)
    if array is None or array.dtype != dtype or (shape is not None and array.shape != shape):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its array {name} is missing or has another form"), name=name)
    # Curves are copied: a view would keep the whole file in memory.
    return array if shape is not None else array.astype(dtype)


def _positions(data: object, network: NetworkSpec) -> dict[str, tuple[float, float]]:
    if not isinstance(data, dict) or set(data) != set(network.shapes):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "the places of its layers are missing"))
    positions = {name: decode(place, tuple[float, ...]) for name, place in data.items()}
    if any(len(place) != 2 for place in positions.values()):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "a layer's place is not two numbers"))
    return {name: (place[0], place[1]) for name, place in positions.items()}
