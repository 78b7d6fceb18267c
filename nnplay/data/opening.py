"""Turns a file or folder that the user opens into a choice of data."""

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
from nnplay.disk.reading import is_folder, read_file
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

DATA_SUFFIXES = (".csv", ".tsv", ".txt", ".data", ".npz")
"""Suffixes of files that are taken for data; any other file may be data if the user says so."""


def is_table(path: Path) -> bool:
    """Whether a path is neither a folder nor an .npz file."""
    return not is_folder(path) and path.suffix.lower() != ".npz"


def open_data(
    path: Path,
    present: DataChoice | None = None,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> DataChoice:
    """Return the choice for a path: a folder of IDX files or of pictures, an .npz file, or a table.

    Parameters
    ----------
    present
        The present choice. A table with the same columns keeps its settings; otherwise they are guessed.

    Raises
    ------
    DataError
        If it cannot be read, or there is nothing to learn from.
    LoadCancelledError
        If ``should_cancel`` said so.
    """
    if is_folder(path):
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
    """Scan a table and return the scan and the checksum; a small table is read into memory, to be stored in a project.

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
        source = TableSource(source.name, read_file(path, TableChoice.MAX_STORED))
    return scan_table(source, form, report, should_cancel), checksum


def glance(source: TableSource, form: TableFormat | None = None) -> TableScan | None:
    """Scan the beginning of a long table within a few milliseconds; None if the whole table is read as quickly."""
    head = read_head(source)
    form = form or sniff(head)
    if len(head) >= source.size() or form.encoding.startswith("utf-16"):  # its line ends are not single bytes
        return None
    whole_lines = head[: head.rfind(b"\n") + 1]
    try:
        return scan_table(TableSource(source.name, whole_lines), form) if whole_lines else None
    except DataError:
        return None  # a quoted cell may continue after the head; real errors are found when the whole table is read


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
    """Return the choice for a table that was scanned."""
    if isinstance(present, TableChoice):
        try:
            return present.with_table(scan, checksum)
        except DataError:
            pass  # a different table: its columns have other meanings
    return suggested_choice(scan, scan.source.name, checksum, scan.source.content)
