"""TeachingView: say which digit a drawing is, keep it as one of your own digits, and let the network learn them."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QGridLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.sentences import system_reason
from nnplay.background import Operation
from nnplay.data.drawing import DIGITS, Bytes
from nnplay.data.held_digits import hold
from nnplay.disk.writing import WouldReplaceError
from nnplay.engine import NnplayError
from nnplay.panels.try_it.drawing.reader import Reading
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.replace_question import ask_to_replace
from nnplay.project.fine_tuning import FineTuning, fine_tune
from nnplay.project.own_digits import NO_DIGITS, OwnDigits, export_idx, export_npz, load_own, save_own

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_PERMILLE = 1000


class TeachingView(QWidget):
    """Ten buttons, the number of kept drawings, and what learning them achieved.

    Parameters
    ----------
    folder
        The folder of the drawings.

    Signals
    -------
    learned(FineTuning)
        The network of the last reading has learned them; its owner takes the weights.
    digits_wanted(HeldDigitsChoice)
        The person wants the project to hold these drawings and to train on them.
    keep_wanted, forget_wanted
        The person wants to keep the taught starter network, or to reset it.
    """

    learned = Signal(object)
    digits_wanted = Signal(object)
    keep_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, controller: TrainingController, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._own: OwnDigits | None = None  # loaded when first needed
        self._picture: Bytes | None = None
        self._reading: Reading | None = None
        self._is_taught = self._is_kept = False
        # The controller outlives the window, and would keep alive a training that still runs.
        self._operation = Operation(controller)
        self._operation.done.connect(self._on_learned)
        self._operation.failed.connect(self._on_failed)
        self._operation.progressed.connect(self._on_progressed)
        self._buttons = [QPushButton(digit) for digit in DIGITS]
        self._state = QLabel()
        self._state.setProperty("look", "caption")
        self._state.setWordWrap(True)
        self._learn = QPushButton(self.tr("&Learn them"))
        self._learn.setToolTip(
            self.tr(
                "Train on your drawings mixed with generated digits, so that the network does not forget the others"
            )
        )
        self._learn.clicked.connect(self._on_learn_clicked)
        self._progress = QProgressBar()
        self._progress.setRange(0, _PERMILLE)
        self._progress.setTextVisible(False)
        self._cancel = QPushButton(self.tr("&Cancel"))
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._keep_network = QPushButton(self.tr("Keep"))
        self._keep_network.setToolTip(self.tr("Keep what the starter network has learned, for the next start too"))
        self._keep_network.clicked.connect(self.keep_wanted)
        self._forget_network = QPushButton(self.tr("Forget"))
        self._forget_network.setToolTip(self.tr("Reset the starter network to how it came with nnplay"))
        self._forget_network.clicked.connect(self.forget_wanted)
        self._more = QPushButton(self.tr("More"))
        menu = QMenu(self._more)
        menu.addAction(self.tr("Export as NumPy file (npz)…"), self._ask_npz)
        menu.addAction(self.tr("Export as MNIST files (IDX)…"), self._ask_idx)
        self._hold = menu.addAction(self.tr("Put them into the project and train on them"), self._put_into_project)
        menu.addSeparator()
        menu.addAction(self.tr("Forget the last drawing"), self._forget_last)
        self._more.setMenu(menu)
        self._lay_out()

    @property
    def own(self) -> OwnDigits:
        """The kept drawings."""
        if self._own is None:
            try:
                self._own = load_own(self._folder)
            except NnplayError as error:
                self._own = NO_DIGITS
                self._state.setText(str(error))
        return self._own

    def show_reading(self, picture: Bytes | None, reading: Reading | None) -> None:
        """Offer to keep this picture (28, 28), and to teach the network that read it; None if nothing is drawn."""
        self._picture, self._reading = picture, reading
        if not self._state.text():
            self._show_count()
        self._show_buttons()

    def show_taught(self, *, is_taught: bool, is_kept: bool) -> None:
        """Offer to keep or to reset what the starter network has learned, if it has."""
        self._is_taught, self._is_kept = is_taught, is_kept
        self._show_buttons()

    def tell(self, text: str) -> None:
        """Show a message."""
        self._state.setText(text)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(2)
        for index, button in enumerate(self._buttons):
            button.setProperty("look", "quiet")
            button.setMinimumWidth(23)
            button.setToolTip(self.tr("This is a {digit}: keep it with my digits").format(digit=button.text()))
            button.clicked.connect(self._on_digit_clicked)
            grid.addWidget(button, 0, index)
        row = FlowRow(
            *(self._learn, self._keep_network, self._forget_network, self._progress, self._cancel, self._more),
            spacing=metrics.TINY,
        )
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
        is_learning = self._operation.is_under_way
        self._learn.setEnabled(can_learn and len(self.own) > 0)
        self._hold.setEnabled(len(self.own) > 0)
        self._learn.setVisible(not is_learning)
        self._more.setVisible(not is_learning)
        self._progress.setVisible(is_learning)
        self._cancel.setVisible(is_learning)
        self._keep_network.setVisible(self._is_taught and not self._is_kept and not is_learning)
        self._forget_network.setVisible(self._is_taught and not is_learning)

    def _show_count(self) -> None:
        if len(self.own):
            text = self.tr("%n drawing(s) of mine, kept only on this computer", "", len(self.own))
        else:
            text = self.tr("Draw a digit and say which one it is: a network can learn your handwriting.")
        self._state.setText(text)

    def _keep(self, own: OwnDigits) -> None:
        try:
            save_own(own, self._folder)
        except OSError as error:
            self._state.setText(self.tr("Not kept: {reason}").format(reason=system_reason(error)))
            return
        self._own = own
        self._show_count()
        self._show_buttons()

    @Slot()
    def _on_digit_clicked(self) -> None:
        if self._picture is not None:
            button = self.sender()
            assert isinstance(button, QAbstractButton)
            self._keep(self.own.with_one(self._picture, DIGITS.index(button.text())))

    @Slot()
    def _forget_last(self) -> None:
        if len(self.own):
            self._keep(OwnDigits(self.own.pictures[:-1], self.own.labels[:-1]))

    @Slot()
    def _on_learn_clicked(self) -> None:
        assert self._reading is not None
        self._state.setText(self.tr("Learning…"))
        self._progress.setValue(0)
        self._operation.begin(partial(fine_tune, self._reading.spec, self._reading.parameters, self.own))
        self._show_buttons()

    @Slot(float)
    def _on_progressed(self, fraction: float) -> None:
        self._progress.setValue(round(_PERMILLE * fraction))

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._operation.close()
        self._state.setText(self.tr("Cancelled: the network has not changed."))
        self._show_buttons()

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
    def _put_into_project(self) -> None:
        self.digits_wanted.emit(hold(self.own.pictures, self.own.labels))

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
    def _export_idx(self, name: str, agreed: Collection[Path] = ()) -> None:
        try:
            self._export(partial(export_idx, self.own, Path(name), agreed), Path(name))
        except WouldReplaceError as error:
            ask_to_replace(error.paths, self, partial(self._export_idx, name, {*agreed, *error.paths}))

    def _export(self, write: partial[None], path: Path) -> None:
        try:
            write()
        except OSError as error:
            self._state.setText(self.tr("Not exported: {reason}").format(reason=system_reason(error)))
            return
        self._state.setText(self.tr("Exported to “{name}”.").format(name=path.name))
