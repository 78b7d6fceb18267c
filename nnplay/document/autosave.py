"""Autosave: writes open projects to the recovery folder soon after each change, without blocking the GUI thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnplay.background import Operation
from nnplay.disk.writing import write_file
from nnplay.document.copy import Copy, to_copy
from nnplay.document.recovery import RecoveryFile, prune

if TYPE_CHECKING:
    from nnplay.data.loading import ReportProgress, ShouldCancel
    from nnplay.document.document import Document

QUIET_MS = 1_000
"""A copy is written this long after the last edit."""

LATEST_MS = 3_000
"""A copy is written at most this long after the first edit, even if edits or training continue."""


RETRY_MS = 5_000
"""Time after a copy that could not be written until it is tried again."""


class Autosave(QObject):
    """Keeps a copy of a document, saved or not, in the recovery folder.

    Parameters
    ----------
    document
        The document to keep, from its first change on; opening another project starts again.
    present
        Returns what is open: the document's project with what a run in progress has learned, its file, and the lesson
        being written.
    folder
        The recovery folder.

    Signals
    -------
    written(Path)
        A copy has been written.
    failed(OSError)
        A copy could not be written; emitted once, until writing succeeds again.
    """

    written = Signal(object)
    failed = Signal(object)

    def __init__(self, document: Document, present: Callable[[], Copy], folder: Path) -> None:
        super().__init__(document)
        self._document = document
        self._present = present
        self._folder = folder
        self._file: RecoveryFile | None = None
        self._known: Copy | None = present()
        self._has_failed = self._is_outdated = False
        self._replaced: Path | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._quiet.timeout.connect(self.write_now)
        self._latest.timeout.connect(self.write_now)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.write_now)
        self._writing = Operation(self)
        self._writing.done.connect(self._on_done)
        document.changed.connect(self._on_document_changed)
        document.modified_changed.connect(self._on_modified_changed)

    @Slot()
    def touch(self) -> None:
        """Schedule a copy: something has changed, or a run has learned more."""
        if not self._latest.isActive():
            self._latest.start()

    @Slot()
    def write_now(self) -> None:
        """Start to write the current project, unless it is already written; return at once."""
        for timer in (self._quiet, self._latest, self._retry):
            timer.stop()
        copy = self._present()
        if copy == self._known:
            return
        if self._writing.is_under_way:  # slow disk: two copies at once could finish in the wrong order
            self._quiet.start()
            return
        self._known = copy
        self._is_outdated = False
        try:
            if self._file is None:
                self._file = RecoveryFile(self._folder)
                prune(self._folder)
        except OSError as error:
            self._on_done(error)
            return
        self._writing.begin(partial(_write, copy, self._file))

    def take_over(self, path: Path) -> None:
        """Write the recovered project as this session's copy; the file it came from is deleted once that is there."""
        self._replaced = path
        self._known = None
        self.write_now()

    def close(self) -> None:
        """Stop, and delete the copy: everything is saved, or the user has discarded it."""
        for timer in (self._quiet, self._latest, self._retry):
            timer.stop()
        self._writing.stop()  # what is still being written is deleted in its thread
        self._discard()
        if self._file is not None:
            self._file.release()
            self._file = None

    @Slot(object)
    def _on_document_changed(self) -> None:
        if self._document.is_modified:
            self.touch()
            self._quiet.start()

    @Slot(bool)
    def _on_modified_changed(self, is_modified: bool) -> None:
        """Delete the copy of a project that is saved in the user's own file, or was given up for another project."""
        if is_modified:
            self._on_document_changed()
        else:
            self.note_lesson()

    def note_lesson(self) -> None:
        """Write the lesson that has changed, or delete the copy if neither project nor lesson have unsaved changes."""
        copy = self._present()
        if self._document.is_modified or copy.lesson:
            self.touch()
            self._quiet.start()
        else:
            self._quiet.stop()
            self._latest.stop()
            self._known = copy
            self._is_outdated = True
            self._discard()

    @Slot(object)
    def _on_done(self, result: Path | OSError) -> None:
        if self._is_outdated:
            self._discard()
            return
        if not isinstance(result, OSError):
            self._has_failed = False
            if self._known is not None:  # else it was another project's copy
                self._delete_replaced()
            self.written.emit(result)
            return
        self._known = None
        self._retry.start()  # the disk may have room again, though nothing changes any more
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(result)

    def _discard(self) -> None:
        """Delete the copies: the user's own file has everything, or the project was given up."""
        self._delete_replaced()
        if self._file is not None:
            self._file.discard()

    def _delete_replaced(self) -> None:
        if self._replaced is not None:
            with contextlib.suppress(OSError):
                self._replaced.unlink(missing_ok=True)
            self._replaced = None


def _write(copy: Copy, file: RecoveryFile, report: ReportProgress, should_cancel: ShouldCancel) -> Path | OSError:
    """Write one copy, in another thread: frozen values can be read from any thread.

    It is always written to its end; if it was stopped meanwhile, nobody needs the copy any more.
    """
    try:
        write_file(file.path, to_copy(copy))
    except OSError as error:
        return error
    if should_cancel():
        file.discard()
    return file.path
