"""The project as one frozen value, the edits that change it, presets, and the project file; no Qt."""

from nnplay.project.errors import EditError, ProjectError, ProjectFileError
from nnplay.project.history import History
from nnplay.project.layout import layout
from nnplay.project.project import Project
from nnplay.project.run import Event, Run, Setup
from nnplay.project.seeds import Seeds
from nnplay.project.stop_rules import StopRules

__all__ = [
    "EditError",
    "Event",
    "History",
    "Project",
    "ProjectError",
    "ProjectFileError",
    "Run",
    "Seeds",
    "Setup",
    "StopRules",
    "layout",
]
