"""LookingBackBand: says above the network that an earlier moment is shown, and leads on from it or back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from nnplay.appearance import metrics
from nnplay.shell.session import Session


class LookingBackBand(QFrame):
    """Visible while the session's time machine looks back; Escape returns to the present."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._machine = session.time_machine
        self.setProperty("look", "message-news")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self.go_on = QPushButton(self.tr("&Go on from here"))
        self.go_on.setToolTip(self.tr("Train on from this moment; the run until now stays in the list of runs"))
        self.back = QPushButton(self.tr("Back to the &present"))
        self.back.setToolTip(self.tr("Show the newest state of the network (Esc)"))
        for button in (self.go_on, self.back):
            # The band goes when one is clicked: the focus stays where it was instead of being passed on.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.MEDIUM, metrics.TINY, metrics.TINY, metrics.TINY)
        row.setSpacing(metrics.SMALL)
        row.addWidget(self._text, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.back)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.WindowShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self._machine.return_to_present)
        self.go_on.clicked.connect(session.go_on_from_moment)
        self.back.clicked.connect(self._machine.return_to_present)
        self._machine.changed.connect(self._show_moment)
        self._show_moment()

    @Slot()
    def _show_moment(self) -> None:
        is_looking_back = self._machine.is_looking_back
        self._escape.setEnabled(is_looking_back)
        self.setVisible(is_looking_back)
        if is_looking_back:
            text = self.tr("Epoch {epoch} of {last}: looking back. Nothing can be changed here.")
            self._text.setText(text.format(epoch=f"{self._machine.epoch:,}", last=f"{self._machine.last_epoch:,}"))
