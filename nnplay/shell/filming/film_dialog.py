"""FilmDialog: asks what a film of the run should show, takes its pictures, and writes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence, system_reason
from nnplay.background import Operation
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.disk.names import name_of
from nnplay.disk.writing import WouldReplaceError, write_files
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange import ExchangeError
from nnplay.panels.widgets.replace_question import ask_to_replace
from nnplay.panels.widgets.spin_box import SpinBox
from nnplay.shell.filming.camera import Camera
from nnplay.shell.filming.film_file import film_files
from nnplay.shell.session import Session, shown_title
from nnplay.shell.settings import Settings

_PICTURES = (2, 400)
_USUAL_PICTURES = 100
_SECONDS = (1, 120)
_USUAL_SECONDS = 8
_WIDTH = 340
_SIZES = (25, 50, 100, 200)
"""Per cent of what is on the screen."""

Scene = tuple[Callable[[], QWidget], bool]
"""What brings a widget into view and returns it, and whether a caption should say the epoch."""


class FilmDialog(QDialog):
    """Four fields, a bar of progress, and the buttons to save or to stop.

    Parameters
    ----------
    scenes
        What can be filmed, by its title.

    Signals
    -------
    saved(Path)
        The film is written.
    """

    saved = Signal(object)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        scenes: Mapping[str, Scene],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Film of the run"))
        self._session, self._settings, self._scenes = session, settings, scenes
        self._camera = Camera(session.time_machine, session.controller, self)
        self._operation = Operation(self)
        self._path = Path()
        self.scene = QComboBox()
        self.scene.addItems(list(scenes))
        self.form = QComboBox()
        self.form.addItem(self.tr("Animated GIF"), "gif")
        self.form.addItem(self.tr("One PNG for each picture"), "png")
        machine = session.time_machine
        n_epochs = machine.last_epoch - machine.first_epoch + 1
        self.n_pictures = SpinBox()
        self.n_pictures.setRange(_PICTURES[0], max(_PICTURES[0], min(_PICTURES[1], n_epochs)))
        self.n_pictures.setValue(_USUAL_PICTURES)
        self.seconds = SpinBox()
        self.seconds.setRange(*_SECONDS)
        self.seconds.setValue(_USUAL_SECONDS)
        self.seconds.setSuffix(self.tr(" s"))
        self.size_box = QComboBox()
        for size in _SIZES:
            self.size_box.addItem(f"{size} %", size)
        self.size_box.setCurrentIndex(_SIZES.index(100))
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("look", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Filming"))
        self.save = QPushButton(self.tr("&Save…"))
        self.save.setDefault(True)
        self.save.setProperty("look", "primary")
        self._lay_out()
        self.save.clicked.connect(self._on_save_clicked)
        self.form.currentIndexChanged.connect(self._show_form)
        self._camera.taken.connect(self._on_taken)
        self._camera.finished.connect(self._write)
        self._operation.done.connect(self._on_written)
        self._operation.failed.connect(self._on_failed)
        self._operation.progressed.connect(self._on_progressed)
        self._show_busy(is_busy=False)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("S&how"), self.scene)
        form.addRow(self.tr("&Format"), self.form)
        form.addRow(self.tr("&Pictures"), self.n_pictures)
        form.addRow(self.tr("&Length"), self.seconds)
        form.addRow(self.tr("Si&ze"), self.size_box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.MEDIUM)
        column.addLayout(form)
        column.addWidget(self._note)
        column.addWidget(self.bar)
        column.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
        self._note.hide()

    def epochs(self) -> Sequence[int]:
        """Return the epochs that are filmed: evenly chosen, with the first and the last."""
        machine = self._session.time_machine
        places = np.linspace(machine.first_epoch, machine.last_epoch, self.n_pictures.value())
        return [int(place) for place in np.unique(places.round())]

    @Slot()
    def _show_form(self) -> None:
        self.seconds.setEnabled(self.form.currentData() == "gif" and not self._camera.is_busy)

    def _show_busy(self, *, is_busy: bool) -> None:
        for field in (self.scene, self.form, self.n_pictures, self.size_box, self.save):
            field.setEnabled(not is_busy)
        self._show_form()
        self.bar.setVisible(is_busy)

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))

    # -- the film -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_save_clicked(self) -> None:
        ending = self.form.currentData()
        dialog = QFileDialog(self, self.tr("Film of the run"), self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{self.form.currentText()} (*.{ending})"])
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{name_of(shown_title(self._session.document.project), 'network')}.{ending}")
        dialog.fileSelected.connect(self.film)
        dialog.open()

    @Slot(str)
    def film(self, path: str) -> None:
        """Take the pictures, and write them to a file, or to files with its name and a number."""
        self._path = Path(path)
        self._settings.last_folder = str(self._path.parent)
        self._say(self.tr("Taking pictures…"))
        self._session.controller.pause()
        find, is_captioned = self._scenes[self.scene.currentText()]
        widget, epochs = find(), self.epochs()
        share = self.size_box.currentData() / 100
        self.bar.setRange(0, len(epochs))
        self.bar.setValue(0)
        self._show_busy(is_busy=True)
        size = QSize(round(widget.width() * share), round(widget.height() * share))
        self._camera.begin(widget, size, epochs, is_captioned=is_captioned)

    @Slot(int)
    def _on_taken(self, n_pictures: int) -> None:
        self.bar.setValue(n_pictures)

    @Slot()
    def _write(self, agreed: Collection[Path] = ()) -> None:
        self._say(self.tr("Writing the film…"))
        self._show_busy(is_busy=True)
        self.bar.setRange(0, 100)
        self._operation.begin(
            partial(_write, list(self._camera.pictures), self.seconds.value(), self._path, tuple(agreed))
        )

    @Slot(float, str)
    def _on_progressed(self, share: float, _text: str) -> None:
        self.bar.setValue(round(100 * share))

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self.saved.emit(path)
        self.accept()

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._show_busy(is_busy=False)
        self._say("")
        if isinstance(error, WouldReplaceError):
            paths = error.paths
            ask_to_replace(paths, self, lambda: self._write(paths))
        else:
            self._say(sentence(error))

    def done(self, result: int) -> None:
        """Stop what is going on."""
        if self._camera.is_busy:
            self._camera.stop()
        self._operation.stop()
        super().done(result)


def _write(
    pictures: list[bytes],
    seconds: float,
    path: Path,
    agreed: Collection[Path],
    report: ReportProgress,
    should_cancel: ShouldCancel,
) -> Path:
    """Write a film; files other than the named one are replaced only if the person has agreed."""
    contents = film_files(pictures, seconds, path, lambda share: report(share, ""), should_cancel)
    try:
        write_files(contents, named={path, *agreed})
    except OSError as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” was not written: {reason}."), file=path, reason=system_reason(error)
        ) from error
    return next(iter(contents))
