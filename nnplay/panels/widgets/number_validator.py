"""NumberValidator: keeps a field open while what is typed in it is no number, and says why."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QToolTip

from nnplay.appearance.sentences import sentence
from nnplay.engine import NnplayError
from nnplay.project.typed_number import parse_number


class NumberValidator(QValidator):
    """Belongs to one field, such as the editor of a table's cell, which Return then leaves open."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return (QValidator.State.Intermediate if _problem(text) else QValidator.State.Acceptable), text, position

    def fixup(self, text: str) -> str:
        """Say what is wrong beside the field; the text stays as it is."""
        QToolTip.showText(self._field.mapToGlobal(QPoint(0, self._field.height())), _problem(text), self._field)
        return text


def _problem(text: str) -> str:
    try:
        parse_number(text)
    except NnplayError as error:
        return sentence(error)
    return ""
