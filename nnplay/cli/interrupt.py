"""Ctrl+C, or a signal to end, as a flag that is checked between two steps, so that the training can be kept."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType
from typing import Any

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_SIGNALS = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]


class Interrupt:
    """While entered, the first such signal is remembered; a second one ends the program as usual.

    Attributes
    ----------
    status
        The exit status of a program that the signal has ended: 128 and its number.
    """

    def __init__(self) -> None:
        self._is_set = False
        self._before: dict[int, Any] = {}
        self.status = 128 + signal.SIGINT

    def is_set(self) -> bool:
        """Whether there was one."""
        return self._is_set

    def __enter__(self) -> Interrupt:
        for number in _SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN:  # as nohup asks for
                self._before[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)
        self._before.clear()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self._is_set:
            raise KeyboardInterrupt
        self._is_set = True
        self.status = 128 + number
