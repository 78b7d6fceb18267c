"""Opening whatever a person points at: the choice of data that a file or folder stands for."""

from __future__ import annotations

from pathlib import Path

from nnplay.data.arrays import open_arrays
from nnplay.data.choice import DataChoice
from nnplay.data.choices import IdxFolderChoice
from nnplay.data.idx_folder import IDX_NAMES, has_idx_files
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.pictures.folder import PictureFolderChoice, picture_classes
from nnplay.data.stored import checksum_of
from nnplay.data.table.choice import TableChoice
from nnplay.data.table.reader import TableSource, read_head
from nnplay.data.table.scan import TableScan, scan_table
from nnplay.data.table.suggestion import suggested_choice
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP


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
    read_head(TableSource(str(path)))
    checksum = checksum_of(path, should_cancel)
    content = path.read_bytes() if path.stat().st_size <= TableChoice.MAX_STORED else b""
    scan = scan_table(TableSource(str(path.absolute()), content), None, report, should_cancel)
    return table_choice(scan, checksum, present)


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
