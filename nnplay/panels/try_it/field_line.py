"""FieldLine: one value of a row to type, to choose, or to set with a slider over the range of the data."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSlider, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import plain_text, short_text
from nnplay.asking import Field
from nnplay.asking.units import split_unit
from nnplay.engine import NnplayError
from nnplay.panels.training.number_field import NumberField
from nnplay.panels.try_it.date_field import DateField

_STEPS = 400
_WIDTH = 70
_DATE_WIDTH = 124


class FieldLine(QObject):
    """The widgets of one field, in a row of a form's grid.

    Signals
    -------
    edited()
        The person gave another value.
    touched()
        The person works on this field.
    refused(NnplayError)
        What was typed is not a number.
    """

    edited = Signal()
    touched = Signal()
    refused = Signal(object)

    def __init__(self, field: Field, shown_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        plain, unit = split_unit(shown_name)
        self._name = QLabel(plain)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setToolTip(shown_name)
        self._name.setMaximumWidth(round(100 * metrics.text_scale()))
        self._unit = QLabel(unit)
        self._unit.setProperty("look", "caption")
        self._unit.setTextFormat(Qt.TextFormat.PlainText)
        self._unit.setVisible(bool(unit))
        self._choice: QComboBox | None = None
        self._number: NumberField | None = None
        self._slider: QSlider | None = None
        if field.categories:
            self._make_choice(shown_name)
        else:
            self._make_number(shown_name)

    @property
    def cell(self) -> str:
        """The value as the text of a cell."""
        if self._choice is not None:
            return self.field.categories[self._choice.currentIndex()]
        assert self._number is not None
        return "" if self._number.value is None else self.field.text_of(self._number.value)

    def set_cell(self, cell: str) -> None:
        """Show another value without a signal."""
        if self._choice is not None:
            with QSignalBlocker(self._choice):
                self._choice.setCurrentIndex(self.field.categories.index(cell))
            return
        assert self._number is not None
        self._number.set_value(self.field.place_of(cell) if cell else None)
        self._number.home(False)  # of a long number the beginning counts
        self._show_on_slider()

    def set_focus(self) -> None:
        """Move the keyboard focus here."""
        field = self._choice or self._number
        assert field is not None  # one of them is there
        field.setFocus()

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put the widgets into a grid."""
        grid.addWidget(self._name, row, 0)
        if self._choice is not None:
            grid.addWidget(self._choice, row, 1, 1, 3)
        else:
            assert self._slider is not None
            assert self._number is not None
            grid.addWidget(self._slider, row, 1)
            grid.addWidget(self._number, row, 2)
            grid.addWidget(self._unit, row, 3)

    def _make_choice(self, name: str) -> None:
        self._choice = QComboBox()
        self._choice.addItems(list(self.field.categories))
        self._choice.setAccessibleName(name)
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.activated.connect(self.touched)
        self._choice.currentIndexChanged.connect(self.edited)
        self._name.setBuddy(self._choice)

    def _make_number(self, name: str) -> None:
        field = self.field
        self._number = (DateField if field.is_date else NumberField)(is_optional=field.may_be_empty)
        self._number.setFixedWidth(round((_DATE_WIDTH if field.is_date else _WIDTH) * metrics.text_scale()))
        self._number.setAccessibleName(name)
        text = self.tr("{low} to {high} in the training data").format(
            low=self._short(field.low), high=self._short(field.high)
        )
        if field.may_be_empty:
            self._number.setPlaceholderText(self._short(field.fill))
            text += "\n" + self.tr("Empty: counts as {value}").format(value=self._short(field.fill))
        self._number.setToolTip(text)
        self._number.setAccessibleDescription(text)
        self._number.committed.connect(self._on_typed)
        self._number.refused.connect(self._on_refused)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, self._n_steps())
        self._slider.setAccessibleName(name)
        self._slider.setToolTip(text)
        self._slider.setMinimumWidth(40)
        self._slider.setEnabled(field.high > field.low)
        self._slider.valueChanged.connect(self._on_slid)
        self._name.setBuddy(self._number)

    def _short(self, value: float) -> str:
        return self.field.text_of(value) if self.field.is_date else short(value)

    def _n_steps(self) -> int:
        span = self.field.high - self.field.low
        return round(span) if self.field.is_whole and 1 <= span <= _STEPS else _STEPS

    @property
    def is_outside(self) -> bool:
        """Whether the value is beyond anything in the training data."""
        value = None if self._number is None else self._number.value
        return value is not None and not self.field.low <= value <= self.field.high

    def _show_on_slider(self) -> None:
        assert self._slider is not None
        assert self._number is not None
        span = self.field.high - self.field.low
        value = self.field.average if self._number.value is None else self._number.value
        share = (value - self.field.low) / span if span > 0 else 0.0
        if not self._slider.isSliderDown():
            with QSignalBlocker(self._slider):
                self._slider.setValue(round(min(1.0, max(0.0, share)) * self._slider.maximum()))

    @Slot(object)
    def _on_typed(self) -> None:
        self._show_on_slider()
        self.touched.emit()
        self.edited.emit()

    @Slot(object)
    def _on_refused(self, error: NnplayError) -> None:
        self.refused.emit(error)

    @Slot(int)
    def _on_slid(self, place: int) -> None:
        assert self._slider is not None
        assert self._number is not None
        span = self.field.high - self.field.low
        self._number.set_value(self.field.rounded(self.field.low + span * place / self._slider.maximum()))
        self._number.home(False)
        self.touched.emit()
        self.edited.emit()


def short(value: float) -> str:
    """Return a number for a tooltip: whole numbers in full, others with four digits."""
    return plain_text(value) if value == round(value) and abs(value) < 1e9 else short_text(value, 4)
