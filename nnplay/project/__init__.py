"""The project as one frozen value, the edits that change it, presets, and the project file; no Qt."""

from nnplay.project.errors import EditError, ProjectError, ProjectFileError
from nnplay.project.layout import layout
from nnplay.project.project import History, Project, Seeds
from nnplay.project.stop_rules import StopRules

__all__ = [
    "EditError",
    "History",
    "Project",
    "ProjectError",
    "ProjectFileError",
    "Seeds",
    "StopRules",
    "layout",
]
