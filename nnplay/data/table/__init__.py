"""Tables: CSV and TSV files read in pieces, their columns understood, prepared and split."""

from nnplay.data.table.choice import TableChoice
from nnplay.data.table.columns import Column, Missing, Role, Scaling
from nnplay.data.table.counting import ColumnScan
from nnplay.data.table.format import TableFormat, sniff
from nnplay.data.table.preparation import Preparation, PreparationStep
from nnplay.data.table.scan import TableScan, scan_table
from nnplay.data.table.suggestion import suggested_choice

__all__ = [
    "Column",
    "ColumnScan",
    "Missing",
    "Preparation",
    "PreparationStep",
    "Role",
    "Scaling",
    "TableChoice",
    "TableFormat",
    "TableScan",
    "scan_table",
    "sniff",
    "suggested_choice",
]
