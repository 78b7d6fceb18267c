"""What can be wrong with a project, with an edit of it, and with its file."""

from __future__ import annotations

from nnplay.engine import NnplayError


class ProjectError(NnplayError):
    """The parts of a project do not fit together."""


class EditError(NnplayError):
    """An edit that cannot be made; the project is as it was."""


class ProjectFileError(NnplayError):
    """A project file that cannot be read or written."""
