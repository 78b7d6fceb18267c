"""ProposalDialog: networks for chosen data from which the present one cannot learn; a click takes one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.project.proposals import MisfitError, Proposal
from nnplay.shell.images.network_picture import network_picture
from nnplay.shell.images.picture_queue import PictureQueue
from nnplay.shell.start.way import PICTURE, Way

_WIDTH = 520


class ProposalDialog(QDialog):
    """One row for each network: its picture, its title, and why it fits.

    Parameters
    ----------
    error
        Why the present network cannot learn from the data.
    found
        The networks, the best first.

    Signals
    -------
    chosen(str)
        The name of the proposal that was clicked.
    """

    chosen = Signal(str)

    def __init__(self, error: MisfitError, found: Sequence[Proposal], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A network for these data"))
        heading = QLabel(self.tr("The network does not suit these data. Choose one that does:"))
        heading.setProperty("look", "heading")
        reason = QLabel(sentence(error))
        reason.setProperty("look", "muted")
        for label in (heading, reason):
            label.setWordWrap(True)
        self._projects = {each.name: each.project for each in found}
        self.ways = {each.name: _way(each) for each in found}
        self._queue = PictureQueue(self)
        self._queue.made.connect(self._on_made)
        buttons = QDialogButtonBox()
        cancel = buttons.addButton(
            self.tr("Keep the data and network as they are"), QDialogButtonBox.ButtonRole.RejectRole
        )
        cancel.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for name, way in self.ways.items():
            way.clicked.connect(partial(self._choose, name))
            rows.addWidget(way)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.MEDIUM)
        column.addWidget(heading)
        column.addWidget(reason)
        column.addLayout(rows)
        column.addStretch(1)
        column.addWidget(buttons)
        self.resize(round(_WIDTH * metrics.text_scale()), self.sizeHint().height())
        next(iter(self.ways.values())).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the rows with the arrow keys."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_pictures()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._make_pictures()

    def done(self, result: int) -> None:
        self._queue.close()
        super().done(result)

    def _make_pictures(self) -> None:
        size_px = PICTURE * self.devicePixelRatioF()
        self._queue.begin({name: partial(network_picture, made, size_px) for name, made in self._projects.items()})

    @Slot(object, object)
    def _on_made(self, name: str, picture: QImage) -> None:
        self.ways[name].show_picture(picture)

    def _choose(self, name: str) -> None:
        self.accept()
        self.chosen.emit(name)


def _way(proposal: Proposal) -> Way:
    translate = QCoreApplication.translate
    reason = translate("proposals", proposal.reason).format(**proposal.values)
    return Way(translate("proposals", proposal.title), reason, reason)
