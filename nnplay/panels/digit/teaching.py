"""TeachingView: say what a drawing is, keep it among one's own digits, and let the network learn them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from nnplay.data.drawing import DIGITS, Bytes
from nnplay.engine import NnplayError
from nnplay.look import metrics
from nnplay.panels.digit.reader import Reading
from nnplay.project.fine_tuning import FineTuning, fine_tune
from nnplay.project.own_digits import NO_DIGITS, OwnDigits, export_idx, export_npz, load_own, save_own

if TYPE_CHECKING:
    from nnplay.training import TrainingController


class TeachingView(QWidget):
    """Ten buttons, what is kept, and what learning it gave.

    Parameters
    ----------
    folder
        Where the drawings are kept.

    Signals
    -------
    learned(FineTuning)
        The network of the last reading has learned them; its weights are for whoever owns it.
    folder_wanted(Path)
        The person wants the project to learn from this folder.
    """

    learned = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, controller: TrainingController, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._own: OwnDigits | None = None  # read when first needed
        self._picture: Bytes | None = None
        self._reading: Reading | None = None
        self._look = controller.new_look(self)
        self._look.answered.connect(self._on_learned)
        self._look.failed.connect(self._on_failed)
        self._buttons = [QPushButton(digit) for digit in DIGITS]
        self._state = QLabel()
        self._state.setProperty("look", "caption")
        self._state.setWordWrap(True)
        self._learn = QPushButton(self.tr("&Learn them"))
        self._learn.setToolTip(
            self.tr("Train on your drawings mixed with generated digits, so that the others are not forgotten")
        )
        self._learn.clicked.connect(self._on_learn_clicked)
        self._more = QPushButton(self.tr("More"))
        menu = QMenu(self._more)
        menu.addAction(self.tr("Export as NumPy file (npz)…"), self._ask_npz)
        menu.addAction(self.tr("Export as MNIST files (IDX)…"), self._ask_idx)
        menu.addAction(self.tr("Export and train the project on them…"), self._ask_project)
        menu.addSeparator()
        menu.addAction(self.tr("Forget the last drawing"), self._forget_last)
        self._more.setMenu(menu)
        self._lay_out()

    @property
    def own(self) -> OwnDigits:
        """The drawings that are kept."""
        if self._own is None:
            try:
                self._own = load_own(self._folder)
            except NnplayError as error:
                self._own = NO_DIGITS
                self._state.setText(str(error))
        return self._own

    def show_reading(self, picture: Bytes | None, reading: Reading | None) -> None:
        """Offer to keep this picture (28, 28), and to teach the network that read it; None for nothing drawn."""
        self._picture, self._reading = picture, reading
        if not self._state.text():
            self._show_count()
        self._show_buttons()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(2)
        for index, button in enumerate(self._buttons):
            button.setProperty("look", "quiet")
            button.setMinimumWidth(24)
            button.setToolTip(self.tr("This is a {digit}: keep it among my digits").format(digit=button.text()))
            button.clicked.connect(self._on_digit_clicked)
            grid.addWidget(button, 0, index)
        row = QHBoxLayout()
        row.addWidget(self._learn)
        row.addWidget(self._more)
        row.addStretch(1)
        heading = QLabel(self.tr("It is a …"))
        heading.setProperty("look", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY)
        column.addWidget(heading)
        column.addLayout(grid)
        column.addWidget(self._state)
        column.addLayout(row)
        column.addStretch(1)

    def _show_buttons(self) -> None:
        for button in self._buttons:
            button.setEnabled(self._picture is not None)
        can_learn = self._reading is not None and len(self._reading.probabilities) == len(DIGITS)
        self._learn.setEnabled(can_learn and len(self.own) > 0 and not self._look.is_busy)

    def _show_count(self) -> None:
        self._state.setText(self.tr("%n drawing(s) of mine, kept on this computer only", "", len(self.own)))

    def _keep(self, own: OwnDigits) -> None:
        try:
            save_own(own, self._folder)
        except OSError as error:
            self._state.setText(self.tr("Not kept: {reason}").format(reason=error.strerror or error))
            return
        self._own = own
        self._show_count()
        self._show_buttons()

    @Slot()
    def _on_digit_clicked(self) -> None:
        if self._picture is not None:
            digit = self.sender().text()  # type: ignore[attr-defined]
            self._keep(self.own.with_one(self._picture, DIGITS.index(digit)))

    @Slot()
    def _forget_last(self) -> None:
        if len(self.own):
            self._keep(OwnDigits(self.own.pictures[:-1], self.own.labels[:-1]))

    @Slot()
    def _on_learn_clicked(self) -> None:
        assert self._reading is not None
        self._learn.setEnabled(False)
        self._state.setText(self.tr("Learning…"))
        self._look.ask(partial(fine_tune, self._reading.spec, self._reading.parameters, self.own))

    @Slot(object)
    def _on_learned(self, result: FineTuning) -> None:
        text = self.tr("My digits: {own_before} → {own_after} right. Others: {old_before} → {old_after}.")
        names = ("own_before", "own_after", "old_before", "old_after")
        self._state.setText(text.format(**{name: f"{100 * getattr(result, name):.1f} %" for name in names}))
        self._show_buttons()
        self.learned.emit(result)

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._state.setText(str(error))
        self._show_buttons()

    # -- export -------------------------------------------------------------------------------------------------------

    @Slot()
    def _ask_npz(self) -> None:
        dialog = QFileDialog(self, self.tr("Export my digits"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("npz")
        dialog.fileSelected.connect(self._export_npz)
        dialog.open()

    @Slot()
    def _ask_idx(self) -> None:
        self._ask_folder().fileSelected.connect(self._export_idx)

    @Slot()
    def _ask_project(self) -> None:
        self._ask_folder().fileSelected.connect(self._export_for_project)

    def _ask_folder(self) -> QFileDialog:
        dialog = QFileDialog(self, self.tr("Export my digits"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()
        return dialog

    @Slot(str)
    def _export_npz(self, name: str) -> None:
        self._export(partial(export_npz, self.own, Path(name)), Path(name))

    @Slot(str)
    def _export_idx(self, name: str) -> bool:
        return self._export(partial(export_idx, self.own, Path(name)), Path(name))

    @Slot(str)
    def _export_for_project(self, name: str) -> None:
        if self._export_idx(name):
            self.folder_wanted.emit(Path(name))

    def _export(self, write: partial[None], path: Path) -> bool:
        try:
            write()
        except OSError as error:
            self._state.setText(self.tr("Not exported: {reason}").format(reason=error.strerror or error))
            return False
        self._state.setText(self.tr("Exported to “{name}”.").format(name=path.name))
        return True
