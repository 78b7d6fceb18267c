"""The network as ``keras.utils.plot_model`` draws it, and as ``model.summary()`` lists it.

A box for each layer, from top to bottom: its name and kind, the input and output shapes, its weights. Shapes begin with
``None``, the batch of any size, as in Keras.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from nnplay.engine import Input, NetworkSpec, Node
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.parts import weights_of
from nnplay.exchange.picture import PAPERS, Paper
from nnplay.project import Project

Words = Callable[[str], str]
"""Translates an English text of the context ``exchange`` into the reader's language."""

INPUT = QT_TRANSLATE_NOOP("exchange", "input:")
OUTPUT = QT_TRANSLATE_NOOP("exchange", "output:")
WEIGHTS = QT_TRANSLATE_NOOP("exchange", "parameters:")

_MARGIN, _GAP, _BESIDE = 24.0, 44.0, 36.0
_ROW = 26.0
_PADDING = 12.0
_FONT = 13
_MOST_LETTERS = 34
_ARROW = 6.0


@dataclass(frozen=True)
class _Box:
    """A layer's box: the middle of its top, its size, and its text in rows of two cells (or one)."""

    node: Node
    x: float
    y: float
    width: float
    rows: tuple[tuple[str, str], ...]
    first_width: float

    @property
    def height(self) -> float:
        return _ROW * len(self.rows)


def model_plot_svg(project: Project, background: str = "white", words: Words = str) -> str:
    """Return the picture; ``background`` is a key of ``PAPERS``."""
    paper, network = PAPERS[background], project.network
    boxes = _boxes(network, words)
    left = min(box.x - box.width / 2 for box in boxes.values()) - _MARGIN
    right = max(box.x + box.width / 2 for box in boxes.values()) + _MARGIN
    bottom = max(box.y + box.height for box in boxes.values()) + _MARGIN
    size = f'width="{right - left:.0f}" height="{bottom:.0f}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{left:.1f} 0 {right - left:.1f} {bottom:.1f}"'
        f' font-family="sans-serif" font-size="{_FONT}">',
        f"<title>{escape(project.title)}</title>",
    ]
    if paper.background:
        parts.append(f'<rect x="{left:.1f}" y="0" {size} fill="{paper.background}"/>')
    for node in network.nodes:
        parts += [_arrow(boxes[source], boxes[node.name], paper) for source in node.inputs]
    for box in boxes.values():
        parts += _drawn(box, paper)
    return "\n".join([*parts, "</svg>", ""])


def summary_csv(project: Project) -> str:
    """Return the table of ``model.summary()``: a row for each layer, then the totals."""
    network = project.network
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("Layer", "Type", "Output Shape", "Param #", "Connected to"))
    for node in network.nodes:
        shape = _shape(network.shapes[node.name])
        writer.writerow((node.name, _kind(node), shape, _count(network, node), ", ".join(node.inputs)))
    held = weights_of(network, project.training.frozen)
    held[network.n_trainable :] = True
    total, fixed = network.n_parameters, int(held.sum())
    for title, count in (("Total params", total), ("Trainable params", total - fixed), ("Non-trainable params", fixed)):
        writer.writerow((title, "", "", count, ""))
    return table.getvalue()


def _kind(node: Node) -> str:
    return "InputLayer" if isinstance(node.layer, Input) else node.layer.kind


def _count(network: NetworkSpec, node: Node) -> int:
    return sum(slot.size for slot in network.node_slots(node.name))


def _shape(shape: tuple[int, ...]) -> str:
    return f"(None, {', '.join(map(str, shape))})"


def _boxes(network: NetworkSpec, words: Words) -> dict[str, _Box]:
    """Return the boxes, row by row: a layer is below everything that it reads."""
    depths: dict[str, int] = {}
    for node in network.nodes:
        depths[node.name] = 1 + max((depths[source] for source in node.inputs), default=-1)
    boxes: dict[str, _Box] = {}
    y = _MARGIN
    for depth in range(max(depths.values()) + 1):
        row = [_sized(network, node, words) for node in network.nodes if depths[node.name] == depth]
        x = -(sum(box.width for box in row) + _BESIDE * (len(row) - 1)) / 2
        for box in row:
            boxes[box.node.name] = _Box(box.node, x + box.width / 2, y, box.width, box.rows, box.first_width)
            x += box.width + _BESIDE
        y += max(box.height for box in row) + _GAP
    return boxes


def _sized(network: NetworkSpec, node: Node, words: Words) -> _Box:
    name = node.name if len(node.name) <= _MOST_LETTERS else f"{node.name[: _MOST_LETTERS - 1]}…"
    activation = node.layer.activation_name
    kind = _kind(node) if activation == "linear" else f"{_kind(node)}, {activation}"
    sources = node.inputs or (node.name,)
    shapes = ", ".join(_shape(network.shapes[source]) for source in sources)
    rows = (
        (f"{name} ({kind})", ""),
        (words(INPUT), shapes if len(sources) == 1 else f"[{shapes}]"),
        (words(OUTPUT), _shape(network.shapes[node.name])),
        (words(WEIGHTS), f"{_count(network, node):,}"),
    )
    first = max(_width(label) for label, value in rows if value) + 2 * _PADDING
    second = max(_width(value) for _, value in rows) + 2 * _PADDING
    width = max(first + second, _width(rows[0][0], bold=True) + 2 * _PADDING)
    return _Box(node, 0.0, 0.0, width, rows, first)


def _width(text: str, *, bold: bool = False) -> float:
    """Return the approximate width of a text: the program that shows the SVG chooses the letters."""
    units = sum(1.0 if ord(letter) > 0x2E80 else 0.58 for letter in text)
    return units * _FONT * (1.07 if bold else 1.0)


def _drawn(box: _Box, paper: Paper) -> list[str]:
    left, right = box.x - box.width / 2, box.x + box.width / 2
    frame = f'x="{left:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
    parts = [f'<rect {frame} rx="4" fill="{paper.card}" stroke="{paper.outline}"/>']
    below = box.y + _ROW
    lines = [f"M{left:.1f} {below + _ROW * i:.1f}H{right:.1f}" for i in range(len(box.rows) - 1)]
    split = left + box.first_width
    lines.append(f"M{split:.1f} {below:.1f}V{box.y + box.height:.1f}")
    parts.append(f'<path d="{"".join(lines)}" stroke="{paper.outline}" fill="none"/>')
    middle = box.y + _ROW / 2 + 0.36 * _FONT
    parts.append(_text(box.x, middle, box.rows[0][0], paper.text, bold=True))
    for number, (label, value) in enumerate(box.rows[1:], 1):
        parts.append(_text((left + split) / 2, middle + _ROW * number, label, paper.muted))
        parts.append(_text((split + right) / 2, middle + _ROW * number, value, paper.text))
    return parts


def _text(x: float, y: float, text: str, color: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" fill="{color}"{weight}>{escape(text)}</text>'


def _arrow(source: _Box, target: _Box, paper: Paper) -> str:
    """Draw an arrow from the bottom of a box to the top of another one."""
    x1, y1, x2, y2 = source.x, source.y + source.height, target.x, target.y
    bend = min(_GAP, y2 - y1) / 2
    line = f"M{x1:.1f} {y1:.1f}C{x1:.1f} {y1 + bend:.1f} {x2:.1f} {y2 - _ARROW - bend:.1f} {x2:.1f} {y2 - _ARROW:.1f}"
    head = f"M{x2:.1f} {y2:.1f}l{-_ARROW * 0.7:.1f} {-_ARROW * 1.5:.1f}h{_ARROW * 1.4:.1f}z"
    return (
        f'<path d="{line}" fill="none" stroke="{paper.muted}" stroke-width="1.4"/>'
        f'<path d="{head}" fill="{paper.muted}"/>'
    )
