"""DateField: a text field for a date, whose value is the number that is made of it."""

from __future__ import annotations

from nnplay.data.table.dates import DatePart, date_numbers, date_of, day_text
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError
from nnplay.panels.training.number_field import NumberField


class DateField(NumberField):
    """Accepts every date that a table may hold: 2024-01-31, 2024/1/31, 31.1.2024, 2024年1月31日.

    Its value is in days since 1970-01-01.
    """

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
