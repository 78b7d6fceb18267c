"""Where the layers of a network stand on the canvas before anybody moves them: left to right, as the numbers run."""

from __future__ import annotations

from nnplay.engine import NetworkSpec

COLUMN_WIDTH = 180.0
"""From the middle of one layer to that of the next, in pixels of the scene at 100 %."""

ROW_HEIGHT = 160.0


def layout(network: NetworkSpec) -> dict[str, tuple[float, float]]:
    """Middle of each node (x, y), the input at (0, 0): a column for each step from the input, branches side by side.

    A node stands as many columns to the right as its longest way from the input has steps.
    """
    columns: dict[str, int] = {}
    for node in network.nodes:
        columns[node.name] = max((columns[source] + 1 for source in node.inputs), default=0)
    positions: dict[str, tuple[float, float]] = {}
    for column in range(max(columns.values()) + 1):
        names = [name for name in columns if columns[name] == column]
        for row, name in enumerate(names):
            positions[name] = (column * COLUMN_WIDTH, (row - (len(names) - 1) / 2) * ROW_HEIGHT)
    return positions
