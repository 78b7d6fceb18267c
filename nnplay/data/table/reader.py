"""Reads a table's rows in pieces: at most a few thousand rows of a file are in memory, however long it is.

The standard library's ``csv`` reads lines that we supply: it understands every kind of quoting, names the line at which
it fails, adds nothing to the bundle, and lets other threads run between two pieces, so that the window stays
responsive. NumPy's ``loadtxt`` reads pure numbers faster, but blocks the interpreter, and knows neither words nor
missing cells nor the row and column of an error.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from nnplay.data.loading import LoadCancelledError, ReportProgress, ShouldCancel
from nnplay.data.table.foreign import check_is_no_model
from nnplay.data.table.format import TableFormat
from nnplay.disk.reading import open_file, size_of
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of

MAX_FILE_SIZE = 4 << 30
MAX_COLUMNS = 2_000

_BLOCK = 1 << 16
_MAX_LINE = 1 << 20
_ROWS_A_PIECE = 1_000
_GZIP_MAGIC = b"\x1f\x8b"
_ZIP_MAGIC = b"PK\x03\x04"


@dataclass(frozen=True)
class TableSource:
    """The source of a table: a file, or its content stored in the project.

    Attributes
    ----------
    name
        Its name in messages.
    """

    name: str
    content: bytes = b""

    def open(self) -> BinaryIO:
        """Open the bytes from the beginning; OSError if they cannot be read."""
        return io.BytesIO(self.content) if self.content else open_file(Path(self.name))

    def size(self) -> int:
        """Return the number of bytes."""
        return len(self.content) or size_of(Path(self.name))


@dataclass(frozen=True)
class Piece:
    """Some rows of cells.

    Attributes
    ----------
    numbers
        The number of each row in the file as a spreadsheet shows it: from 1, counting the header and empty rows.
    """

    numbers: list[int]
    rows: list[list[str]]

    def without_first(self) -> Piece:
        """Return all rows but the first, which holds the names."""
        return Piece(self.numbers[1:], self.rows[1:])


def read_head(source: TableSource, n_bytes: int = 1 << 17) -> bytes:
    """Return the first bytes, for detecting the format.

    Raises
    ------
    DataError
        If there are none, or the file is a model or compressed.
    """
    try:
        if source.size() > MAX_FILE_SIZE:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "“{file}” is larger than {most} GB: split it, or use only part of its rows."
                ),
                file=source.name,
                most=MAX_FILE_SIZE >> 30,
            )
        with source.open() as file:
            head = file.read(n_bytes)
    except OSError as error:
        raise _unreadable(source, error) from error
    check_is_no_model(source.name, head)
    if head.startswith((_GZIP_MAGIC, _ZIP_MAGIC)):
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” is compressed (zip, gzip or a spreadsheet): unpack it, or save it as CSV first."
            ),
            file=source.name,
        )
    if not head.strip():
        raise DataError(QT_TRANSLATE_NOOP("errors", "“{file}” is empty."), file=source.name)
    return head


def read_pieces(
    source: TableSource, form: TableFormat, report: ReportProgress, should_cancel: ShouldCancel, text: str
) -> Iterator[Piece]:
    """Yield the rows piece by piece, header included; all have the same number of cells.

    If the format has a second row of names, it is joined to the first: ``height (cm)``.

    Raises
    ------
    DataError
        If the file cannot be read or does not match the format; names the row and a remedy.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    try:
        with source.open() as file:
            lines = _Lines(source, file, form.encoding)
            reader = csv.reader(
                lines,
                delimiter=form.separator,
                quotechar=form.quote,
                skipinitialspace=form.separator == " ",
                strict=True,
            )
            size, width, n_read, is_first = max(1, source.size()), 0, 0, True
            while True:
                if should_cancel():
                    raise LoadCancelledError
                try:
                    found = list(islice(reader, _ROWS_A_PIECE))
                except csv.Error as error:
                    raise DataError(
                        QT_TRANSLATE_NOOP(
                            "errors",
                            "“{file}”, line {line}: the quotes do not match. Correct the line, or choose other quotes.",
                        ),
                        file=source.name,
                        line=reader.line_num,
                    ) from error
                if not found:
                    return
                kept = [(n, row) for n, row in enumerate(found, n_read + 1) if row and (len(row) > 1 or row[0].strip())]
                n_read += len(found)
                piece = Piece([n for n, _ in kept], [row for _, row in kept])
                width = width or (len(piece.rows[0]) if piece.rows else 0)
                _check_widths(source, piece, width)
                if is_first and form.has_units:
                    piece = _with_units(piece)
                is_first = is_first and not piece.rows
                yield piece
                report(min(1.0, lines.n_bytes / size), text)
    except OSError as error:
        raise _unreadable(source, error) from error


class _Lines:
    """Yield the lines of a file, each of at most ``_MAX_LINE`` characters; longer ones are refused unread."""

    def __init__(self, source: TableSource, file: BinaryIO, encoding: str) -> None:
        self.n_bytes = 0
        self._source = source
        self._file = file
        self._encoding = encoding
        self._n_lines = 0

    def __iter__(self) -> Iterator[str]:
        decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(self._encoding)(), translate=True)
        rest = ""
        while block := self._file.read(_BLOCK):
            self.n_bytes += len(block)
            *lines, rest = (rest + self._decoded(decoder, block)).split("\n")
            yield from self._counted(lines)
            if len(rest) > _MAX_LINE:
                raise self._problem(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "“{file}”, line {line} is longer than {most} characters. Is this a text table?",
                    ),
                    most=_MAX_LINE,
                )
        yield from self._counted((rest + self._decoded(decoder, b"", is_last=True)).split("\n"))

    def _counted(self, lines: list[str]) -> Iterator[str]:
        for line in lines:
            self._n_lines += 1
            yield line + "\n"  # a quoted cell may continue on the next line

    def _decoded(self, decoder: io.IncrementalNewlineDecoder, block: bytes, is_last: bool = False) -> str:
        try:
            text = decoder.decode(block, is_last)
        except UnicodeError as error:
            raise self._problem(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{file}”, after line {line}: the text is not encoded in {encoding}. Choose another encoding.",
                ),
                encoding=self._encoding,
            ) from error
        if "\0" in text:
            raise self._problem(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{file}”, after line {line}: there are zero bytes. The file is not text, or has another encoding.",
                )
            )
        return text

    def _problem(self, template: str, **values: object) -> DataError:
        return DataError(template, file=self._source.name, line=self._n_lines + 1, **values)


def _with_units(piece: Piece) -> Piece:
    """Return a piece whose first two rows are one: the names, each with its unit."""
    if len(piece.rows) < 2:
        return piece
    names, units = piece.rows[:2]
    joined = [
        f"{name.strip()} ({unit.strip()})" if unit.strip() else name for name, unit in zip(names, units, strict=True)
    ]
    return Piece([piece.numbers[0], *piece.numbers[2:]], [joined, *piece.rows[2:]])


def _check_widths(source: TableSource, piece: Piece, width: int) -> None:
    if width > MAX_COLUMNS:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” has {found} columns; nnplay reads at most {most}."),
            file=source.name,
            found=width,
            most=MAX_COLUMNS,
        )
    for number, row in zip(piece.numbers, piece.rows, strict=True):
        if len(row) != width:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{file}”, row {row} has {found} cells, the first row has {expected}. Correct it, or choose another"
                    " separator or other quotes.",
                ),
                file=source.name,
                row=number,
                found=len(row),
                expected=width,
            )


def _unreadable(source: TableSource, error: OSError) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}."),
        file=source.name,
        reason=reason_of(error),
    )
