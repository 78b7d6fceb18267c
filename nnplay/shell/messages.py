"""MessageBar: errors and news, shown over the canvas without blocking anything.

An error stays until it is dismissed or replaced by the next message; news disappears by itself. An offer to undo or to
continue an edit belongs to that edit and disappears with the next one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from nnplay.appearance import icons, metrics
from nnplay.appearance.qt_types import parent_of
from nnplay.appearance.sentences import sentence, system_reason
from nnplay.appearance.theme import Role, theme
from nnplay.engine import NnplayError
from nnplay.training import RunState

NEWS_MS = 7000
_WIDEST = 620


class MessageBar(QFrame):
    """One message at the bottom of a widget, above its contents, so that nothing moves when it appears or disappears.

    Signals
    -------
    undo_requested(), draw_requested()
        The user has pressed the message's Undo button, or the one that draws new weights.
    """

    undo_requested = Signal()
    draw_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_error = self._is_until_run = False
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._undo = QPushButton(self.tr("Undo"))
        self._draw = QPushButton(self.tr("Draw New Weights"))
        self._close = QToolButton()
        self._close.setIconSize(QSize(metrics.ICON - 2, metrics.ICON - 2))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss the message"))
        icons.set_icon(self._close, "close")
        self._timer = QTimer(self, singleShot=True, interval=NEWS_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.MEDIUM, metrics.SMALL, metrics.SMALL, metrics.SMALL)
        row.setSpacing(metrics.SMALL)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.insertWidget(row.indexOf(self._undo), self._draw)
        row.addWidget(self._close)
        self._timer.timeout.connect(self.hide)
        self._close.clicked.connect(self.dismiss)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._draw.clicked.connect(self._on_draw_clicked)
        theme().changed.connect(self._show_icon)
        parent.installEventFilter(self)
        self.hide()

    def text(self) -> str:
        """The message, whether it is still shown or not."""
        return self._text.text()

    @Slot(object)
    def show_error(self, error: NnplayError, *, can_undo: bool = False) -> None:
        """Show an error until it is dismissed."""
        self._show(sentence(error), is_error=True, can_undo=can_undo)

    def show_problem(self, text: str) -> None:
        """Show a problem that has no error of our own, in the same way."""
        self._show(text, is_error=True, can_undo=False)

    def show_failure(self, text: str, error: OSError) -> None:
        """Show a failure of the system in the same way; its reason replaces ``{reason}`` in the text."""
        self.show_problem(text.format(reason=system_reason(error)))

    def show_news(self, text: str, *, can_undo: bool = False, can_draw: bool = False, until_run: bool = False) -> None:
        """Show news that needs no answer; it disappears by itself, or with the next run if that makes it wrong."""
        self._show(text, is_error=False, can_undo=can_undo, can_draw=can_draw)
        self._is_until_run = until_run

    def show_ongoing(self, text: str) -> None:
        """Show what is going on, until it is replaced by what came of it, or dismissed."""
        self._show(text, is_error=False, can_undo=False)
        self._timer.stop()

    @Slot(object)
    def note_run(self, state: RunState) -> None:
        """Hide messages that a new run makes obsolete."""
        if state is RunState.RUNNING:
            self.forget_past()
            if self._is_until_run:
                self.dismiss()

    def forget_past(self) -> None:
        """Hide errors and offers about the previous edit; news disappears by itself."""
        if self._is_error or not (self._undo.isHidden() and self._draw.isHidden()):
            self.dismiss()

    @Slot()
    def dismiss(self) -> None:
        """Hide the message."""
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the position when the widget below is resized."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, text: str, *, is_error: bool, can_undo: bool, can_draw: bool = False) -> None:
        self._is_error, self._is_until_run = is_error, False
        self.setProperty("look", "message-error" if is_error else "message-news")
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self._show_icon()
        self._undo.setVisible(can_undo)
        self._draw.setVisible(can_draw)
        self._timer.stop()
        if not is_error:
            self._timer.start()
        self.setVisible(True)
        self._place()
        self.raise_()

    @Slot()
    def _show_icon(self) -> None:
        color = theme().color(Role.ERROR if self._is_error else Role.ACCENT)
        ratio = self.devicePixelRatioF()
        pixmap = icons.pixmap("warning" if self._is_error else "info", color, round(metrics.ICON * ratio))
        pixmap.setDevicePixelRatio(ratio)
        self._icon.setPixmap(pixmap)

    def _place(self) -> None:
        below = parent_of(self)
        width = min(_WIDEST, below.width() - 2 * metrics.LARGE)
        height = self.heightForWidth(width)
        self.setGeometry((below.width() - width) // 2, below.height() - height - metrics.LARGE, width, height)

    @Slot()
    def _on_draw_clicked(self) -> None:
        self.dismiss()
        self.draw_requested.emit()

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.dismiss()
        self.undo_requested.emit()
