"""Table: numbers of a panel as named columns, and how they become a CSV file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import numpy as np

from nnplay.disk.csv_text import csv_text
from nnplay.disk.writing import write_file

Column = Sequence[object] | np.ndarray


@dataclass(frozen=True, eq=False)
class Table:
    """Columns by name, in their order; the names are the same in every language, as other programs read them.

    Columns may differ in length, where curves do.
    """

    columns: Mapping[str, Column]

    def csv_text(self) -> str:
        """Lines of comma-separated values (RFC 4180); a number reads back the same, NaN is an empty cell."""
        return csv_text([self.columns, *zip_longest(*self.columns.values(), fillvalue="")])

    def write_csv(self, path: Path) -> None:
        """Write a file in UTF-8.

        Raises
        ------
        OSError
            If it cannot be written.
        """
        write_file(path, self.csv_text().encode())
