"""DigitsPage: digits, generated or from a folder: some of the pictures, or what to do if there are none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.metrics import Text
from nnplay.appearance.theme import Role, theme
from nnplay.data import Dataset, DigitsChoice, HeldDigitsChoice, IdxFolderChoice
from nnplay.panels.data.loading_state import LoadingState
from nnplay.panels.widgets.thumbnail_pictures import digit_sheet

if TYPE_CHECKING:
    from nnplay.document import Change, Document
    from nnplay.training import TrainingController

_N_PER_CLASS = 7


class ContactSheet(QWidget):
    """A few pictures of every class, one row per class with its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._image: QImage | None = None
        self.setFont(metrics.font(Text.CAPTION))
        keeps_shape = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keeps_shape.setHeightForWidth(True)
        self.setSizePolicy(keeps_shape)
        theme().changed.connect(self._forget_image)

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Show another data set of pictures, or none."""
        self._dataset = dataset
        self._forget_image()

    def sizeHint(self) -> QSize:
        return QSize(metrics.LARGE + 28 * _N_PER_CLASS, 28 * 10)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Computed on request: setting the height after each new width would show and hide a scroll bar endlessly.
        return round((width - metrics.LARGE) / _N_PER_CLASS * 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dataset is None:
            return
        if self._image is None:
            self._image = digit_sheet(self._dataset, _N_PER_CLASS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(metrics.LARGE, 0, self.width() - metrics.LARGE, self.height()), self._image)
        painter.setPen(theme().color(Role.MUTED))
        row_height = self.height() / len(self._dataset.classes)
        for row, name in enumerate(self._dataset.classes):
            place = QRectF(0, row * row_height, metrics.LARGE - 2, row_height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    @Slot()
    def _forget_image(self) -> None:
        self._image = None
        self.update()


class DigitsPage(QWidget):
    """The data panel's page for generated digits and for a folder of IDX files."""

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._controller = controller
        self._folder = QLabel()
        self._folder.setProperty("look", "heading")
        self._state = LoadingState(controller)
        self._sheet = ContactSheet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        for widget in (self._folder, self._state, self._sheet):
            column.addWidget(widget)
        column.addStretch(1)

        document.changed.connect(self._on_document_changed)
        controller.dataset_changed.connect(self._show)
        controller.loading_changed.connect(self._show)
        self._show()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.data:
            self._show()

    @Slot()
    def _show(self) -> None:
        choice = self._document.project.data
        if not isinstance(choice, DigitsChoice | HeldDigitsChoice | IdxFolderChoice):
            return
        folder = choice.folder if isinstance(choice, IdxFolderChoice) else None
        dataset = self._controller.dataset
        has_pictures = dataset is not None and len(dataset.input_shape) == 3
        self._sheet.setVisible(has_pictures)
        self._sheet.show_dataset(dataset if has_pictures else None)
        self._show_heading(folder)
        if dataset is not None and has_pictures:
            text = self.tr("{n_train:,} for training, {n_test:,} for testing")
            text = text.format(n_train=len(dataset.train), n_test=len(dataset.test))
        else:
            text = self._remedy(folder)
        self._state.say(text, can_retry=folder != "" and not has_pictures)

    def _remedy(self, folder: str | None) -> str:
        """Return what to do if there are no digits; ``folder`` is None if they are generated."""
        if folder is None:
            return self.tr("No digits have been generated yet. Try again, or choose other data.")
        return self.tr(
            "These digits are not loaded. Open the folder with the four MNIST files, or use generated digits."
        )

    def _show_heading(self, folder: str | None) -> None:
        if isinstance(self._document.project.data, HeldDigitsChoice):
            name = self.tr("My digits")
        elif folder is None:
            name = self.tr("Generated digits")
        else:
            name = Path(folder).name or self.tr("Handwritten digits")
        measure = QFontMetricsF(self._folder.font())
        self._folder.setText(measure.elidedText(name, Qt.TextElideMode.ElideMiddle, 200))
        self._folder.setToolTip(folder or "")
