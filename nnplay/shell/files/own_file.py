"""OwnFile: the user's file of a session: locked against other sessions, and written beside the GUI thread.

A disk may take seconds to confirm what was written. The window goes on meanwhile, and what is changed in the meantime
is not part of the file: it stays an unsaved change.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from nnplay.background import Operation
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.document import Document
from nnplay.document.open_file import OpenFile, Stamp
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.lesson.guide import LessonGuide
from nnplay.project import Project, ProjectFileError
from nnplay.project.storage.file import save


class OwnFile(QObject):
    """Lives in the GUI thread, as long as its session.

    Parameters
    ----------
    guide
        Knows where the session's lesson is, which is saved with the project.

    Signals
    -------
    begun(Path)
        The project is being written to this file.
    saved(Path)
        The file is on the disk, and the document knows it.
    failed(NnplayError)
        Nothing was written, and why; the old file is as it was.
    """

    begun = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, document: Document, guide: LessonGuide, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._guide = guide
        self._locks: Path | None = None
        self._file: OpenFile | None = None
        self._path: Path | None = None
        self._next: Path | None = None
        self._writing = Operation(self)
        self._writing.done.connect(self._on_done)
        self._writing.failed.connect(self._on_failed)

    @property
    def being_written(self) -> Path | None:
        """The file of a save that has begun and not ended, or None."""
        return self._path if self._writing.is_under_way else None

    @property
    def stamp(self) -> Stamp | None:
        """How the file looked when it was last read or written here; None without one."""
        return None if self._file is None else self._file.stamp

    def expect(self, stamp: Stamp | None) -> None:
        """Take any other look of the claimed file for a change from outside."""
        if self._file is not None and stamp is not None:
            self._file.stamp = stamp

    def keep_locks_in(self, folder: Path) -> None:
        """Lock files from now on, in this folder; without it, nothing is locked."""
        self._locks = folder
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)

    def claim(self, path: Path) -> bool:
        """Lock a file for this session and release the previous one; return False if another session has it."""
        if self._locks is None or (self._file is not None and self._file.path == path):
            return True
        file = OpenFile(path, self._locks)
        if not file.is_ours:
            return False
        self.release()
        self._file = file
        return True

    def release(self) -> None:
        """Release the file."""
        if self._file is not None:
            self._file.release()
            self._file = None

    def is_changed_outside(self, path: Path) -> bool:
        """Return whether another program has written the project's own file since it was last read or written here."""
        return self._file is not None and self._file.path == path and self._file.has_changed

    def save(self, path: Path) -> None:
        """Begin to write the document's project to a file, which becomes its own; return at once.

        While one save is under way, the newest of the others waits and is done after it.
        """
        if self._writing.is_under_way:
            self._next = path
            return
        if not self.claim(path):
            text = QT_TRANSLATE_NOOP("errors", "“{file}” is open in another window. Save under another name.")
            self.failed.emit(ProjectFileError(text, file=path))
            return
        project = replace(self._document.about_to_save(), lesson=self._guide.lesson_place)
        self._path = path
        self._writing.begin(partial(_write, project, path))
        self.begun.emit(path)

    @Slot(object)
    def _on_done(self, path: Path) -> None:
        if self._file is not None and self._file.path == path:
            self._file.note_written()
        self._document.mark_saved(path)
        following, self._next = self._next, None
        if following is not None and (following != path or self._document.is_modified):
            self.save(following)
        else:
            self.saved.emit(path)

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._next = None
        before = self._document.path
        if before is None:
            self.release()
        else:
            self.claim(before)  # which may have been released for the new name
        self.failed.emit(error)


def _write(project: Project, path: Path, report: ReportProgress, should_cancel: ShouldCancel) -> Path:
    """Write in another thread: a frozen project can be read from any thread. It is never cancelled."""
    save(project, path)
    return path
