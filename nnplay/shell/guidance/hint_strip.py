"""HintStrip: one hint at the bottom of the canvas, above the messages; it covers no control and asks no question."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from nnplay.appearance import icons, metrics
from nnplay.appearance.qt_types import parent_of
from nnplay.appearance.theme import Role, theme

_WIDEST = 560
_LEAST_LINE = 240
"""If lines would be shorter than this, the button goes below them."""

_ABOVE_FOOT = 72
"""Space below it, for a message and for the scale of the weights."""


class HintStrip(QFrame):
    """A sentence with a light bulb.

    Signals
    -------
    dismissed(), ended()
        The user has read the hint; the user wants no more hints.
    placed(int)
        The height that it covers at the bottom of the widget below, px; 0 when hidden.
    """

    dismissed = Signal()
    placed = Signal(int)
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "message-news")
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._end = QPushButton(self.tr("No more hints"))
        self._end.setProperty("look", "link")
        self._end.setToolTip(self.tr("You can turn hints on again in the preferences"))
        self._close = QToolButton()
        self._close.setIconSize(QSize(metrics.ICON - 2, metrics.ICON - 2))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss the hint"))
        icons.set_icon(self._close, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.MEDIUM, metrics.TINY, metrics.SMALL, metrics.TINY)
        row.setSpacing(metrics.SMALL)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(metrics.SMALL)
        self._words.addWidget(self._text, 1)
        self._words.addWidget(self._end, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._icon)
        row.addLayout(self._words, 1)
        row.addWidget(self._close)
        self._end.clicked.connect(self.ended)
        self._close.clicked.connect(self.dismissed)
        theme().changed.connect(self._show_icon)
        parent.installEventFilter(self)
        self._show_icon()
        self.hide()

    @property
    def text(self) -> str:
        """The text of the hint."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show a hint."""
        self._text.setText(text)
        self.setAccessibleName(self.tr("Hint: {text}").format(text=text))
        self._place()
        self.raise_()

    def fall_silent(self) -> None:
        """Hide the hint."""
        self._text.clear()
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.placed.emit(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the position when the widget below is resized."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _show_icon(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = icons.pixmap("bulb", theme().color(Role.ACCENT), round(metrics.ICON * ratio))
        pixmap.setDevicePixelRatio(ratio)
        self._icon.setPixmap(pixmap)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _place(self) -> None:
        below = parent_of(self)
        has_room = below.width() >= _LEAST_LINE * metrics.text_scale()
        self.setVisible(bool(self.text) and has_room)
        in_one_line = self._text.fontMetrics().horizontalAdvance(self._text.text()) + metrics.SMALL
        sides = sum(widget.sizeHint().width() + metrics.SMALL for widget in (self._icon, self._close)) + metrics.LARGE
        end = self._end.sizeHint().width() + metrics.SMALL
        width = min(_WIDEST, sides + in_one_line + end, below.width() - 2 * metrics.LARGE)
        is_wide = width - sides - end >= min(in_one_line, _LEAST_LINE * metrics.text_scale())
        directions = QBoxLayout.Direction
        self._words.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry((below.width() - width) // 2, below.height() - height - _ABOVE_FOOT, width, height)
        if not self.isHidden():
            self.placed.emit(height + _ABOVE_FOOT)
