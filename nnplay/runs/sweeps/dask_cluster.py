"""Dask: the workers of a running cluster. An extra (``pip install nnplay[dask]``), imported only when it is used.

Projects are sent as bytes, and plain values come back; a worker needs nothing of nnplay but the same version of it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from threading import Event
from time import monotonic
from typing import Any

from nnplay import __version__
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.project.sweep import SweepError
from nnplay.runs.order import ShouldStop
from nnplay.runs.sweeps.executors import Done, Work
from nnplay.runs.sweeps.result import CRASHED
from nnplay.runs.sweeps.work import failure, work

_CONNECT_S = 4
"""Seconds that an address may take to answer."""

_LOOK_S = 0.1
"""Seconds between two checks whether to stop."""

_SILENCE_S = 10
"""Seconds that a scheduler may be out of reach before it counts as lost."""

_AHEAD = 2
"""Tasks that are queued per worker, so that no worker has to wait for us."""


class DaskCluster:
    """The workers of a scheduler.

    Parameters
    ----------
    address
        Address of the scheduler, such as ``tcp://192.168.1.7:8786``.

    Raises
    ------
    SweepError
        If Dask is not installed, nothing answers there, no worker is connected, or a worker has another version of
        nnplay.
    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise SweepError(
                QT_TRANSLATE_NOOP("errors", "Dask is not installed here. Install it with: pip install “nnplay[dask]”")
            ) from error
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters of it we say ourselves
        self._address = address
        try:
            self._client: Any = Client(address, timeout=_CONNECT_S, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise SweepError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "No Dask scheduler answers at {address} ({reason}). Start one with “dask scheduler”, and workers"
                    " with “dask worker ADDRESS”.",
                ),
                address=address,
                reason=reason_of(error),
            ) from error
        try:
            self._check_workers()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Disconnect from the cluster; its workers keep running."""
        with suppress(Exception):  # it may be gone already, and nothing depends on it any more
            self._client.close(timeout=1)

    def run(self, tasks: Iterable[Work], publish: Callable[[float], None], should_stop: ShouldStop) -> Iterator[Done]:
        """See ``Executor``; if a worker is lost, another one does its tasks."""
        waiting, idle = iter(tasks), Event()  # an event that is never set, to sleep on
        under_way: dict[Any, Work] = {}
        try:
            while not should_stop():
                self._check_scheduler()
                n_most = max(1, len(self._client.scheduler_info(n_workers=-1)["workers"])) * _AHEAD
                while len(under_way) < n_most and (one := next(waiting, None)) is not None:
                    under_way[self._client.submit(work, one[1](), pure=False, retries=1)] = one
                if not under_way:
                    return
                done = [future for future in under_way if future.done()]
                if not done:
                    idle.wait(_LOOK_S)
                for future in done:
                    task = under_way.pop(future)[0]
                    if future.status == "finished":
                        yield task, future.result()
                    elif future.status == "error":
                        reason = f"{type(future.exception()).__name__}: {future.exception()}"
                        yield task, [failure(number, CRASHED, reason) for number in task.numbers]
                    else:
                        raise self._lost()
        finally:
            with suppress(Exception):
                self._client.cancel(list(under_way), force=True)

    def _check_workers(self) -> None:
        found = self._client.run(_version)
        if not found:
            raise SweepError(
                QT_TRANSLATE_NOOP(
                    "errors", "The Dask scheduler at {address} has no workers: start some with “dask worker {address}”."
                ),
                address=self._address,
            )
        for worker, version in found.items():
            if version != __version__:
                raise SweepError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The Dask worker {worker} has nnplay {found}, but this computer has {own}: install the same"
                        " version there.",
                    ),
                    worker=worker,
                    found=version,
                    own=__version__,
                )

    def _check_scheduler(self) -> None:
        """Wait for a scheduler that is briefly out of reach; raise SweepError once it counts as lost."""
        last, idle = monotonic() + _SILENCE_S, Event()
        while self._client.status != "running":
            if self._client.status == "closed" or monotonic() > last:
                raise self._lost()
            idle.wait(_LOOK_S)

    def _lost(self) -> SweepError:
        return SweepError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The Dask scheduler at {address} is lost. What is finished is kept; run the same command again to"
                " resume.",
            ),
            address=self._address,
        )


def _version() -> str:
    """Return the version of nnplay on a worker."""
    try:
        import nnplay
    except ImportError:
        return "none"
    return nnplay.__version__
