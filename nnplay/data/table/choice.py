"""The choice of a table: a file or its content, its format, and the use of its columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from nnplay.data.checks import check_share
from nnplay.data.choice import DataChoice, NoDataError
from nnplay.data.dataset import Dataset, Task
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.data.stored import check_unchanged
from nnplay.data.table.columns import Column, Role, Scaling
from nnplay.data.table.format import TableFormat
from nnplay.data.table.load import load_table
from nnplay.data.table.reader import TableSource
from nnplay.data.table.scan import TableScan
from nnplay.engine import DataError
from nnplay.engine.checks import check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_PLAIN = TableFormat()


@dataclass(frozen=True)
class TableChoice(DataChoice):
    """A table.

    Attributes
    ----------
    path
        The file; empty for one still to be chosen.
    checksum
        SHA-256 of the file's content in hexadecimal digits, empty if unknown; a different file is refused.
    content
        The file's content if it is small enough to be stored in the project; the path is then only a name.
    form
        The table's format.
    columns
        The columns in their order; one of them is the target.
    goal
        The kind of target: a quantity, one of two classes, one of several.
    train_share
        Share of the rows to train on, 0.1 to 1.
    is_stratified
        Whether the split is stratified by class.
    n_rows
        Number of rows when the file was scanned, 0 if unknown; for display only.

    Raises
    ------
    DataError
        If these do not fit together.
    """

    MAX_STORED: ClassVar[int] = 1 << 20

    path: str = ""
    checksum: str = ""
    content: bytes = b""
    form: TableFormat = _PLAIN
    columns: tuple[Column, ...] = ()
    goal: Task = Task.REGRESSION
    train_share: float = 0.8
    is_stratified: bool = True
    n_rows: int = 0

    def __post_init__(self) -> None:
        targets = [column for column in self.columns if column.role is Role.TARGET]
        if len(targets) != 1 or not any(column.is_input for column in self.columns):
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "A table needs one column to predict and at least one input column: choose their roles.",
                )
            )
        if len({column.name for column in self.columns}) < len(self.columns):
            raise DataError(QT_TRANSLATE_NOOP("errors", "Two columns of a table have the same name."))
        n_classes = len(targets[0].categories)
        allowed = {Task.REGRESSION: n_classes == 0, Task.YES_NO: n_classes == 2, Task.MULTICLASS: n_classes >= 2}
        if not allowed.get(self.goal, False):
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "The column “{column}” has {found} class(es), which does not fit its role."
                ),
                column=targets[0].name,
                found=n_classes,
            )
        if len(self.content) > self.MAX_STORED:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "A table of {found} bytes is too large to be stored in a project; the limit is {most}."
                ),
                found=len(self.content),
                most=self.MAX_STORED,
            )
        check_share(self.train_share, most=1)
        check_whole("number of rows", self.n_rows, 0, 1 << 40)

    @property
    def task(self) -> Task:
        return self.goal

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (len(self.input_names),)

    @property
    def n_outputs(self) -> int:
        return len(self.target.categories) if self.goal is Task.MULTICLASS else 1

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.target.categories

    @property
    def input_names(self) -> tuple[str, ...]:
        return tuple(name for column in self.columns for name in column.input_names)

    @property
    def target(self) -> Column:
        """The column to predict."""
        return next(column for column in self.columns if column.role is Role.TARGET)

    @property
    def source(self) -> TableSource:
        """Where the table's bytes come from."""
        return TableSource(self.path, self.content)

    def with_table(self, scan: TableScan, checksum: str) -> TableChoice:
        """Return the same roles for another file; DataError if they do not fit its columns."""
        if len(scan.columns) != len(self.columns):
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "“{file}” has {found} columns; {expected} are expected: open it again."),
                file=scan.source.name,
                found=len(scan.columns),
                expected=len(self.columns),
            )
        columns = []
        for column, found in zip(self.columns, scan.columns, strict=True):
            is_named_alike = column.name == found.name or not scan.form.has_header
            if column.categories and set(column.categories) != set(found.categories):
                raise DataError(
                    QT_TRANSLATE_NOOP("errors", "The column “{column}” has different categories than before."),
                    column=found.name,
                )
            columns.append(column if is_named_alike else replace(column, name=found.name))
        return replace(
            self,
            path=scan.source.name,
            checksum=checksum,
            content=scan.source.content,
            form=scan.form,
            columns=tuple(columns),
            n_rows=scan.n_rows,
        )

    def scaled(self, scaling: Scaling) -> TableChoice:
        """Return the choice with this scaling for all numbers."""
        columns = (replace(each, scaling=scaling) if each.role is Role.NUMBER else each for each in self.columns)
        return replace(self, columns=tuple(columns))

    @property
    def location(self) -> str:
        return "" if self.content else self.path

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        if not self.path:
            raise NoDataError(
                QT_TRANSLATE_NOOP(
                    "errors", "No table is chosen: open the CSV file that this network should learn from."
                )
            )
        if not self.content:
            check_unchanged(self.path, self.checksum, should_cancel)
        return load_table(
            self.source,
            self.form,
            self.columns,
            self.goal,
            self.train_share,
            self.is_stratified,
            seed_split,
            report,
            should_cancel,
        )
