"""A million rows by ten columns: seconds, peak memory against what comes out, the longest wait of another thread.

Run it as a program: ``python -m tests.benchmarks.million_rows``.
"""

from __future__ import annotations

import resource
import tempfile
import threading
from pathlib import Path
from time import perf_counter

import numpy as np

from nnplay.data import load, open_data

N_ROWS, N_COLUMNS = 1_000_000, 10
_TICK_S = 0.005


def write(path: Path) -> None:
    """Nine numbers and a class, with a header."""
    rng = np.random.default_rng(0)
    with path.open("w") as file:
        file.write(",".join(f"c{i}" for i in range(N_COLUMNS)) + "\n")
        for _ in range(N_ROWS // 10_000):
            x = rng.normal(size=(10_000, N_COLUMNS - 1))
            rows = np.column_stack((x, x.sum(axis=1) > 0))
            np.savetxt(file, rows, fmt=["%.6f"] * (N_COLUMNS - 1) + ["%d"], delimiter=",")


def peak_mb() -> float:
    """Most memory that the process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "million.csv"
        write(path)
        gaps: list[float] = []
        is_done = threading.Event()

        def watch() -> None:
            before = perf_counter()
            while not is_done.is_set():
                is_done.wait(_TICK_S)
                now = perf_counter()
                gaps.append(now - before - _TICK_S)
                before = now

        watcher = threading.Thread(target=watch)
        watcher.start()
        before, start = peak_mb(), perf_counter()
        choice = open_data(path)
        looked = perf_counter()
        dataset = load(choice, 1, 1)
        end = perf_counter()
        is_done.set()
        watcher.join()
        arrays = sum(part.x.nbytes + part.y.nbytes for part in (dataset.train, dataset.test)) / 1e6
        more = peak_mb() - before
        print(f"looked at in {looked - start:.1f} s, read in {end - looked:.1f} s")
        print(f"arrays {arrays:.0f} MB; peak {more:.0f} MB more than before: {more / arrays:.2f} times")
        print(f"another thread waited p99 {1000 * np.quantile(gaps, 0.99):.1f} ms, at most {1000 * max(gaps):.1f} ms")
        asked: list[float] = []
        last = perf_counter()

        def never() -> bool:
            nonlocal last
            asked.append(perf_counter() - last)
            last = perf_counter()
            return False

        load(choice, 1, 1, should_cancel=never)
        print(f"asked whether to stop every {1000 * np.mean(asked):.1f} ms, at most after {1000 * max(asked):.0f} ms")


if __name__ == "__main__":
    main()
