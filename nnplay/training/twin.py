"""Twin: the run beside the present one that differs from it in one thing, for everyone who shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from nnplay.project import Project, Run, run_edits
from nnplay.training.companion import Companion
from nnplay.training.controller import TrainingController


class Twin(QObject):
    """Whether there is a twin, and what it has learned; its run is one of the project's runs whenever nothing runs.

    Signals
    -------
    changed() : a twin has begun or ended, or has news.
    """

    changed = Signal()

    def __init__(self, controller: TrainingController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        controller.reported.connect(self._on_reported)

    @property
    def companion(self) -> Companion | None:
        """The run in progress or paused; None without a twin."""
        return self._controller.companion

    @property
    def number(self) -> int | None:
        """The number of its run; None without a twin."""
        return None if self.companion is None else self.companion.number

    def begin(self, companion: Companion | None) -> None:
        """Have the next runs train this one as well; None for none."""
        self._controller.companion = companion
        self.changed.emit()

    def runs_beside(self, project: Project) -> tuple[Run, ...]:
        """Return the project's earlier runs, with that of the twin as it is now."""
        run = None if self.companion is None else self.companion.run()
        return project.runs if run is None else run_edits.keep_run(project, run).runs

    def kept_in(self, project: Project, ended: str = "") -> Project:
        """Return the project with what the twin has learned until now."""
        if self.companion is None:
            return project
        self.companion.take_news()
        run = self.companion.run(ended)
        return project if run is None else run_edits.keep_run(project, run)

    @Slot()
    def _on_reported(self) -> None:
        if self.companion is not None and self.companion.take_news():
            self.changed.emit()
