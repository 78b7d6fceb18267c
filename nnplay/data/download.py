"""Downloads a published data set from the first mirror that has it; resumable, every file checked.

Nothing is downloaded unless the user asked for it. A file is accepted only if its length and SHA-256 are the
published ones, so a file under its final name is always complete. A partial download stays beside it and is resumed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nnplay.data.http_stream import HttpStream, TransferError
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.publications import Publication, RemoteFile
from nnplay.data.stored import checksum_of
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of

STALL_S = 10.0
"""Seconds without data after which the next mirror is tried."""

_PART = ".part"


def download(
    publication: Publication,
    folder: Path,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
    stall_s: float = STALL_S,
) -> None:
    """Download the missing files of a data set into a folder, which is created if needed.

    Raises
    ------
    DataError
        If no mirror has a file, or it cannot be written; what has arrived is kept for the next try.
    LoadCancelledError
        If ``should_cancel`` returned true; within a tenth of a second.
    """
    text = QT_TRANSLATE_NOOP("loading", "Downloading")
    done = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in publication.files:
            path = folder / file.name
            before = done

            def report_file(n_bytes: int, before: int = before) -> None:
                report((before + n_bytes) / publication.size, text)

            if not (path.is_file() and checksum_of(path, should_cancel) == file.checksum):
                _fetch(publication, file, path, _Watch(report_file, should_cancel, stall_s))
            done += file.size
            report(done / publication.size, text)
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be written: {reason}."),
            file=error.filename or folder,
            reason=reason_of(error),
        ) from error


@dataclass(frozen=True)
class _Watch:
    """Callbacks of a transfer: how far it is, and whether to stop."""

    report: Callable[[int], None]
    should_cancel: ShouldCancel
    stall_s: float


def _fetch(publication: Publication, file: RemoteFile, path: Path, watch: _Watch) -> None:
    """Download one file from the first mirror that has it."""
    part = path.with_name(file.name + _PART)
    reasons: list[TransferError] = []
    for mirror in publication.mirrors:
        try:
            _transfer(mirror + file.name, file, part, watch)
        except TransferError as error:
            reasons.append(TransferError("{mirror}: {reason}", mirror=mirror, reason=error.bare()))
            continue
        if checksum_of(part, watch.should_cancel) == file.checksum:
            part.replace(path)
            return
        part.unlink()
        wrong = TransferError(QT_TRANSLATE_NOOP("errors", "wrong content"))
        reasons.append(TransferError("{mirror}: {reason}", mirror=mirror, reason=wrong))
    raise DataError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” of {title} could not be downloaded ({reasons}). Check the internet connection. Without"
            " one, use generated digits, or open a folder that has the files.",
        ),
        file=file.name,
        title=publication.title,
        reasons=reasons,
    )


def _transfer(address: str, file: RemoteFile, part: Path, watch: _Watch) -> None:
    """Resume the partial file until it is complete."""
    start = part.stat().st_size if part.is_file() else 0
    if start > file.size:
        part.unlink()
        start = 0
    if start == file.size:
        return
    stream = HttpStream(address, start, watch.stall_s)
    try:
        n_bytes = stream.begin(watch.should_cancel)
        with part.open("r+b" if n_bytes else "wb") as output:
            output.seek(n_bytes)
            for block in stream.blocks(watch.should_cancel):
                n_bytes += len(block)
                if n_bytes > file.size:
                    output.truncate(0)
                    raise TransferError(QT_TRANSLATE_NOOP("errors", "more bytes than there should be"))
                output.write(block)
                watch.report(n_bytes)
    finally:
        stream.leave()
    if n_bytes < file.size:
        raise TransferError(QT_TRANSLATE_NOOP("errors", "cut short"))
