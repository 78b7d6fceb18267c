"""The starter network, which ships with nnplay and reads digits before anything is trained or downloaded."""

from __future__ import annotations

import contextlib
from pathlib import Path

from nnplay import resources
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.project import Project
from nnplay.project.storage.file import load, save

_KEPT = "my-network.nnplay"

TITLE = QT_TRANSLATE_NOOP("presets", "Starter network")


def starter() -> Project:
    """The project in ``resources/starter``, an ordinary one; ``packaging/starter_model.py`` makes it.

    Raises
    ------
    ProjectFileError
        If the file has been lost or damaged.
    """
    return load(resources.path("starter", "digits.nnplay"))


def kept_starter(folder: Path) -> Project | None:
    """The starter network as a person has taught it and kept it in a folder; None if they have not.

    Raises
    ------
    ProjectFileError
        If the file is damaged.
    """
    path = folder / _KEPT
    return load(path) if path.exists() else None


def keep_starter(project: Project, folder: Path) -> None:
    """Have this be the starter network from now on; ProjectFileError if it cannot be written."""
    with contextlib.suppress(OSError):  # of which the saving tells
        folder.mkdir(parents=True, exist_ok=True)
    save(project, folder / _KEPT)


def forget_starter(folder: Path) -> None:
    """Have the one that ships with nnplay be the starter network again; OSError if that fails."""
    (folder / _KEPT).unlink(missing_ok=True)
