"""DateField: a text field for a date, with a calendar to choose it from; its value is the number made of the date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nnplay.appearance.icons import set_icon
from nnplay.data.table.dates import DatePart, date_numbers, date_of, day_text
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError
from nnplay.panels.training.number_field import NumberField
from nnplay.panels.try_it.calendar import Calendar


class DateField(NumberField):
    """Accepts every date that a table may hold: 2024-01-31, 2024/1/31, 31.1.2024, 2024年1月31日.

    Its value is in days since 1970-01-01. Its button opens a calendar, as does Alt+Down.
    """

    def __init__(self, *, is_optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(is_optional=is_optional, parent=parent)
        choose = QAction(self.tr("Choose a date"), self)
        choose.setToolTip(self.tr("Choose a date from a calendar (Alt+Down)"))
        set_icon(choose, "calendar")
        choose.triggered.connect(self.open_calendar)
        self.addAction(choose, QLineEdit.ActionPosition.TrailingPosition)

    @Slot()
    def open_calendar(self) -> None:
        """Show a calendar beside the field; the day chosen in it is the new value."""
        shown = date_of(self.text()) or date_of(self.placeholderText()) or date.today()  # an empty field counts as that
        calendar = Calendar(QDate(shown.year, shown.month, shown.day), self)
        calendar.chosen.connect(self._on_chosen)
        calendar.open_beside(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    @Slot(QDate)
    def _on_chosen(self, day: QDate) -> None:
        self.setText(day.toString(Qt.DateFormat.ISODate))
        self.commit()

    @staticmethod
    def _shown(value: float | None) -> str:
        return "" if value is None else day_text(value)

    def _read(self) -> float | None:
        text = self.text().strip()
        if not text and self._is_optional:
            return None
        if date_of(text) is None:
            raise SettingError(
                QT_TRANSLATE_NOOP("errors", "“{text}” is not a date. Write it as 2024-01-31 or 31.1.2024."), text=text
            )
        return float(date_numbers((text,), DatePart.DAYS)[0][0])
