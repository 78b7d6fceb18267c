"""Rest: when a window has come to rest, so that what it shows is what it will go on showing."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QAbstractAnimation, QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from nnplay.background import Operation, Question
from nnplay.panels.turns import turns
from nnplay.shell.session import Session

_LOOK_MS = 10
"""Time between two looks, in which the event loop lays out and paints what has been asked for."""

_N_CALM = 4
"""This many looks in a row must find nothing to wait for: Qt lays out the cells of a table a moment later."""

_SOON_MS = 600
"""Timers that are due later do not count: a message, say, goes by itself after some seconds."""


class Rest(QObject):
    """Runs the event loop until nothing loads, trains, is computed, moves or is about to.

    An idle window has no timer that runs, so that a running one says that there is more to come.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._controller = session, session.controller
        self._n_calm = 0
        self._loop = QEventLoop()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_timeout)

    def wait(self) -> None:
        """Return when there is nothing to wait for."""
        self._n_calm = 0
        self._timer.start()
        self._loop.exec()
        self._timer.stop()

    def pause(self) -> None:
        """Return after a moment, whatever trains meanwhile."""
        QTimer.singleShot(_SOON_MS, self._loop.quit)
        self._loop.exec()

    @Slot()
    def _on_timeout(self) -> None:
        is_calm = self._has_loaded() and not turns().is_needed and not any(map(_is_busy, self._roots()))
        self._n_calm = self._n_calm + 1 if is_calm else 0
        if self._n_calm == _N_CALM:
            self._loop.quit()

    def _has_loaded(self) -> bool:
        """Whether data and losses are there and nothing trains."""
        controller = self._controller
        snapshot = controller.snapshot
        # Data may have no test part, and a large training part is not measured before a run.
        is_measured = controller.dataset is None or (
            snapshot is not None and not (isnan(snapshot.test_loss) and isnan(snapshot.train_loss))
        )
        return is_measured and not controller.state.is_active and not controller.is_loading

    def _roots(self) -> list[QObject]:
        return [self._session, *QApplication.topLevelWidgets()]


def _is_busy(root: QObject) -> bool:
    """Whether anything below an object works, moves, or waits for its moment."""
    return (
        any(each.is_busy for each in root.findChildren(Question))
        or any(each.is_under_way for each in root.findChildren(Operation))
        or any(each.state() == QAbstractAnimation.State.Running for each in root.findChildren(QAbstractAnimation))
        or any(each.isActive() and each.remainingTime() <= _SOON_MS for each in root.findChildren(QTimer))
    )
