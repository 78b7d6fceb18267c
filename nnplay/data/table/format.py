"""The format of a table: encoding, separator, quotes, decimal sign, header; detected from its first bytes."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nnplay.data.table.numbers import is_missing, is_number
from nnplay.engine.checks import check_choice

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "latin-1")
SEPARATORS = (",", ";", "\t", "|", " ", "，", "；")
QUOTES = ('"', "'")
DECIMALS = (".", ",")

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_N_ROWS = 100
_LEAST_AGREEING = 0.9
_CHINESE = re.compile(rb"[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]|[\x81-\xfe][\x80-\xfe]")
"""A character of GB 18030 in four or two bytes; accented letters of Latin-1 rarely come in such groups. Those with a
second byte in ASCII are left out, since every accented letter before another letter looks like one.
"""

_MOSTLY = 0.8

_LEAST_FOR_UNITS = 5

_COMMA_NUMBER = re.compile(r"[+-]?\d+,\d+(e[+-]?\d+)?", re.IGNORECASE)


@dataclass(frozen=True)
class TableFormat:
    """The format of a table.

    Attributes
    ----------
    encoding, separator, quote, decimal
        One of ``ENCODINGS``, ``SEPARATORS``, ``QUOTES``, ``DECIMALS``.
    has_header
        Whether the first row holds the columns' names.
    has_units
        Whether a second row, such as one of units, belongs to the names.

    Raises
    ------
    SettingError
        If one of them is unknown.
    """

    encoding: str = "utf-8"
    separator: str = ","
    quote: str = '"'
    decimal: str = "."
    has_header: bool = False
    has_units: bool = False

    def __post_init__(self) -> None:
        check_choice("encoding", self.encoding, ENCODINGS)
        check_choice("separator", self.separator, SEPARATORS)
        check_choice("quote", self.quote, QUOTES)
        check_choice("decimal sign", self.decimal, DECIMALS)


def sniff(head: bytes) -> TableFormat:
    """Guess the format from a file's first bytes, about 100 kB; the user can correct the guess."""
    encoding = _encoding(head)
    text = head.decode(encoding, errors="replace")
    lines = io.IncrementalNewlineDecoder(None, translate=True).decode(text).split("\n")
    if len(lines) > 1:
        lines = lines[:-1]  # the last line may be cut
    lines = [line for line in lines if line.strip("\0 \t")][:_N_ROWS]
    quote = "'" if _is_quoted(lines, "'") and not _is_quoted(lines, '"') else '"'
    tables = {separator: _cells(lines, separator, quote) for separator in SEPARATORS}
    separator = max(SEPARATORS, key=lambda each: _fitness(tables[each]))
    rows = tables[separator]
    decimal = "," if separator != "," and _has_decimal_commas(rows) else "."
    has_header = _has_header(rows, decimal)
    return TableFormat(encoding, separator, quote, decimal, has_header, has_header and _has_units(rows, decimal))


def _encoding(head: bytes) -> str:
    for bom, name in _BOMS:
        if head.startswith(bom):
            return name
    n_pairs = len(head) // 2
    if n_pairs and head[1::2].count(0) > 0.4 * n_pairs:
        return "utf-16-le"
    if n_pairs and head[::2].count(0) > 0.4 * n_pairs:
        return "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
        return "utf-8"
    except UnicodeDecodeError:
        pass
    n_foreign = sum(byte >= 0x80 for byte in head)
    n_chinese = sum(byte >= 0x80 for group in _CHINESE.findall(head) for byte in group)
    try:
        codecs.getincrementaldecoder("gb18030")().decode(head)
    except UnicodeDecodeError:
        return "latin-1"
    return "gb18030" if n_chinese >= _MOSTLY * n_foreign else "latin-1"


def _is_quoted(lines: Sequence[str], quote: str) -> bool:
    pattern = re.compile(rf"(?:^|[,;\t| ]){quote}[^{quote}]*{quote}(?:[,;\t| ]|$)")
    return any(pattern.search(line) for line in lines)


def _cells(lines: Sequence[str], separator: str, quote: str) -> list[list[str]]:
    """Return the cells of the lines; none if quotes and separator do not fit together."""
    reader = csv.reader(lines, delimiter=separator, quotechar=quote, skipinitialspace=separator == " ", strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error:
        if reader.line_num < len(lines):  # at the end only the head is cut off
            return []
    return rows


def _fitness(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Rate a separator: the number of cells on which nearly all rows agree, then the number of rows that it splits."""
    if not rows:
        return 0, 0
    (width, n_rows), *_ = Counter(map(len, rows)).most_common(1)
    agreed = width if width > 1 and n_rows >= _LEAST_AGREEING * len(rows) else 0
    return agreed, sum(len(row) > 1 for row in rows)


def _has_decimal_commas(rows: Sequence[Sequence[str]]) -> bool:
    cells = [cell.strip() for row in rows for cell in row]
    n_commas = sum(_COMMA_NUMBER.fullmatch(cell) is not None for cell in cells)
    n_points = sum("." in cell and is_number(cell, ".") for cell in cells)
    return n_commas > n_points


def _has_units(rows: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether the second row has words above numbers, and no number and no word that occurs below."""
    if len(rows) < _LEAST_FOR_UNITS:
        return False
    n_units = 0
    for i, cell in enumerate(rows[1]):
        column = [row[i] for row in rows[2:] if i < len(row)]
        if is_number(cell, decimal) or (not is_missing(cell) and cell in column):
            return False
        n_numbers = sum(is_number(each, decimal) for each in column)
        is_numeric = n_numbers > 0 and all(is_number(each, decimal) or is_missing(each) for each in column)
        if is_numeric:
            n_units += not is_missing(cell)
        elif not n_numbers and not is_missing(cell) and len(set(column)) == len(column):
            return False  # one more word among words that are all different
    return n_units > 0


def _has_header(rows: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether the first row has words above numbers, or, in a table of words, words that do not occur below."""
    if len(rows) < 2:
        return False
    first, rest = rows[0], rows[1:]
    columns = [[row[i] for row in rest if i < len(row)] for i in range(len(first))]
    if any(is_number(cell, decimal) for cell in first):
        return False
    is_numeric = [
        sum(is_number(cell, decimal) for cell in column) > 0.5 * max(1, sum(not is_missing(cell) for cell in column))
        for column in columns
    ]
    if any(is_numeric):
        return True
    return len(rest) > 1 and all(
        name and name not in column and len(set(column)) < len(column)
        for name, column in zip(first, columns, strict=True)
    )
