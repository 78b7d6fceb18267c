"""RecoveryDialog: projects left behind by a crash, with time and picture, to open, delete or keep for later."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.document.copy import Copy, read_copy
from nnplay.document.recovery import Leftover
from nnplay.engine import NnplayError
from nnplay.shell.images.network_picture import network_picture
from nnplay.shell.report import error_dialog
from nnplay.shell.session import shown_title

_PICTURE = QSize(150, 84)
_SIZE = QSize(520, 400)


class RecoveryDialog(QDialog):
    """Lists the projects; nothing is deleted unless the user does it.

    Signals
    -------
    opened(Path, Copy, tuple)
        The user wants to restore this one; the last value has a sentence for each part that does not come back.
    """

    opened = Signal(object, object, object)

    def __init__(self, found: list[Leftover], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Recover projects"))
        self.resize(_SIZE)
        text = QLabel(self.tr("nnplay did not close properly. These projects were recovered from that time:"))
        text.setWordWrap(True)
        self.list = QListWidget()
        self.list.setIconSize(_PICTURE)
        self.list.setSpacing(metrics.TINY)
        self.list.setAccessibleName(self.tr("Recovered projects"))
        self.list.currentItemChanged.connect(self._show_missing)
        self.missing = QLabel()
        self.missing.setProperty("look", "error")
        self.missing.setWordWrap(True)
        self.missing.hide()
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setDefault(True)
        self.delete_button = QPushButton(self.tr("Delete"))
        self.delete_button.setToolTip(self.tr("Delete the selected copy permanently"))
        later = QPushButton(self.tr("Later"))
        later.setToolTip(self.tr("Keep them, and ask again at the next start"))
        row = QHBoxLayout()
        self.report_button = QPushButton(self.tr("Error report…"))
        self.report_button.setToolTip(self.tr("What is known of the end, for you to read and to send if you like"))
        row.addWidget(self.delete_button)
        row.addWidget(self.report_button)
        row.addStretch(1)
        row.addWidget(later)
        row.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(self.list, 1)
        column.addWidget(self.missing)
        column.addLayout(row)
        for each in found:
            self._add(each)
        self.list.setCurrentRow(0)

        self.open_button.clicked.connect(self._on_open_clicked)
        self.list.itemDoubleClicked.connect(self._on_open_clicked)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        later.clicked.connect(self.reject)
        self.report_button.clicked.connect(self._on_report_clicked)

    def _add(self, left: Leftover) -> None:
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(left.written.timestamp())), QLocale.FormatType.ShortFormat
        )
        copy: Copy | None = None
        missing: tuple[NnplayError, ...] = ()
        try:
            copy, missing = read_copy(left.path)
        except NnplayError as error:
            missing = (error,)
        lines = [self.tr("Cannot be read") if copy is None else _name(copy), when]
        if copy is not None and copy.lesson:
            lines.append(self.tr("With a lesson being written"))
        item = QListWidgetItem("\n".join(lines))
        item.setToolTip("" if copy is None or copy.file is None else str(copy.file))
        item.setData(Qt.ItemDataRole.UserRole, (left.path, copy, missing))
        if copy is not None:
            picture = network_picture(copy.project, _PICTURE * self.devicePixelRatioF())
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            item.setIcon(QIcon(QPixmap.fromImage(picture)))
        self.list.addItem(item)

    @Slot()
    def _on_report_clicked(self) -> None:
        error_dialog(self).open()

    @Slot()
    def _on_open_clicked(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        path, copy, missing = item.data(Qt.ItemDataRole.UserRole)
        if copy is not None:
            self.list.takeItem(self.list.row(item))
            self.opened.emit(path, copy, missing)
            self._end_if_empty()

    @Slot()
    def _show_missing(self) -> None:
        """Say what of the selected project does not come back."""
        item = self.list.currentItem()
        missing = () if item is None else item.data(Qt.ItemDataRole.UserRole)[2]
        self.missing.setText("\n".join(map(sentence, missing)))
        self.missing.setVisible(bool(missing))

    @Slot()
    def _on_delete_clicked(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            path: Path = item.data(Qt.ItemDataRole.UserRole)[0]
            with contextlib.suppress(OSError):
                path.unlink()
            self.list.takeItem(self.list.row(item))
            self._end_if_empty()

    def _end_if_empty(self) -> None:
        if not self.list.count():
            self.accept()


def _name(copy: Copy) -> str:
    return shown_title(copy.project) if copy.file is None else copy.file.name
