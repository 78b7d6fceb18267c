"""SpinBox and DoubleSpinBox: fields for numbers that a Chinese keyboard can type into, and that say why they refuse."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QToolTip

from nnplay.data.half_width import half_width
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_OUT_OF_RANGE = QT_TRANSLATE_NOOP("SpinBox", "“{text}” is not a number from {low} to {high}: it stays {value}.")


class SpinBox(QSpinBox):
    """A field for a whole number: ``１２`` is 12 as it is typed; what is out of range goes back with a sentence."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return _validated(super().validate(half_width(text), position))

    def fixup(self, text: str) -> str:
        _say_why(self, text)
        return str(super().fixup(text) or text)


class DoubleSpinBox(QDoubleSpinBox):
    """A field for a number with decimals; otherwise as ``SpinBox``. ``。`` and ``.`` are points in every language."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        plain = half_width(text)
        if self.locale().decimalPoint() == ",":
            plain = plain.replace(".", ",")
        return _validated(super().validate(plain, position))

    def fixup(self, text: str) -> str:
        _say_why(self, text)
        return str(super().fixup(text) or text)


def _validated(found: object) -> tuple[QValidator.State, str, int]:
    return cast(tuple[QValidator.State, str, int], found)  # PySide's stubs promise no more than an object


def _say_why(box: SpinBox | DoubleSpinBox, text: str) -> None:
    """Tell beside the field, which goes back to its last number, what was wrong with what was typed."""
    low, high, value = box.minimum(), box.maximum(), box.value()
    digits = box.decimals() if isinstance(box, QDoubleSpinBox) else 0
    sentence = QCoreApplication.translate("SpinBox", _OUT_OF_RANGE).format(
        text=text, **{name: f"{number:.{digits}f}" for name, number in (("low", low), ("high", high), ("value", value))}
    )
    QToolTip.showText(box.mapToGlobal(QPoint(0, box.height())), sentence, box)
