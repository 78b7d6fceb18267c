"""ValueEditor: a small field that opens over a number, to set it in place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import exact_text
from nnplay.appearance.qt_types import parent_of
from nnplay.appearance.sentences import sentence
from nnplay.canvas.editing.network_edits import Adjustment
from nnplay.canvas.style import grown
from nnplay.engine import SettingError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.typed_number import parse_number

_BESIDE = 14
_LEAST_WIDTH, _MOST_WIDTH = 140, 280
_NOT_WHOLE = QT_TRANSLATE_NOOP("errors", "“{text}” is not a whole number.")
_FINE, _COARSE = 0.1, 10.0
"""Factors for a step with Shift and with Ctrl."""


@dataclass(frozen=True)
class ValueRequest:
    """The number to set.

    Attributes
    ----------
    title
        The name of the number, translated.
    step
        The step of an arrow key or the wheel.
    is_whole
        Whether it is a count.
    """

    title: str
    value: float
    step: float
    adjustment: Adjustment
    is_whole: bool = False


class ValueEditor(QFrame):
    """Type a number, or change it with the arrow keys or the wheel (finer with Shift, coarser with Ctrl).

    A step takes effect at once; typed text is applied with Enter or a click elsewhere. Escape restores the old value.
    Everything together is one undo step.

    Signals
    -------
    open_changed(bool) : the editor has opened or closed.
    """

    open_changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._request: ValueRequest | None = None
        self._value = 0.0
        self._at = QPoint()
        self.setProperty("look", "card")
        self._title = QLabel(self)
        self._title.setProperty("look", "caption")
        self._title.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._forget_problem)
        self.problem = QLabel(self)
        self.problem.setProperty("look", "error")
        self.problem.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(metrics.SMALL, metrics.SMALL, metrics.SMALL, metrics.SMALL)
        self._column.setSpacing(metrics.TINY)
        self._column.addWidget(self._title)
        self._column.addWidget(self.field)
        self._column.addWidget(self.problem)
        self.hide()

    def open(self, request: ValueRequest, at: QPoint) -> None:
        """Show the editor beside a point of its parent."""
        self.apply()
        self._request, self._value = request, request.value
        self._title.setText(request.title)
        title_width = self._title.fontMetrics().horizontalAdvance(request.title) + 3 * metrics.SMALL
        self.setFixedWidth(round(min(max(title_width, grown(_LEAST_WIDTH)), grown(_MOST_WIDTH))))
        self.field.setAccessibleName(request.title)
        self.field.setToolTip(
            self.tr(
                "Fractions such as 1/3 are allowed. Arrow keys or wheel: step; finer with Shift, coarser with Ctrl."
            )
        )
        self._show_value()
        self._at = at
        self._set_valid(True)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()
        self.open_changed.emit(True)

    def apply(self) -> None:
        """Apply the typed text and close; what is no number, or is refused, stays with the reason."""
        if self._request is not None and self._commit():
            self._close()

    def cancel(self) -> None:
        """Restore the old value and close."""
        if self._request is not None:
            self._request.adjustment.take_back()
            self._close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        if isinstance(event, QWheelEvent):
            turned = event.angleDelta().y() or event.angleDelta().x()
            if turned:
                self._nudge(1 if turned > 0 else -1, event.modifiers())
            return True
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            # While the field is open, it takes these keys, even if the window uses them as shortcuts.
            event.accept()
            return True
        if _is_click_away(event):
            self.apply()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._nudge(1 if event.key() == Qt.Key.Key_Up else -1, event.modifiers())
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._commit():
                self._close()
        else:
            return False
        return True

    def _nudge(self, sign: int, modifiers: Qt.KeyboardModifier) -> None:
        if self._request is None:
            return
        step = self._request.step
        if modifiers & Qt.KeyboardModifier.ShiftModifier and not self._request.is_whole:
            step *= _FINE
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            step *= _COARSE
        typed = self._typed()
        self._value = round((self._value if typed is None else typed) + sign * step, 6)
        self._show_value()
        self._set_valid(self._request.adjustment.apply(self._value))

    def _commit(self) -> bool:
        assert self._request is not None
        try:
            typed = self._read()
        except SettingError as error:
            self._set_valid(False, sentence(error))
            return False
        # An untouched field means no change, even if its text has fewer digits than the number.
        if self.field.isModified() and typed != self._value and not self._request.adjustment.apply(typed):
            self._set_valid(False)
            return False
        return True

    def _typed(self) -> float | None:
        try:
            return self._read()
        except SettingError:
            return None

    def _read(self) -> float:
        number = parse_number(self.field.text())
        if self._request is not None and self._request.is_whole and number != int(number):
            raise SettingError(_NOT_WHOLE, text=self.field.text())
        return number

    def _show_value(self) -> None:
        assert self._request is not None
        self.field.setText(str(int(self._value)) if self._request.is_whole else exact_text(self._value))

    @Slot()
    def _forget_problem(self) -> None:
        self._set_valid(True)

    def _set_valid(self, is_valid: bool, problem: str = "") -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._place()
        self.field.setProperty("valid", "true" if is_valid else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _place(self) -> None:
        """Take the height that the texts need, below the point that it belongs to or else above it."""
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        room = parent_of(self).rect().adjusted(4, 4, -4, -4)
        x = min(max(room.left(), self._at.x() - self.width() // 2), room.right() - self.width())
        y = self._at.y() + _BESIDE
        if y + self.height() > room.bottom():
            y = self._at.y() - _BESIDE - self.height()
        self.move(x, max(room.top(), y))

    def _close(self) -> None:
        self._request = None
        # Before hiding, or Qt would look for another widget to give the focus to.
        if self.field.hasFocus():
            parent_of(self).setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.open_changed.emit(False)


def _is_click_away(event: QEvent) -> bool:
    """Return whether the field loses the focus to anything but its own context menu."""
    return isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason
