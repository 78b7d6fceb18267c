"""WaitingBar: the progress of a long calculation, with a button that stops it; visible only while a person waits."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from nnplay.appearance import metrics

if TYPE_CHECKING:
    from nnplay.background import Question

_PATIENCE_S = 0.4
_TICK_MS = 100
_PERMILLE = 1_000
_BAR_WIDTH = 90


class WaitingBar(QWidget):
    """A slim bar and a button.

    Signals
    -------
    stopped()
        The person does not want to wait.
    """

    stopped = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._since = 0.0
        self._bar = QProgressBar()
        self._bar.setRange(0, _PERMILLE)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setAccessibleName(self.tr("Progress of the calculation"))
        self._stop = QToolButton()
        self._stop.setText(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Stop computing this picture"))
        self._stop.clicked.connect(self._on_stop_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.TINY)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        question.answered.connect(self._on_ended)
        question.failed.connect(self._on_ended)
        self.hide()

    @Slot()
    def watch(self) -> None:
        """Prepare for a question that has just been asked."""
        if not self._timer.isActive():
            self._since = perf_counter()
            self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        # A question that somebody else has dropped emits no signal.
        if not self._question.is_busy:
            self._on_ended()
            return
        self._bar.setValue(round(_PERMILLE * self._question.share))
        if perf_counter() - self._since >= _PATIENCE_S:
            self.show()

    @Slot()
    def _on_ended(self) -> None:
        self._timer.stop()
        self.hide()

    @Slot()
    def _on_stop_clicked(self) -> None:
        self._question.forget()
        self._on_ended()
        self.stopped.emit()
