"""Opening whatever a person points at: the choice of data that a file or folder stands for."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from nnplay.data.arrays import open_arrays
from nnplay.data.choice import DataChoice
from nnplay.data.choices import IdxFolderChoice
from nnplay.data.idx_folder import IDX_NAMES, has_idx_files
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.pictures.folder import PictureFolderChoice, picture_classes
from nnplay.data.stored import checksum_of
from nnplay.data.table.choice import TableChoice
from nnplay.data.table.format import TableFormat, sniff
from nnplay.data.table.reader import TableSource, read_head
from nnplay.data.table.scan import TableScan, scan_table
from nnplay.data.table.suggestion import suggested_choice
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

DATA_SUFFIXES = (".csv", ".tsv", ".txt", ".data", ".npz")
"""Names of files that are taken for data end so; any other may still be one, if a person says so."""


def is_table(path: Path) -> bool:
    """Whether a path is neither a folder nor a file of arrays."""
    return not path.is_dir() and path.suffix.lower() != ".npz"


def open_data(
    path: Path,
    present: DataChoice | None = None,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> DataChoice:
    """The choice that a path stands for: a folder of IDX files or of pictures, a file of arrays, or a table.

    Parameters
    ----------
    present
        What is chosen now. A table in which it fits, column by column, is taken as it says; else what is likely meant
        is found out.

    Raises
    ------
    DataError
        If it cannot be read, or is nothing to learn from.
    LoadCancelledError
        If ``should_cancel`` said so.
    """
    if path.is_dir():
        return _open_folder(path)
    if path.suffix.lower() == ".npz":
        return open_arrays(path, report, should_cancel)
    scan, checksum = look_through(TableSource(str(path.absolute())), None, report, should_cancel)
    return table_choice(scan, checksum, present)


def look_through(
    source: TableSource,
    form: TableFormat | None = None,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> tuple[TableScan, str]:
    """What a table holds, and its check sum; a small one is read into memory, to be stored in a project.

    Raises
    ------
    DataError
        If it cannot be read.
    LoadCancelledError
        If ``should_cancel`` said so.
    """
    read_head(source)
    if source.content:
        return scan_table(source, form, report, should_cancel), sha256(source.content).hexdigest()
    path = Path(source.name)
    checksum = checksum_of(path, should_cancel)
    if source.size() <= TableChoice.MAX_STORED:
        source = TableSource(source.name, path.read_bytes())
    return scan_table(source, form, report, should_cancel), checksum


def glance(source: TableSource, form: TableFormat | None = None) -> TableScan | None:
    """What the beginning of a long table holds, in a few milliseconds; None where all of it is read as quickly."""
    head = read_head(source)
    form = form or sniff(head)
    if len(head) >= source.size() or form.encoding.startswith("utf-16"):  # whose line ends are no single bytes
        return None
    whole_lines = head[: head.rfind(b"\n") + 1]
    try:
        return scan_table(TableSource(source.name, whole_lines), form) if whole_lines else None
    except DataError:
        return None  # a cell in quotes may go on behind the head; what is really wrong the whole table says


def _open_folder(folder: Path) -> DataChoice:
    if has_idx_files(folder):
        return IdxFolderChoice(str(folder.absolute()))
    classes = picture_classes(folder)
    if len(classes) < 2:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The folder “{folder}” has neither MNIST files ({names}) nor two or more folders of pictures, one for"
                " each class.",
            ),
            folder=folder,
            names=", ".join(IDX_NAMES),
        )
    return PictureFolderChoice(str(folder.absolute()), tuple(classes))


def table_choice(scan: TableScan, checksum: str, present: DataChoice | None = None) -> TableChoice:
    """The choice for a table that was looked through."""
    if isinstance(present, TableChoice):
        try:
            return present.with_table(scan, checksum)
        except DataError:
            pass  # another table than the one before: its columns mean something else
    return suggested_choice(scan, scan.source.name, checksum, scan.source.content)
