"""NumberField: a text field for a number, which is committed when it loses the focus or Return is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nnplay.appearance.number_text import plain_text
from nnplay.engine.errors import QT_TRANSLATE_NOOP, NnplayError, SettingError
from nnplay.project.typed_number import parse_number

_WIDTH = 84


class NumberField(QLineEdit):
    """Accepts every way in which people write a number: 0.5, 0,5, 1/3.

    Parameters
    ----------
    is_whole
        Whether only whole numbers make sense.
    is_optional
        Whether the field may be empty, for None.

    Signals
    -------
    committed(float | int | None)
        Another number was entered.
    refused(NnplayError)
        The text is not a number; it stays, marked, until it is corrected or Escape brings the number back.
    """

    committed = Signal(object)
    refused = Signal(object)

    def __init__(self, *, is_whole: bool = False, is_optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_whole = is_whole
        self._is_optional = is_optional
        self._value: float | None = None
        self._misread: str | None = None
        self.setFixedWidth(_WIDTH)
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._forget_problem)

    @property
    def value(self) -> float | None:
        """The number that was committed or set last."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Show a number without committing it."""
        self._value = value
        self.setText(self._shown(value))
        self._mark(misread=None)

    @staticmethod
    def _shown(value: float | None) -> str:
        return "" if value is None else plain_text(value)

    @Slot()
    def commit(self) -> None:
        """Commit the text; a number that is shown rounded keeps its exact value until somebody types."""
        if self.text() in (self._shown(self._value), self._misread):
            return
        try:
            value = self._read()
        except NnplayError as error:
            self._mark(misread=self.text())
            self.refused.emit(error)
            return
        is_other = value != self._value
        self.set_value(value)
        if is_other:
            self.committed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._misread is not None:
            self.set_value(self._value)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _forget_problem(self) -> None:
        self._mark(misread=None)

    def _mark(self, *, misread: str | None) -> None:
        """Mark the field while it shows a text that is no number; ``misread`` is that text, or None."""
        self._misread = misread
        is_valid = "true" if misread is None else "false"
        if self.property("valid") != is_valid:
            self.setProperty("valid", is_valid)
            self.style().unpolish(self)
            self.style().polish(self)

    def _read(self) -> float | None:
        text = self.text().strip()
        if not text and self._is_optional:
            return None
        number = parse_number(text)
        if not self._is_whole:
            return number
        if number != int(number):
            raise SettingError(QT_TRANSLATE_NOOP("errors", "“{text}” is not a whole number."), text=text)
        return int(number)
