"""A status line at the bottom of the terminal, rewritten in place; without a terminal it prints nothing."""

from __future__ import annotations

import shutil
import sys
from time import monotonic
from types import TracebackType

from nnplay.languages.columns import cut

_INTERVAL_S = 0.1
_ERASE = "\r\x1b[K"
_BAR_WIDTH = 20


class StatusLine:
    """Shows a text at most ten times a second and disappears on exit."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._is_shown = False
        self._shown_at = -_INTERVAL_S

    def __enter__(self) -> StatusLine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def show(self, text: str) -> None:
        """Show ``text``, cut to the terminal's width."""
        now = monotonic()
        if self._is_terminal and now - self._shown_at >= _INTERVAL_S:
            self._shown_at, self._is_shown = now, True
            width = shutil.get_terminal_size().columns - 1
            print(f"{_ERASE}{cut(text, width)}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Clear the line, to make room for a line of output."""
        if self._is_shown:
            self._is_shown = False
            print(_ERASE, end="", file=sys.stderr, flush=True)


def bar(share: float) -> str:
    """Return a progress bar for a share from 0 to 1."""
    n_done = int(share * _BAR_WIDTH)
    return f"[{'=' * n_done}{'>' if n_done < _BAR_WIDTH else ''}{'.' * (_BAR_WIDTH - n_done - 1)}]"
