"""LinkedView: the base of all pictures of an experiment's networks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnplay.appearance import accessible, metrics
from nnplay.panels.experiments.cells import CellView
from nnplay.panels.experiments.link import Link
from nnplay.panels.experiments.words import cell_text

_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkedView(QWidget):
    """Points at the network under the mouse, says what is known of it, and opens it with a click or Return.

    Subclasses say in ``cell_at`` which network that is.
    """

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self.setFont(metrics.font(metrics.Text.CAPTION))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        link.changed.connect(self.update)

    def cell_at(self, position: QPointF) -> CellView | None:
        """Return the network at a position of the widget; None if there is none."""
        raise NotImplementedError

    def point_by_key(self, cell: CellView) -> None:
        """Point at a network that was reached with the keyboard, and say what it is."""
        self.link.point_at(cell.number)
        accessible.say(self, cell_text(cell))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        self.link.point_at(None if cell is None else cell.number)
        QToolTip.showText(event.globalPosition().toPoint(), "" if cell is None else cell_text(cell), self)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.link.point_at(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.link.opened.emit(cell.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN_KEYS and self.link.pointed is not None:
            self.link.opened.emit(self.link.pointed)
        else:
            super().keyPressEvent(event)


accessible.represent(LinkedView, accessible.Picture)
