"""A project as one short line of text, to be pasted into a chat and opened again: the network with its settings.

``nnplay:`` stands before it, then base64 of the compressed description with a check sum in front. It holds what a file
holds except the curves; weights only while they are few and not those of the seed, which a reader draws anew.
"""

from __future__ import annotations

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice
from nnplay.engine import NetworkSpec, NnplayError, Part, TrainingSettings, initial_parameters
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.errors import ProjectFileError
from nnplay.project.layout import layout
from nnplay.project.project import Project
from nnplay.project.seeds import Seeds
from nnplay.project.storage import strict_json
from nnplay.project.storage.codec import decode, encode
from nnplay.project.storage.migrations import with_class_order

PREFIX = "nnplay:"
MAX_LENGTH = 20_000
"""Most characters of a line: more is no text for a chat."""

_MOST_WEIGHTS = 2_000
_MAX_UNPACKED = 1 << 20
_CHECK_BYTES = 6
_VERSION = 1


def to_text(project: Project) -> str:
    """The line.

    Raises
    ------
    ProjectFileError
        If it would be longer than ``MAX_LENGTH``.
    """
    description: dict[str, object] = {
        "version": _VERSION,
        "title": project.title,
        "network": encode(project.network),
        "data": encode(project.data),
        "training": encode(project.training),
        "seeds": encode(project.seeds),
        "muted": encode(project.muted),
    }
    positions = {name: list(place) for name, place in project.positions.items()}
    if positions != {name: list(place) for name, place in layout(project.network).items()}:
        description["positions"] = positions
    start = initial_parameters(project.network, project.seeds.generator("weights"))
    packed = zlib.compress(strict_json.dumps(description).encode(), 9)
    weights = b""
    if not np.array_equal(start, project.parameters) and project.parameters.size <= _MOST_WEIGHTS:
        weights = project.parameters.astype("<f4").tobytes()
    content = len(packed).to_bytes(4, "little") + packed + weights
    line = PREFIX + urlsafe_b64encode(sha256(content).digest()[:_CHECK_BYTES] + content).decode().rstrip("=")
    if len(line) > MAX_LENGTH:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "The project is too large for a line of text: send its file instead."),
        )
    return line


def from_text(text: str) -> Project:
    """The project of a line; spaces and line ends that a chat has put in do not matter.

    Raises
    ------
    ProjectFileError
        If the line is damaged, too long, or comes from a newer version.
    """
    try:
        return _project(_content("".join(text.split())))
    except ProjectFileError:
        raise
    except (ValueError, NnplayError, RecursionError, zlib.error) as error:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "The text is damaged or not an nnplay project: copy the whole line again.")
        ) from error


def _content(line: str) -> bytes:
    if not line.startswith(PREFIX) or len(line) > MAX_LENGTH:
        raise ValueError("it does not begin like a project")
    body = line.removeprefix(PREFIX)
    packed = urlsafe_b64decode(body + "=" * (-len(body) % 4))
    check, content = packed[:_CHECK_BYTES], packed[_CHECK_BYTES:]
    if check != sha256(content).digest()[:_CHECK_BYTES]:
        raise ValueError("its check sum is another")
    return content


def _project(content: bytes) -> Project:
    length = int.from_bytes(content[:4], "little")
    unpacking = zlib.decompressobj()
    unpacked = unpacking.decompress(content[4 : 4 + length], _MAX_UNPACKED)
    if not unpacking.eof or unpacking.unconsumed_tail or unpacking.unused_data:
        raise ValueError("it is longer than any project")
    description: dict[str, Any] = strict_json.loads(unpacked.decode())
    version = description.get("version") if isinstance(description, dict) else None
    if type(version) is int and version > _VERSION:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "The text comes from a newer nnplay: update nnplay to open it.")
        )
    known = {"version", "title", "network", "data", "training", "seeds", "muted"}
    if version != _VERSION or set(description) - {"positions"} != known:
        raise ValueError("its description lacks or adds something")
    network = decode(description["network"], NetworkSpec)
    seeds = decode(description["seeds"], Seeds)
    positions = layout(network)
    if "positions" in description:
        places = description["positions"]
        if not isinstance(places, dict):
            raise ValueError("the places are missing")
        positions = {name: decode(place, tuple[float, float]) for name, place in places.items()}
    return Project(
        title=decode(description["title"], str),
        network=network,
        positions=positions,
        parameters=_weights(network, seeds, content[4 + length :]),
        data=decode(with_class_order(description["data"]), DataChoice),
        training=decode(description["training"], TrainingSettings),
        seeds=seeds,
        muted=decode(description["muted"], tuple[Part, ...]),
    )


def _weights(network: NetworkSpec, seeds: Seeds, content: bytes) -> NDArray[np.float32]:
    if not content:
        return initial_parameters(network, seeds.generator("weights"))
    return np.frombuffer(content, "<f4").astype(np.float32)
