"""Table: the numbers of a panel as named columns, and their CSV file."""

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
    """Columns by name, in order; the names are the same in every language, because other programs read them.

    Columns may differ in length, for example for curves.
    """

    columns: Mapping[str, Column]

    def csv_text(self) -> str:
        """Return comma-separated values (RFC 4180); numbers read back exactly, NaN becomes an empty cell."""
        return csv_text([self.columns, *zip_longest(*self.columns.values(), fillvalue="")])

    def write_csv(self, path: Path) -> None:
        """Write a file in UTF-8.

        Raises
        ------
        OSError
            If it cannot be written.
        """
        write_file(path, self.csv_text().encode())
