"""The thread that the training worker lives in."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal

from nnplay.training.jobs import Job
from nnplay.training.worker import TrainingWorker


class WorkerThread(QObject):
    """Starts at once and ends with `close`; this object itself lives in the GUI thread.

    Attributes
    ----------
    worker
        Its signals arrive in the GUI thread; its reports may be taken there.
    """

    _job_posted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self.worker = TrainingWorker()
        self.worker.moveToThread(self._thread)
        self._job_posted.connect(self.worker.work)
        self._thread.start()

    def post(self, job: Job) -> None:
        """Post a job; it replaces a job that has not started yet."""
        self.worker.jobs.put(job)
        self._job_posted.emit()

    def close(self) -> None:
        """End the thread and wait for it. The current job has been told to stop, and no other starts."""
        self.worker.jobs.take()
        self._thread.quit()
        self._thread.wait()
