"""Guesses the roles of a table's columns; the user can change them."""

from __future__ import annotations

from nnplay.data.dataset import Task
from nnplay.data.table.choice import TableChoice
from nnplay.data.table.columns import Column, Missing, Role, Scaling
from nnplay.data.table.counting import ColumnScan
from nnplay.data.table.scan import TableScan
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_TARGET_NAMES = frozenset(
    ("target", "label", "labels", "class", "y", "outcome", "species", "output", "目标", "标签", "类别", "结果")
)
_ID_NAMES = frozenset(("id", "index", "no", "no.", "nr", "nr.", "number", "row", "uid", "uuid", "key", "rownames")) | {
    *("编号", "序号", "行号", "学号", "工号", "证号", "身份证号", "编码", "代码")
}
_LEAST_ROWS = 3
_MOST_ONE_HOT = 20
_MOST_NUMBERED_CLASSES = 10


def suggested_choice(
    scan: TableScan, path: str, checksum: str, content: bytes = b"", scaling: Scaling = Scaling.STANDARDISE
) -> TableChoice:
    """Return a choice for a scanned table: its target, and a role for each other column.

    Raises
    ------
    DataError
        If no column can be predicted, or no input column is left.
    """
    target = _target(scan)
    goal = suggested_goal(scan.columns[target], scan.form.decimal)
    columns = tuple(
        Column(each.name, Role.TARGET, each.categories if goal is not Task.REGRESSION else ())
        if number == target
        else suggested_input(each, scaling)
        for number, each in enumerate(scan.columns)
    )
    if not any(column.is_input for column in columns):  # even a running number is more than nothing
        columns = tuple(
            _number_column(each, scaling) if each.is_running and number != target else column
            for number, (each, column) in enumerate(zip(scan.columns, columns, strict=True))
        )
    if not any(column.is_input for column in columns):
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” has no input column: a column of numbers, or of a few categories."),
            file=scan.source.name,
        )
    return TableChoice(path, checksum, content, scan.form, columns, goal, n_rows=scan.n_rows)


def _target(scan: TableScan) -> int:
    """Return the last column whose name suggests a target, else the last that can be one."""
    possible = [i for i, each in enumerate(scan.columns) if not each.is_constant and _can_be_target(each)]
    possible = [i for i in possible if left_out(scan.columns[i]) is None] or possible
    if not possible:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” has no column to predict: a column of different numbers, or of two or more classes."
            ),
            file=scan.source.name,
        )
    named = [i for i in possible if scan.columns[i].name.strip().lower() in _TARGET_NAMES]
    return (named or possible)[-1]


def _can_be_target(column: ColumnScan) -> bool:
    return column.n_words == 0 or len(column.categories) >= 2


def suggested_goal(column: ColumnScan, decimal: str) -> Task:
    """Return the likely kind of target for a column."""
    n_classes = len(column.categories)
    is_counted = all(decimal not in each for each in column.categories) and n_classes <= _MOST_NUMBERED_CLASSES
    if column.n_words == 0 and not (n_classes == 2 or (n_classes and is_counted)):
        return Task.REGRESSION
    return Task.YES_NO if n_classes == 2 else Task.MULTICLASS


def suggested_input(column: ColumnScan, scaling: Scaling = Scaling.STANDARDISE) -> Column:
    """Return the likely role of a column that is not the target."""
    if left_out(column) is not None:
        return Column(column.name, Role.IGNORE)
    # A stray word among numbers does not make them categories; the person decides what it means.
    if column.n_numbers > column.n_words:
        return _number_column(column, scaling)
    return Column(column.name, Role.ONE_HOT, column.categories)


def left_out(column: ColumnScan) -> str | None:
    """Return why a column is left out at first (translation context ``columns``), or None if it is used."""
    if column.has_dates:
        return QT_TRANSLATE_NOOP("columns", "Dates. As numbers they can be days, years, months or weekdays.")
    if column.is_constant:
        return QT_TRANSLATE_NOOP("columns", "All cells are equal.")
    n_cells = column.n_numbers + column.n_words
    name = column.name.strip().lower()
    is_nameless = not name or name.isdecimal() or name.startswith("unnamed")
    if column.is_running and n_cells >= _LEAST_ROWS and (is_nameless or name in _ID_NAMES):
        return QT_TRANSLATE_NOOP("columns", "Row numbers.")
    if column.is_unique and n_cells >= _LEAST_ROWS and (name in _ID_NAMES or column.n_words > column.n_numbers):
        return QT_TRANSLATE_NOOP("columns", "Identifiers: every cell is different.")
    if column.n_numbers > column.n_words:
        return None
    if len(column.categories) < 2 or len(column.categories) > _MOST_ONE_HOT:  # none: more than can be categories
        return QT_TRANSLATE_NOOP("columns", "Too many different words to be categories.")
    return None


def _number_column(column: ColumnScan, scaling: Scaling) -> Column:
    missing = Missing.MEDIAN if column.n_missing else Missing.DROP
    return Column(column.name, Role.NUMBER, missing=missing, scaling=scaling)
