"""Readout: a caption and a number that changes often, but never moves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.metrics import Text


class Readout(QWidget):
    """A number below its caption, from the start as wide as the wider of the two.

    Parameters
    ----------
    caption
        The name of the number, translated.
    widest
        The longest text to be shown.
    """

    def __init__(self, caption: str, widest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = QLabel(caption)
        self._caption.setProperty("look", "caption")
        self._value = QLabel()
        self._value.setFont(metrics.font(Text.FIGURE))
        self._value.setProperty("look", "figure")
        self._value.setAccessibleName(caption)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._measure = QFontMetricsF(metrics.font(Text.FIGURE, bold=True))
        # A fixed size, or each new number would make Qt lay the whole window out again; aligned with fields below
        # captions.
        self._value.setFixedSize(self._width_of(widest), metrics.field_height())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY // 2)
        column.addWidget(self._caption)
        column.addWidget(self._value)

    def text(self) -> str:
        """Return the number as written."""
        return self._value.text()

    def set_caption(self, caption: str) -> None:
        """Show another name of the number."""
        self._caption.setText(caption)
        self._value.setAccessibleName(caption)

    def set_text(self, text: str) -> None:
        """Show another number; an unchanged one costs nothing."""
        if text != self._value.text():
            if self._width_of(text) > self._value.width():
                self._value.setFixedWidth(self._width_of(text))
            self._value.setText(text)

    def _width_of(self, text: str) -> int:
        return int(self._measure.horizontalAdvance(text)) + metrics.TINY
