"""How a run ended, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import nan

import numpy as np
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from nnplay.project import History, Run
from nnplay.runs import GrowingHistory


@dataclass(frozen=True)
class RunScores:
    """The last values of a run's curves; NaN where unknown."""

    epochs: float = 0.0
    train_loss: float = nan
    test_loss: float = nan
    train_accuracy: float = nan
    test_accuracy: float = nan

    @classmethod
    def of(cls, history: History | GrowingHistory) -> RunScores:
        """Those of a history, which may be empty."""
        if not len(history.epoch):
            return cls()
        columns = (history.train_loss, history.test_loss, history.train_accuracy, history.test_accuracy)
        return cls(float(history.epoch[-1]), *(_last_known(column) for column in columns))


def _last_known(values: np.ndarray) -> float:
    known = values[~np.isnan(values)]
    return float(known[-1]) if len(known) else nan


def name_of(run: Run) -> str:
    """What a run is called: its name, or its number."""
    return run.name or numbered(run.number)


def numbered(number: int) -> str:
    """What a run without a name is called."""
    return QCoreApplication.translate("runs", "Run {number}").format(number=number)


def ended_text(run: Run) -> str:
    """When a run took its last step, in local time; "" if unknown."""
    try:
        moment = datetime.fromisoformat(run.ended)
    except ValueError:  # on the command line, or a file that someone has written by hand
        return ""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)
