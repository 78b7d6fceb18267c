"""EmptyState: what an empty panel shows: a sentence that says what to do, and a button that does it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.panels.widgets.page_stack import PageStack


class Wish(StrEnum):
    """What a panel wants the window to do when its button is pressed."""

    DATA = "data"
    TRY = "try_it"
    TRAIN = "train"
    TWIN = "twin"
    FILM = "film"


class EmptyState(QWidget):
    """A sentence in the middle of the panel.

    Signals
    -------
    wished(str)
        The value of the wish whose button was pressed.
    """

    wished = Signal(str)

    def __init__(self, text: str = "", wish: Wish | None = None) -> None:
        super().__init__()
        self._wish = wish
        self._text = QLabel()
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self._text.setProperty("look", "muted")
        self._button = QPushButton()
        self._button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.LARGE,) * 4)
        column.setSpacing(metrics.MEDIUM)
        column.addStretch(1)
        column.addWidget(self._text)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.say(text, wish)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    @property
    def button(self) -> QPushButton:
        """The button; hidden if a click could not help."""
        return self._button

    def say(self, text: str, wish: Wish | None = None) -> None:
        """Show another sentence, with the button for a wish or without one."""
        self._wish = wish
        self._text.setText(text)
        self._button.setText("" if wish is None else self._caption(wish))
        self._button.setVisible(wish is not None)

    def _caption(self, wish: Wish) -> str:
        captions = {
            Wish.DATA: self.tr("Choose data"),
            Wish.TRY: self.tr("Draw a digit"),
            Wish.TRAIN: self.tr("Train"),
            Wish.TWIN: self.tr("Try another setting…"),
        }
        return captions[wish]

    @Slot()
    def _on_clicked(self) -> None:
        if self._wish is not None:
            self.wished.emit(self._wish.value)


class EmptyPages(PageStack):
    """The layout of a panel that is sometimes empty.

    Attributes
    ----------
    content
        The page with the panel's contents.
    empty
        The page for an empty panel.
    """

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self.content = QWidget()
        self.empty = EmptyState()
        self.addWidget(self.content)
        self.addWidget(self.empty)

    def show_content(self) -> None:
        """Show the contents."""
        self.setCurrentWidget(self.content)

    def say(self, text: str, wish: Wish | None = None) -> None:
        """Show a sentence instead."""
        self.empty.say(text, wish)
        self.setCurrentWidget(self.empty)
