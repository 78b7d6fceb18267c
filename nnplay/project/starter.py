"""The starter network, which ships with nnplay and reads digits before anything is trained or downloaded."""

from __future__ import annotations

from nnplay import resources
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.file import load
from nnplay.project.project import Project

TITLE = QT_TRANSLATE_NOOP("presets", "Starter network")


def starter() -> Project:
    """The project in ``resources/starter``, an ordinary one; ``packaging/starter_model.py`` makes it.

    Raises
    ------
    ProjectFileError
        If the file has been lost or damaged.
    """
    return load(resources.path("starter", "digits.nnplay"))
