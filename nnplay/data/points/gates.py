"""Logic gates: the four corners of a square, and the gate's output at each."""

from __future__ import annotations

from nnplay.data.dataset import Task
from nnplay.data.points.drawn import DrawnChoice

_CORNERS = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))

GATES: dict[str, DrawnChoice] = {
    name: DrawnChoice(_CORNERS, answers, Task.YES_NO)
    for name, answers in (
        ("and", (0.0, 0.0, 0.0, 1.0)),
        ("or", (0.0, 1.0, 1.0, 1.0)),
        ("xor", (0.0, 1.0, 1.0, 0.0)),
        ("nand", (1.0, 1.0, 1.0, 0.0)),
        ("nor", (1.0, 0.0, 0.0, 0.0)),
        ("xnor", (1.0, 0.0, 0.0, 1.0)),
    )
}
"""Gates by name; they are drawn points, so that one can move them and add others."""
