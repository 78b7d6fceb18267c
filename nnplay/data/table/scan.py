"""A first scan of a whole table: what its columns hold, so that the user can choose how to use them."""

from __future__ import annotations

from dataclasses import dataclass

from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.table.counting import ColumnCounts, ColumnScan
from nnplay.data.table.format import TableFormat, sniff
from nnplay.data.table.reader import TableSource, read_head, read_pieces
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

N_PREVIEW_ROWS = 50

_MAX_NAME_LENGTH = 60


@dataclass(frozen=True)
class TableScan:
    """The content of a table.

    Attributes
    ----------
    preview, preview_numbers
        Its first rows without the header, and their numbers in the file.
    """

    source: TableSource
    form: TableFormat
    n_rows: int
    columns: tuple[ColumnScan, ...]
    preview: tuple[tuple[str, ...], ...]
    preview_numbers: tuple[int, ...]


def scan_table(
    source: TableSource,
    form: TableFormat | None = None,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> TableScan:
    """Read a table once and count.

    Parameters
    ----------
    form
        The table's format; None to detect it.

    Raises
    ------
    DataError
        If it cannot be read.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    form = form or sniff(read_head(source))
    text = QT_TRANSLATE_NOOP("loading", "Scanning the table")
    names: tuple[str, ...] | None = None
    columns: list[ColumnCounts] = []
    preview: list[tuple[str, ...]] = []
    numbers: list[int] = []
    n_rows = 0
    for piece in read_pieces(source, form, report, should_cancel, text):
        if names is None and piece.rows:
            names = column_names(piece.rows[0], form.has_header)
            columns = [ColumnCounts() for _ in names]
            if form.has_header:
                piece = piece.without_first()
        n_rows += len(piece.rows)
        n_shown = N_PREVIEW_ROWS - len(preview)
        preview.extend(map(tuple, piece.rows[:n_shown]))
        numbers.extend(piece.numbers[:n_shown])
        for column, cells in zip(columns, zip(*piece.rows, strict=True), strict=False):
            column.add(cells, form.decimal, piece.numbers)
    if not n_rows or names is None:
        raise DataError(QT_TRANSLATE_NOOP("errors", "“{file}” has no rows of data."), file=source.name)
    scans = tuple(column.scan(name, form.decimal) for name, column in zip(names, columns, strict=True))
    return TableScan(source, form, n_rows, scans, tuple(preview), tuple(numbers))


def column_names(first_row: list[str], is_header: bool) -> tuple[str, ...]:
    """Return a distinct name for each column: those of the header, or numbers from 1."""
    names: list[str] = []
    for number, cell in enumerate(first_row, 1):
        word = "".join(sign for sign in cell.strip() if sign.isprintable())[:_MAX_NAME_LENGTH] if is_header else ""
        name, n = word or str(number), 2
        while name in names:
            name, n = f"{word or number} ({n})", n + 1
        names.append(name)
    return tuple(names)
