"""Where the layers of a network stand on the canvas before anybody moves them: left to right, as the numbers run.

A long network may be laid out in several rows, like a text. How many rows there are is told by the positions alone, so
a file needs no word about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from nnplay.engine import NetworkSpec

COLUMN_WIDTH = 180.0
"""From the middle of one layer to that of the next, in pixels of the scene at 100 %."""

ROW_HEIGHT = 160.0

Columns = list[list[str]]
"""The names of the nodes that stand in each column."""


def layout(network: NetworkSpec, n_rows: int = 1) -> dict[str, tuple[float, float]]:
    """Middle of each node (x, y), the input at (0, 0): a column for each step from the input, branches side by side.

    A node stands as many columns to the right as its longest way from the input has steps. ``n_rows`` is how often the
    columns begin again at the left, below the ones before; the network may allow fewer rows, see ``most_rows``.
    """
    positions: dict[str, tuple[float, float]] = {}
    for row, columns in enumerate(rows(network, n_rows)):
        for column, names in enumerate(columns):
            for place, name in enumerate(names):
                y = row * _row_distance(network) + (place - (len(names) - 1) / 2) * ROW_HEIGHT
                positions[name] = (column * COLUMN_WIDTH, y)
    return positions


def n_rows_of(network: NetworkSpec, positions: Mapping[str, tuple[float, float]]) -> int | None:
    """Return in how many rows a network is laid out; None if its layers have been moved by hand."""
    n_rows = 1 + round(positions[network.output.name][1] / _row_distance(network))
    return n_rows if n_rows >= 1 and positions == layout(network, n_rows) else None


def most_rows(network: NetworkSpec) -> int:
    """Return how many rows a network can be laid out in: at least two, since all links from the input come from it."""
    return 1 + len(_ends(_columns(network), network))


def rows(network: NetworkSpec, n_rows: int) -> list[Columns]:
    """Return the columns of each row: rows about equally long, which end where all links onwards come from one node."""
    columns = _columns(network)
    ends = _ends(columns, network)
    n_ends = min(n_rows - 1, len(ends))
    chosen, first = [0], 0
    for number in range(1, n_ends + 1):
        possible = range(first, len(ends) - (n_ends - number))
        best = min(possible, key=lambda each: abs(ends[each] - number * len(columns) / (n_ends + 1)))
        chosen.append(ends[best])
        first = best + 1
    chosen.append(len(columns))
    return [columns[begin:end] for begin, end in pairwise(chosen)]


def _columns(network: NetworkSpec) -> Columns:
    steps: dict[str, int] = {}
    for node in network.nodes:
        steps[node.name] = max((steps[source] + 1 for source in node.inputs), default=0)
    columns: Columns = [[] for _ in range(max(steps.values()) + 1)]
    for name, step in steps.items():
        columns[step].append(name)
    return columns


def _ends(columns: Columns, network: NetworkSpec) -> list[int]:
    """Return the numbers of columns after which a row can end."""
    before: set[str] = set()
    ends = []
    for number, names in enumerate(columns[:-1], start=1):
        before.update(names)
        sources = {source for node in network.nodes if node.name not in before for source in node.inputs}
        if len(sources & before) == 1:
            ends.append(number)
    return ends


def _row_distance(network: NetworkSpec) -> float:
    """From the middle of one row to that of the next: room for the highest column and one layer more."""
    return ROW_HEIGHT * (1 + max(len(names) for names in _columns(network)))
