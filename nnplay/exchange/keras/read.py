"""Files of Keras: their kind, and the model in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from nnplay.disk.reading import read_file
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.engine.reasons import reason_of
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.hdf5 import open_hdf5
from nnplay.exchange.keras.building import build
from nnplay.exchange.keras.description import describe, parse
from nnplay.exchange.keras.weights import by_class, by_name, count
from nnplay.exchange.model import Model

_MAX_FILE_SIZE = 1 << 28
_CONFIG, _WEIGHTS = "config.json", "model.weights.h5"
_MAX_CONFIG_SIZE = 16 << 20


def read_keras(path: Path) -> Model:
    """Return the model of a ``.keras`` archive or of a legacy ``.h5`` file.

    Raises
    ------
    ExchangeError
        If the file cannot be read, is not such a model, or has contents that nnplay lacks.
    """
    try:
        content = read_file(path, _MAX_FILE_SIZE)
        return _archive(content) if content[:2] == b"PK" else _legacy(content)
    except ExchangeError:
        raise
    except (OSError, NnplayError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read as a model: {reason}."),
            file=path.name,
            reason=reason_of(error),
        ) from error


def _archive(content: bytes) -> Model:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if _CONFIG not in archive.namelist():
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has no description of a Keras model"))
        config = parse(member(archive, _CONFIG, _MAX_CONFIG_SIZE))
        description = describe(config)
        weights = member(archive, _WEIGHTS, _MAX_FILE_SIZE)
    arrays = by_class(open_hdf5(weights), description.members)
    return build(description, arrays, count(arrays))


def _legacy(content: bytes) -> Model:
    root = open_hdf5(content)
    config, compiled = (root.attributes.get(name) for name in ("model_config", "training_config"))
    if not isinstance(config, str):
        raise DamagedError(
            QT_TRANSLATE_NOOP(
                "errors",
                "it has weights, but no layers: open a network and read the file as its weights",
            )
        )
    settings: dict[str, Any] = parse(compiled) if isinstance(compiled, str) else {}
    description = describe(parse(config), settings)
    arrays = by_name(root, description.members)
    return build(description, arrays, count(arrays))


def member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return one file of an archive, unpacked no further than its limit."""
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has no “{name}” in it"), name=name) from error
    if info.file_size > most:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is too large"))
    with archive.open(info) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is too large"))
    return content
