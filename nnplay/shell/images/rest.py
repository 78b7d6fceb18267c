"""Rest: waits until a window is idle, so that what it shows will not change any more."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QAbstractAnimation, QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from nnplay.background import Operation, Question
from nnplay.panels.turns import turns
from nnplay.shell.session import Session

_LOOK_MS = 10
"""Interval between checks, in which the event loop does pending layouts and paints."""

_N_CALM = 4
"""This many checks in a row must find nothing: Qt lays out the cells of a table a moment later."""

_SOON_MS = 600
"""Timers that are due later are ignored: a message, for instance, disappears by itself after some seconds."""


class Rest(QObject):
    """Runs the event loop until nothing loads, trains, is computed, moves or is about to.

    An idle window has no running timer, so a running one means that there is more to come.
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
        """Return after a moment, even if training is in progress."""
        QTimer.singleShot(_SOON_MS, self._loop.quit)
        self._loop.exec()

    @Slot()
    def _on_timeout(self) -> None:
        is_calm = self._has_loaded() and not turns().is_needed and not any(map(_is_busy, self._roots()))
        self._n_calm = self._n_calm + 1 if is_calm else 0
        if self._n_calm == _N_CALM:
            self._loop.quit()

    def _has_loaded(self) -> bool:
        """Return whether data and losses are available and nothing trains."""
        controller = self._controller
        snapshot = controller.snapshot
        # There may be no test data; large training data are not measured before a run, a placeholder's network never.
        is_measured = controller.dataset is None or (
            snapshot is not None
            and not (
                self._session.document.project.network.is_complete
                and isnan(snapshot.test_loss)
                and isnan(snapshot.train_loss)
            )
        )
        return is_measured and not controller.state.is_active and not controller.is_loading

    def _roots(self) -> list[QObject]:
        return [self._session, *(each for each in QApplication.topLevelWidgets() if each.isVisible())]


def _is_busy(root: QObject) -> bool:
    """Return whether anything below an object works, moves, or waits for a timer."""
    return (
        any(each.is_busy for each in root.findChildren(Question))
        or any(each.is_under_way for each in root.findChildren(Operation))
        or any(each.state() == QAbstractAnimation.State.Running for each in root.findChildren(QAbstractAnimation))
        or any(each.isActive() and each.remainingTime() <= _SOON_MS for each in root.findChildren(QTimer))
    )
