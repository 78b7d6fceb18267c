"""RunFacts: the progress of a run in numbers: step, time, time left, speed."""

from __future__ import annotations

from math import inf, isinf, nan
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import UNKNOWN, count_text
from nnplay.panels.widgets.steady_label import SteadyLabel

if TYPE_CHECKING:
    from nnplay.runs import Snapshot


class RunFacts(QWidget):
    """Captions with numbers beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.step = self._make_fact(self.tr("Steps"), self.tr("Number of updates of the weights since the start"))
        self.time = self._make_fact(
            self.tr("Time"), self.tr("How long training has taken since the start, without its pauses")
        )
        self.left = self._make_fact(self.tr("Time left"), self.tr("Until the last epoch of the run"))
        self.speed = self._make_fact(self.tr("Examples a second"), self.tr("Over about the last second"))

    def show_snapshot(self, snapshot: Snapshot, n_examples: int) -> None:
        """Show the present progress; an epoch has ``n_examples``."""
        self.step.show_text(f"{snapshot.step:,}")
        self.time.show_text(time_text(snapshot.elapsed_s))
        self.left.show_text(time_text(seconds_left(snapshot, n_examples)))
        self.speed.show_text(count_text(snapshot.examples_per_second if snapshot.is_running else nan))

    def _make_fact(self, title: str, explanation: str) -> SteadyLabel:
        caption, value = QLabel(title), SteadyLabel(UNKNOWN)
        caption.setProperty("look", "muted")
        value.setAccessibleName(title)
        value.setFont(metrics.font(metrics.Text.BODY))
        for each in (caption, value):
            each.setToolTip(explanation)
        row = self._grid.rowCount()
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        return value


def seconds_left(snapshot: Snapshot, n_examples: int) -> float:
    """Return the time that a run still takes at its present speed; infinity if no end is set or nothing runs."""
    if isinf(snapshot.goal_epoch) or not snapshot.examples_per_second:
        return inf
    return max(0.0, snapshot.goal_epoch - snapshot.position) * n_examples / snapshot.examples_per_second


def time_text(seconds: float) -> str:
    """Return a time as 0:07, 12:34 or 1:02:03."""
    if isinf(seconds):
        return UNKNOWN
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
