"""Names for the uses of a table's columns, in the person's language."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.number_text import people_text
from nnplay.data import Task
from nnplay.data.table import Column, ColumnScan, Missing, Role, Scaling
from nnplay.data.table.dates import DatePart, day_text
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_WORDS: dict[Enum, str] = {
    Role.NUMBER: QT_TRANSLATE_NOOP("columns", "Number"),
    Role.ONE_HOT: QT_TRANSLATE_NOOP("columns", "Categories, one input each"),
    Role.ORDINAL: QT_TRANSLATE_NOOP("columns", "Categories in order"),
    Role.TARGET: QT_TRANSLATE_NOOP("columns", "To predict"),
    Role.IGNORE: QT_TRANSLATE_NOOP("columns", "Ignore"),
    Missing.DROP: QT_TRANSLATE_NOOP("columns", "Leave the row out"),
    Missing.MEAN: QT_TRANSLATE_NOOP("columns", "Mean"),
    Missing.MEDIAN: QT_TRANSLATE_NOOP("columns", "Median"),
    DatePart.DAYS: QT_TRANSLATE_NOOP("columns", "Days since 1970"),
    DatePart.YEAR: QT_TRANSLATE_NOOP("columns", "Year"),
    DatePart.MONTH: QT_TRANSLATE_NOOP("columns", "Month, 1 to 12"),
    DatePart.WEEKDAY: QT_TRANSLATE_NOOP("columns", "Weekday, 1 (Monday) to 7"),
    Scaling.STANDARDISE: QT_TRANSLATE_NOOP("columns", "Standardise"),
    Scaling.MIN_MAX: QT_TRANSLATE_NOOP("columns", "From 0 to 1"),
    Scaling.NONE: QT_TRANSLATE_NOOP("columns", "Unchanged"),
    Task.REGRESSION: QT_TRANSLATE_NOOP("columns", "A quantity"),
    Task.YES_NO: QT_TRANSLATE_NOOP("columns", "One of two classes"),
    Task.MULTICLASS: QT_TRANSLATE_NOOP("columns", "One of several classes"),
}

_FORMULAS = {
    Scaling.STANDARDISE: QT_TRANSLATE_NOOP("columns", "(x − mean) / standard deviation"),
    Scaling.MIN_MAX: QT_TRANSLATE_NOOP("columns", "(x − min) / (max − min)"),
    Scaling.NONE: QT_TRANSLATE_NOOP("columns", "x"),
}


def word(value: Enum) -> str:
    """Return the name of a use, a remedy, a range or a task."""
    return QCoreApplication.translate("columns", _WORDS[value])


def range_text(found: ColumnScan) -> str:
    """Return the range of a column's numbers or, if it has dates, of these."""
    if found.has_dates:
        low, high = day_text(found.first_day), day_text(found.last_day)
    else:
        low, high = people_text(found.low), people_text(found.high)
    return QCoreApplication.translate("columns", "{low} to {high}").format(low=low, high=high)


def formula_text(column: Column) -> str:
    """Return what the network gets for a column, as a formula in x, the value in the table; empty for nothing."""
    if column.role is Role.NUMBER:
        return QCoreApplication.translate("columns", _FORMULAS[column.scaling])
    if column.role is Role.ONE_HOT:
        text = QCoreApplication.translate("columns", "inputs of 0 or 1: {n}")
        return text.format(n=len(column.categories))
    if column.role is Role.ORDINAL:
        text = QCoreApplication.translate("columns", "0 to {last}")
        return text.format(last=len(column.categories) - 1)
    return ""
