"""StarterNetwork: the network for handwriting that comes with nnplay, with what the person has taught it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from nnplay.appearance.sentences import system_reason
from nnplay.engine import NnplayError
from nnplay.panels.try_it.drawing.teaching import TeachingView
from nnplay.project.starter import forget_starter, keep_starter, kept_starter, starter

if TYPE_CHECKING:
    from nnplay.project import Project


class StarterNetwork(QObject):
    """Loads the network when it is first needed, keeps it or resets it, and tells the teaching view.

    Signals
    -------
    changed()
        Its weights have changed.
    """

    changed = Signal()

    def __init__(self, folder: Path, teaching: TeachingView) -> None:
        super().__init__(teaching)
        self._folder = folder
        self._teaching = teaching
        self._project: Project | None = None
        teaching.keep_wanted.connect(self._keep)
        teaching.forget_wanted.connect(self._forget)

    @property
    def project(self) -> Project:
        """The network as a project."""
        if self._project is None:
            try:
                kept = kept_starter(self._folder)
            except NnplayError as error:
                kept = None
                self._teaching.tell(str(error))
            self._project = kept or starter()
            self._teaching.show_taught(is_taught=kept is not None, is_kept=kept is not None)
        return self._project

    def learn(self, parameters: NDArray[np.float32]) -> None:
        """Use the weights (n_parameters,) with which it has learned the person's digits."""
        self._project = replace(self.project, parameters=parameters)
        self._teaching.show_taught(is_taught=True, is_kept=False)
        self.changed.emit()

    @Slot()
    def _keep(self) -> None:
        try:
            keep_starter(self.project, self._folder)
        except NnplayError as error:
            self._teaching.tell(str(error))
            return
        self._teaching.show_taught(is_taught=True, is_kept=True)
        self._teaching.tell(self.tr("Kept: the starter network will read like this next time, too."))

    @Slot()
    def _forget(self) -> None:
        try:
            forget_starter(self._folder)
        except OSError as error:
            self._teaching.tell(self.tr("Not reset: {reason}").format(reason=system_reason(error)))
            return
        self._project = None
        self._teaching.tell(self.tr("The starter network is again as it came with nnplay."))
        self.changed.emit()
