"""DownloadDialog: shows source and size and asks before anything is downloaded; a download can be cancelled and
resumed.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.background import Operation
from nnplay.data.download import download
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.data.publications import Publication
from nnplay.engine import NnplayError

_PERMILLE = 1000
_WIDTH = 460


class DownloadDialog(QDialog):
    """Downloads a publication into a folder after the person has agreed.

    Signals
    -------
    downloaded(Path)
        The folder has all files, and each has been checked.
    """

    downloaded = Signal(object)

    def __init__(self, publication: Publication, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._publication = publication
        self._folder = folder
        self._operation = Operation(self)
        self.setWindowTitle(self.tr("Download {title}").format(title=publication.title))
        self.setMinimumWidth(_WIDTH)
        locale = QLocale()
        text = self.tr(
            "{title} is {size} in {n} files. It is published at {source} and comes from:\n{mirrors}\nIt will be "
            "saved in"
            " {folder}. Every file is checked after the download."
        )
        facts = QLabel(
            text.format(
                title=publication.title,
                size=locale.formattedDataSize(publication.size),
                n=len(publication.files),
                source=publication.source,
                mirrors="\n".join(publication.mirrors),
                folder=folder,
            )
        )
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar()
        self._progress.setRange(0, _PERMILLE)
        self._state = QLabel()
        self._state.setProperty("look", "muted")
        self._problem = QLabel()
        self._problem.setProperty("look", "error")
        for label in (facts, self._state, self._problem):
            label.setWordWrap(True)
        buttons = QDialogButtonBox()
        self._start = buttons.addButton(self.tr("Download"), QDialogButtonBox.ButtonRole.ActionRole)
        self._start.setProperty("look", "primary")
        self._start.setDefault(True)
        self._cancel = buttons.addButton(self.tr("Not now"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.MEDIUM)
        for widget in (facts, self._progress, self._state, self._problem, buttons):
            column.addWidget(widget)
        for widget in (self._progress, self._state, self._problem):
            widget.hide()
        self._start.clicked.connect(self._on_start_clicked)
        buttons.rejected.connect(self._on_rejected)
        self._operation.done.connect(self._on_done)
        self._operation.failed.connect(self._on_failed)
        self._operation.progressed.connect(self._on_progressed)

    def done(self, result: int) -> None:
        """Close; what has been downloaded is kept for the next time."""
        self._operation.close()
        super().done(result)

    @Slot()
    def _on_start_clicked(self) -> None:
        self._problem.hide()
        self._progress.show()
        self._start.setEnabled(False)
        self._cancel.setText(self.tr("Cancel"))
        self._operation.begin(partial(_fetch, self._publication, self._folder))

    @Slot()
    def _on_rejected(self) -> None:
        """Cancel a running download; if there is none, close."""
        if not self._operation.is_under_way:
            self.reject()
            return
        self._operation.close()
        self._state.setText(self.tr("Cancelled. What has arrived is kept: the next download resumes there."))
        self._state.show()
        self._offer_again()

    @Slot(object)
    def _on_done(self, folder: Path) -> None:
        self.downloaded.emit(folder)
        self.accept()

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._state.hide()
        self._problem.setText(sentence(error))
        self._problem.show()
        self._offer_again()

    def _offer_again(self) -> None:
        self._start.setText(self.tr("Go on"))
        self._start.setEnabled(True)
        self._cancel.setText(self.tr("Close"))

    @Slot(float, str)
    def _on_progressed(self, fraction: float, _text: str) -> None:
        self._progress.setValue(round(_PERMILLE * fraction))
        locale, size = QLocale(), self._publication.size
        text = self.tr("{done} of {all}")
        done = locale.formattedDataSize(round(fraction * size))
        self._state.setText(text.format(done=done, all=locale.formattedDataSize(size)))
        self._state.show()


def _fetch(publication: Publication, folder: Path, report: ReportProgress, should_cancel: ShouldCancel) -> Path:
    download(publication, folder, report, should_cancel)
    return folder
