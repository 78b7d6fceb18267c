"""Ctrl+C as a flag that is checked between two steps, so that the training so far can be kept."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType


class Interrupt:
    """While entered, the first Ctrl+C is remembered; a second one ends the program as usual."""

    def __init__(self) -> None:
        self._is_set = False

    def is_set(self) -> bool:
        """Whether Ctrl+C was pressed."""
        return self._is_set

    def __enter__(self) -> Interrupt:
        self._before = signal.signal(signal.SIGINT, self._on_signal)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self._is_set:
            raise KeyboardInterrupt
        self._is_set = True
