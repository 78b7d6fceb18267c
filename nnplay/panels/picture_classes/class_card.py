"""ClassCard: one class of pictures: its name, its pictures, and the ways to add more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.background import Operation
from nnplay.data.pictures.draft import PictureClass, pictures_at, read_pictures
from nnplay.data.pictures.held import Bytes
from nnplay.engine import DataError

_SIDE = 40
_LONGEST_NAME = 60


class ClassCard(QFrame):
    """Pictures are read beside the window; those that cannot be read are reported.

    Signals
    -------
    renamed(str), removed()
        The person wants another name for the class, or to remove it.
    drawing_wanted()
        The person wants what is on the pad to be one of its pictures.
    pictures_added(list), pictures_removed(list)
        Pictures that were read, and the places of those that were deleted.
    unreadable(list)
        A DataError for each file that could not be read.
    """

    renamed = Signal(str)
    removed = Signal()
    drawing_wanted = Signal()
    pictures_added = Signal(list)
    pictures_removed = Signal(list)
    unreadable = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAcceptDrops(True)
        self._waiting: list[Path] = []
        self._reading = Operation(self)
        self._reading.done.connect(self._on_read)
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("Name of the class"))
        self.name.setAccessibleName(self.tr("Name of the class"))
        self._count = QLabel()
        self._count.setProperty("look", "caption")
        self.draw = QPushButton(self.tr("Add drawing"))
        self.draw.setToolTip(self.tr("Make what is on the pad a picture of this class"))
        self._files = QPushButton(self.tr("Add pictures…"))
        self._files.setToolTip(self.tr("Choose picture files; you can also drop them here"))
        remove = QToolButton()
        set_icon(remove, "close")
        remove.setToolTip(self.tr("Remove this class"))
        remove.setAccessibleName(self.tr("Remove this class"))
        self.pictures = _Strip()
        self.pictures.setAccessibleName(self.tr("Pictures of this class"))
        head = QHBoxLayout()
        head.setSpacing(metrics.SMALL)
        head.addWidget(self.name, 1)
        for widget in (self._count, self.draw, self._files, remove):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addLayout(head)
        column.addWidget(self.pictures)
        for button in (self.draw, self._files):
            button.setAutoDefault(False)
        self.name.textEdited.connect(self.renamed)
        self.draw.clicked.connect(self.drawing_wanted)
        self._files.clicked.connect(self._ask_files)
        remove.clicked.connect(self.removed)
        self.pictures.deleted.connect(self.pictures_removed)

    def show_class(self, found: PictureClass) -> None:
        """Show another state of the class."""
        if self.name.text() != found.name:
            self.name.setText(found.name)
        self._count.setText(self.tr("%Ln picture(s)", "", len(found.pictures)))
        self.pictures.show_pictures(found.pictures)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read picture files, and those in folders, as pictures of this class."""
        self._waiting += pictures_at(paths)
        if self._waiting and not self._reading.is_under_way:
            self._read()

    def close_reading(self) -> None:
        """Stop reading."""
        self._waiting.clear()
        self._reading.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _read(self) -> None:
        paths, self._waiting = self._waiting, []
        self._reading.begin(partial(read_pictures, paths))

    @Slot(object)
    def _on_read(self, found: tuple[list[Bytes], list[DataError]]) -> None:
        pictures, errors = found
        if self._waiting:
            self._read()
        self.unreadable.emit(errors)
        self.pictures_added.emit(pictures)

    @Slot()
    def _ask_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Add pictures"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    @Slot(list)
    def _on_files_selected(self, names: list[str]) -> None:
        self.add_files([Path(name) for name in names])


class _Strip(QListWidget):
    """Pictures in a row; Delete removes the selected ones.

    Signals
    -------
    deleted(list)
        Their places.
    """

    deleted = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Bytes, ...] = ()
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setSpacing(2)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_SIDE + 24)
        self.setAcceptDrops(False)
        self.setToolTip(self.tr("Delete removes the selected pictures"))

    def show_pictures(self, pictures: Sequence[Bytes]) -> None:
        """Show pictures; those that are already there stay."""
        n_same = next(
            (i for i, (old, new) in enumerate(zip(self._shown, pictures, strict=False)) if old is not new),
            min(len(self._shown), len(pictures)),
        )
        while self.count() > n_same:
            self.takeItem(self.count() - 1)
        for picture in pictures[n_same:]:
            self.addItem(QListWidgetItem(QIcon(QPixmap.fromImage(_image(picture))), ""))
        self._shown = tuple(pictures)
        self.scrollToBottom()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit(sorted(self.row(item) for item in self.selectedItems()))
        else:
            super().keyPressEvent(event)


def _image(picture: Bytes) -> QImage:
    height, width, channels = picture.shape
    values = np.ascontiguousarray(picture)
    form = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    small = QImage(values.data, width, height, width * channels, form)
    return small.scaled(_SIDE, _SIDE, mode=Qt.TransformationMode.SmoothTransformation)  # also a copy of the values
