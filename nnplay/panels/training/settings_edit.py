"""SettingsEdit: how every field of training changes the document: one undoable edit, or an error message."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nnplay.engine import NnplayError, TrainingSettings
from nnplay.project import Project, edits

if TYPE_CHECKING:
    from nnplay.document import Document, EditName

Change = Callable[[TrainingSettings], TrainingSettings]


class SettingsEdit:
    """The training settings of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @property
    def settings(self) -> TrainingSettings:
        """The present settings."""
        return self._document.project.training

    def perform(self, text: EditName, change: Change, merge_key: str | None = None) -> None:
        """Change the settings; if that fails, report it and change nothing."""

        def edit(project: Project) -> Project:
            settings = change(project.training)
            return project if settings == project.training else edits.set_training(project, settings)

        try:
            self._document.perform(text, edit, merge_key)
        except NnplayError as error:
            self._document.report(error)
