"""EarlierExperiments: the experiments that the project keeps, and the way back to each, or to a folder of results."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from nnplay.appearance.accessible import listed
from nnplay.background import Operation
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.document import Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.experiments.experiment import Experiment
from nnplay.panels.experiments.finished import FinishedCell
from nnplay.panels.experiments.kept import read_results, result_of
from nnplay.panels.training.control_names import control_title
from nnplay.project import run_edits
from nnplay.project.experiment import KeptExperiment
from nnplay.runs.sweeps.opened_folder import read_sweep

Found = tuple[tuple[str, ...], list[FinishedCell]]


class EarlierExperiments(QPushButton):
    """A button with a menu. The newest experiment of a project that is opened is shown at once."""

    def __init__(self, document: Document, experiment: Experiment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Ea&rlier"))
        self.setToolTip(self.tr("Experiments that are saved with the project"))
        self._document, self._experiment = document, experiment
        self._shown: KeptExperiment | None = None
        self._reader = Operation(self)
        self._reader.done.connect(self._on_read)
        self._reader.failed.connect(document.report)
        self.setMenu(QMenu(self))
        self._open = QAction(self.tr("Open results of “nnplay sweep”…"), self)
        self._open.setToolTip(self.tr("Show the networks in a folder that “nnplay sweep -o” has written"))
        self._delete = QAction(self.tr("Delete this experiment"), self)
        self._delete.setToolTip(self.tr("Take the experiment shown out of the project; Undo takes that back"))
        self._open.triggered.connect(self._on_open_triggered)
        self._delete.triggered.connect(self._on_delete_triggered)
        experiment.ended.connect(self._on_ended)

    def refresh(self) -> None:
        """Offer the project's experiments, and show the newest if none has been shown."""
        kept = self._document.project.experiments
        self.setVisible(bool(kept))
        menu = self.menu()
        menu.clear()
        for number, each in enumerate(kept, 1):
            title = self.tr("{number}: {axes} (%Ln network(s))", "", len(each.cells))
            axes = listed([control_title(axis) for axis in each.axes]) or self.tr("other starts")
            action = menu.addAction(title.format(number=number, axes=axes))
            action.triggered.connect(partial(self.show_kept, each))
        if kept and not self._experiment.cells and not self._reader.is_under_way:
            self.show_kept(kept[-1])

    def actions_of_panel(self) -> Sequence[QAction]:
        """Return what the panel's menu offers."""
        self._delete.setEnabled(any(each is self._shown for each in self._document.project.experiments))
        return [self._open, self._delete]

    def show_kept(self, kept: KeptExperiment) -> None:
        """Show an experiment of the project."""
        self._shown = kept
        results = [result_of(cell) for cell in kept.cells]

        def work(report: ReportProgress, should_cancel: ShouldCancel) -> Found:
            return kept.axes, read_results(results, report, should_cancel)

        self._reader.begin(work)

    @Slot(str)
    def open_folder(self, folder: str) -> None:
        """Show the results in a folder."""
        self._shown = None

        def work(report: ReportProgress, should_cancel: ShouldCancel) -> Found:
            axes, results = read_sweep(Path(folder))
            return axes, read_results(results, report, should_cancel)

        self._reader.begin(work)

    @Slot(object)
    def _on_read(self, found: Found) -> None:
        self._experiment.show_finished(*found)

    @Slot(object)
    def _on_ended(self, kept: KeptExperiment) -> None:
        self._shown = kept

    @Slot()
    def _on_open_triggered(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Open results"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.open_folder)
        dialog.open()

    @Slot()
    def _on_delete_triggered(self) -> None:
        shown = self._shown
        if shown is None:
            return
        try:
            text = EditName(QT_TRANSLATE_NOOP("steps", "Delete an experiment"))
            self._document.perform(text, partial(run_edits.delete_experiment, experiment=shown))
        except NnplayError as error:
            self._document.report(error)
