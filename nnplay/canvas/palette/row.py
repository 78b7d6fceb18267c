"""PaletteRow: one layer or template in the drawer: icon, name and explanation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import icons, metrics
from nnplay.appearance.theme import Role, theme


class PaletteRow(QFrame):
    """A row, chosen with a double click or Enter.

    Attributes
    ----------
    names, text
        What a search looks in: the names in every language, and the explanation.

    Signals
    -------
    activated(str) : the row with this key was chosen.
    """

    activated = Signal(str)

    def __init__(self, key: str, title: str, text: str, icon: str, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.key, self.text, self.names = key, text, names
        self._icon_name = icon
        self.setProperty("look", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._icon = QLabel(self)
        self._icon.setFixedSize(QSize(metrics.ICON + 2, metrics.ICON + 2))
        name, small = QLabel(title, self), QLabel(text, self)
        small.setProperty("look", "caption")
        small.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(small)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.SMALL, metrics.TINY, metrics.SMALL, metrics.TINY)
        row.setSpacing(metrics.MEDIUM)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        theme().changed.connect(self._show_icon)
        self._show_icon()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)

    @Slot()
    def _show_icon(self) -> None:
        ratio = self.devicePixelRatioF()
        picture: QPixmap = icons.pixmap(self._icon_name, theme().color(Role.TEXT), round(metrics.ICON * ratio))
        picture.setDevicePixelRatio(ratio)
        self._icon.setPixmap(picture)
