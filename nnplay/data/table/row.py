"""One row of a table, read again from its file, and its preparation step by step."""

from __future__ import annotations

from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.table.choice import TableChoice
from nnplay.data.table.preparation import Preparation, PreparationStep
from nnplay.data.table.reader import read_pieces
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP


def row_steps(
    choice: TableChoice,
    preparation: Preparation,
    number: int,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> tuple[PreparationStep, ...]:
    """Return the preparation of one row, cell by cell.

    Parameters
    ----------
    number
        The row's number in the file, from 1, counting the header.

    Raises
    ------
    DataError
        If the file no longer has such a row, or cannot be read.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    text = QT_TRANSLATE_NOOP("loading", "Reading the table")
    for piece in read_pieces(choice.source, choice.form, report, should_cancel, text):
        if number in piece.numbers:
            row = piece.rows[piece.numbers.index(number)]
            cells = [cell for cell, column in zip(row, choice.columns, strict=True) if column.is_input]
            return preparation.steps(cells)
    raise DataError(
        QT_TRANSLATE_NOOP("errors", "“{file}” no longer has row {row}: open it again."), file=choice.path, row=number
    )
