"""Table: numbers of a panel as named columns, and how they become a CSV file."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import zip_longest
from pathlib import Path

import numpy as np

from nnplay.project.storage.atomic_write import write_atomically

Column = Sequence[object] | np.ndarray


@dataclass(frozen=True, eq=False)
class Table:
    """Columns by name, in their order; the names are the same in every language, as other programs read them.

    Columns may differ in length, where curves do.
    """

    columns: Mapping[str, Column]

    def csv_text(self) -> str:
        """Lines of comma-separated values (RFC 4180); a number reads back the same, NaN is an empty cell."""
        out = StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.columns)
        for row in zip_longest(*self.columns.values(), fillvalue=""):
            writer.writerow([_cell(value) for value in row])
        return out.getvalue()

    def write_csv(self, path: Path) -> None:
        """Write a file in UTF-8.

        Raises
        ------
        OSError
            If it cannot be written.
        """
        write_atomically(path, self.csv_text().encode())


def _cell(value: object) -> object:
    if isinstance(value, np.generic):
        value = value.item()
    return "" if isinstance(value, float) and value != value else value
