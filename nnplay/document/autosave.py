"""Autosave: writes what is open into the recovery folder, soon after each change, beside the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnplay.background import Operation
from nnplay.document.recovery import RecoveryFile, prune
from nnplay.project.storage.atomic_write import write_atomically
from nnplay.project.storage.file import to_bytes

if TYPE_CHECKING:
    from nnplay.data.loading import ReportProgress, ShouldCancel
    from nnplay.document.document import Document
    from nnplay.project import Project

QUIET_MS = 2_000
"""So long after the last edit it is written."""

LATEST_MS = 15_000
"""So long after the first edit it is written, though edits or training go on."""


class Autosave(QObject):
    """Keeps a document, saved or never saved, in the recovery folder.

    Parameters
    ----------
    document
        What is kept, from its first change on; opening another project begins anew.
    present
        Gives the project as it is this moment: the document's with what a run that goes on has learned.
    folder
        The recovery folder.

    Signals
    -------
    written(Path)
        A copy is in the folder.
    failed(OSError)
        It could not be written; said once, until writing succeeds again.
    """

    written = Signal(object)
    failed = Signal(object)

    def __init__(self, document: Document, present: Callable[[], Project], folder: Path) -> None:
        super().__init__(document)
        self._document = document
        self._present = present
        self._folder = folder
        self._file: RecoveryFile | None = None
        self._known: Project | None = document.project
        self._has_failed = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._quiet.timeout.connect(self.write_now)
        self._latest.timeout.connect(self.write_now)
        self._writing = Operation(self)
        self._writing.done.connect(self._on_done)
        document.changed.connect(self._on_document_changed)
        document.modified_changed.connect(self._on_modified_changed)

    @Slot()
    def touch(self) -> None:
        """Something has changed, or a run has learned more: it is to be written in time."""
        if not self._latest.isActive():
            self._latest.start()

    @Slot()
    def write_now(self) -> None:
        """Write what there is, unless it is written already; returns at once."""
        self._quiet.stop()
        self._latest.stop()
        project = self._present()
        if project is self._known:
            return
        if self._writing.is_under_way:  # a slow disk: two copies at once could end in the wrong order
            self._quiet.start()
            return
        self._known = project
        try:
            if self._file is None:
                self._file = RecoveryFile(self._folder)
                prune(self._folder)
        except OSError as error:
            self._on_done(error)
            return
        self._writing.begin(partial(_write, project, self._file.path))

    def take_over(self, path: Path) -> None:
        """Write the recovered project at once, as this session's own copy; then the one it came from can go."""
        self._known = None
        self.write_now()
        self._writing.wait()
        if self._file is not None and self._file.path.exists():
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """End: everything is saved, or the person has said that it is not wanted."""
        self._quiet.stop()
        self._latest.stop()
        self._writing.close()
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
        """What is saved in the person's own file, or given up for another project, needs no copy."""
        if not is_modified:
            self._quiet.stop()
            self._latest.stop()
            self._known = self._document.project
            self._writing.close()  # a moment at most: one file, small beside what was just saved
            if self._file is not None:
                self._file.discard()
        else:
            self._on_document_changed()

    @Slot(object)
    def _on_done(self, result: Path | OSError) -> None:
        if not isinstance(result, OSError):
            self._has_failed = False
            self.written.emit(result)
        elif not self._has_failed:
            self._has_failed = True
            self._known = None  # to be tried again at the next change
            self.failed.emit(result)


def _write(project: Project, path: Path, report: ReportProgress, should_cancel: ShouldCancel) -> Path | OSError:
    """Write one copy, in another thread: a frozen project may be read anywhere. It is never stopped half way."""
    try:
        write_atomically(path, to_bytes(project))
    except OSError as error:
        return error
    return path
