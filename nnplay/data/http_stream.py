"""A file over HTTP, read block by block, that can be cancelled at any moment.

A silent socket blocks its reader. So a separate thread reads, and the caller polls a queue: cancelling acts at once,
and a stalled server is noticed. The thread ends at its socket's time limit at the latest.
"""

from __future__ import annotations

import queue
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from time import monotonic

from nnplay.data.loading import LoadCancelledError, ShouldCancel
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of

_BLOCK = 1 << 15
_MOST_WAITING = 32
_POLL_S = 0.05
_AGENT = "nnplay"
_PARTIAL, _OK = 206, 200


class TransferError(NnplayError):
    """The server does not deliver; the text says why, in the system's words."""

    def bare(self) -> TransferError:
        """Return the error without its traceback, which would keep the connection open."""
        return TransferError(self.template, **self.values)


class HttpStream:
    """Reads the content of an address, from byte ``start`` on if the server supports it.

    Parameters
    ----------
    stall_s
        Seconds without data after which the transfer fails.
    """

    def __init__(self, address: str, start: int, stall_s: float) -> None:
        self._address = address
        self._start = start
        self._stall_s = stall_s
        self._queue: queue.Queue[int | bytes | Exception | None] = queue.Queue(_MOST_WAITING)
        self._is_left = threading.Event()
        self._thread = threading.Thread(target=self._read, name="download", daemon=True)
        self._thread.start()

    def begin(self, should_cancel: ShouldCancel) -> int:
        """The first byte delivered: ``start``, or 0 if the server does not support ranges."""
        item = self._next(should_cancel)
        assert isinstance(item, int)
        return item

    def blocks(self, should_cancel: ShouldCancel) -> Iterator[bytes]:
        """Yield the blocks as they arrive.

        Raises
        ------
        TransferError
            If the connection fails or stalls.
        LoadCancelledError
            If ``should_cancel`` returned true.
        """
        while (item := self._next(should_cancel)) is not None:
            assert isinstance(item, bytes)
            yield item

    def leave(self) -> None:
        """Tell the thread to end, without waiting for it."""
        self._is_left.set()
        with suppress(queue.Empty):  # the thread may be waiting at a full queue
            while True:
                self._queue.get_nowait()

    def _next(self, should_cancel: ShouldCancel) -> int | bytes | None:
        last = monotonic() + self._stall_s
        while True:
            if should_cancel():
                raise LoadCancelledError
            try:
                item = self._queue.get(timeout=_POLL_S)
            except queue.Empty:
                if monotonic() > last:
                    raise TransferError(QT_TRANSLATE_NOOP("errors", "the server does not answer")) from None
                continue
            if isinstance(item, Exception):
                raise TransferError("{reason}", reason=_reason(item)) from item
            return item

    def _read(self) -> None:
        """The thread's work: everything goes into the queue, errors included."""
        headers = {"User-Agent": _AGENT, "Accept-Encoding": "identity"}
        if self._start:
            headers["Range"] = f"bytes={self._start}-"
        try:
            if not self._address.startswith(("http://", "https://")):
                raise TransferError(QT_TRANSLATE_NOOP("errors", "that is not a web address"))
            request = urllib.request.Request(self._address, headers=headers)
            with urllib.request.urlopen(request, timeout=self._stall_s) as response:
                if response.status not in (_OK, _PARTIAL):
                    raise TransferError("HTTP {status}", status=response.status)
                self._put(self._start if response.status == _PARTIAL else 0)
                while not self._is_left.is_set() and (block := response.read1(_BLOCK)):
                    self._put(block)
            self._put(None)
        except (OSError, HTTPException, ValueError, TransferError) as error:
            self._put(error)

    def _put(self, item: int | bytes | Exception | None) -> None:
        while not self._is_left.is_set():
            with suppress(queue.Full):
                self._queue.put(item, timeout=_POLL_S)
                return


def _reason(error: Exception) -> object:
    if isinstance(error, urllib.error.HTTPError):
        return f"HTTP {error.code}"
    if isinstance(error, urllib.error.URLError):
        return reason_of(error.reason) if isinstance(error.reason, OSError) else error.reason
    if isinstance(error, TransferError):
        return error.bare()
    return reason_of(error) if isinstance(error, OSError) else str(error) or type(error).__name__
