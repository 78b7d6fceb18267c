"""Project files: one safetensors file, its metadata the project as JSON, its tensors the weights and curves.

Saving the same project gives the same bytes. There is one way to read such a file, for every door through which it
comes: it believes nothing, opens nothing else, and says what is wrong in a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
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
from nnplay.project.lesson_place import LessonPlace
from nnplay.project.project import CURVES, History, Project, Seeds
from nnplay.project.stop_rules import StopRules
from nnplay.project.storage import strict_json
from nnplay.project.storage.codec import decode, encode
from nnplay.project.storage.migrations import FORMAT_VERSION, migrated
from nnplay.project.storage.tensor_file import Array, pack, unpack
from nnplay.project.storage.trainer_memory import trainer_from, trainer_tensors

_METADATA_KEY = "nnplay"
_CHECKSUM_KEY = "sha256"
_HISTORY_PREFIX = "history."  # a parameter's name always has a slash, so the two cannot be confused
_MAX_FILE_SIZE = 1 << 29
_KEYS = {"version", "title", "network", "positions", "data", "training", "seeds", "step"}
_KEYS |= {"muted", "locked", "trainer", "lesson", "classroom", "stop", "seconds"}


def save(project: Project, path: Path) -> None:
    """Write a project to a file, all or nothing.

    Raises
    ------
    ProjectFileError
        If it cannot be written; a file that was there before is as it was.
    """
    try:
        write_file(path, to_bytes(project))
    except OSError as error:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” was not saved: {reason}. What was there before is unchanged."),
            file=path,
            reason=reason_of(error),
        ) from error


def load(path: Path) -> Project:
    """Read a project from a file.

    Raises
    ------
    ProjectFileError
        If the file cannot be read, is no project, is damaged, or comes from a newer version.
    """
    try:
        content = read_file(path, _MAX_FILE_SIZE)
    except OSError as error:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be opened: {reason}."),
            file=path,
            reason=reason_of(error),
        ) from error
    return from_bytes(content, path)


def from_bytes(content: bytes, path: Path) -> Project:
    """The project in a file's content; ``path`` is what errors call it.

    Raises
    ------
    ProjectFileError
        If the content is no project, is damaged, or comes from a newer version.
    """
    try:
        return _from_bytes(path, content)
    except ProjectFileError:
        raise
    except (ValueError, NnplayError, RecursionError) as error:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is damaged or not a project of nnplay: {reason}"),
            file=path,
            reason=reason_of(error),
        ) from error


def to_bytes(project: Project) -> bytes:
    """The content of a project's file."""
    tensors: dict[str, Array] = {
        f"{slot.node}/{slot.name}": slot.view(project.parameters) for slot in project.network.slots
    }
    tensors.update({_HISTORY_PREFIX + name: getattr(project.history, name) for name in CURVES})
    if project.trainer is not None:
        tensors.update(trainer_tensors(project.trainer))
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
        "trainer": None if project.trainer is None else project.trainer.values,
        "lesson": encode(project.lesson),
        "classroom": encode(project.classroom),
        "stop": encode(project.stop),
    }
    return sealed(strict_json.dumps(description), tensors)


def sealed(description: str, tensors: Mapping[str, Array]) -> bytes:
    """A file's content with a check sum over all that it says, so that no flipped bit goes unnoticed."""
    return pack(tensors, {_METADATA_KEY: description, _CHECKSUM_KEY: _checksum(description, tensors)})


def _from_bytes(path: Path, content: bytes) -> Project:
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
    if metadata.get(_CHECKSUM_KEY) != _checksum(metadata[_METADATA_KEY], tensors):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its check sum is another"))
    description = migrated(description)
    if set(description) != _KEYS:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "its description lacks or adds {names}"),
            names=sorted(_KEYS ^ set(description))[:5],
        )
    return _project(description, tensors)


def _checksum(description: str, tensors: Mapping[str, Array]) -> str:
    checksum = sha256(description.encode())
    for name, array in sorted(tensors.items()):
        checksum.update(f"{name} {array.dtype} {array.shape}".encode())
        checksum.update(np.ascontiguousarray(array).tobytes())
    return checksum.hexdigest()


def _project(description: dict[str, Any], tensors: dict[str, Array]) -> Project:
    network = decode(description["network"], NetworkSpec)
    curves = {name: _take(tensors, _HISTORY_PREFIX + name, np.float64) for name in CURVES}
    parameters = _parameters(network, tensors)
    trainer = description["trainer"]
    if trainer is not None:
        trainer = trainer_from(trainer, tensors, network)
    if tensors:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "it has arrays that belong nowhere: {names}"), names=sorted(tensors)[:5]
        )
    return Project(
        title=decode(description["title"], str),
        network=network,
        positions=_positions(description["positions"]),
        parameters=parameters,
        data=decode(description["data"], DataChoice),
        training=decode(description["training"], TrainingSettings),
        seeds=decode(description["seeds"], Seeds),
        history=History(**curves, step=decode(description["step"], int), seconds=decode(description["seconds"], float)),
        muted=decode(description["muted"], tuple[Part, ...]),
        locked=decode(description["locked"], tuple[str, ...]),
        trainer=trainer,
        lesson=None if description["lesson"] is None else decode(description["lesson"], LessonPlace),
        classroom=decode(description["classroom"], Classroom),
        stop=decode(description["stop"], StopRules),
    )


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


def _positions(data: object) -> dict[str, tuple[float, float]]:
    if not isinstance(data, dict):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "the places of its layers are missing"))
    positions = {name: decode(place, tuple[float, ...]) for name, place in data.items()}
    if any(len(place) != 2 for place in positions.values()):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "a layer's place is not two numbers"))
    return {name: (place[0], place[1]) for name, place in positions.items()}
