"""Answerers: the two threads that answer the questions of a window, one for quick questions and one for slow ones."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnplay.background.answerer import Answerer
from nnplay.background.question import Question


class Answerers(QObject):
    """Lives in the GUI thread; ``close`` must be called before it is dropped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._slow, self._quick = Answerer(self), Answerer(self)

    def new_question(self, parent: QObject, *, is_quick: bool = False) -> Question:
        """Return a question, by which a panel has something computed without blocking the GUI thread.

        A quick one takes milliseconds, and a person expects the answer at once. It has a thread of its own: it neither
        waits for slow ones nor rests between answers in a run, so its panel has to limit how often it asks.
        """
        return Question(self._quick if is_quick else self._slow, parent)

    def hold_back(self, *, is_running: bool) -> None:
        """Rest between slow answers while a network learns."""
        self._slow.hold_back(is_running=is_running)

    def close(self) -> None:
        """End both threads and wait for them."""
        for answerer in (self._slow, self._quick):
            answerer.end()
        for answerer in (self._slow, self._quick):
            answerer.close()
