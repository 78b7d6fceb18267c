"""The network as an SVG picture: cards at their positions on the canvas, the weights between them, and a legend."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import prod

import numpy as np

from nnplay.engine import NetworkSpec, Node
from nnplay.exchange.tensors import Array, named_parameters
from nnplay.project import Project

_WIDTH, _HEADER, _MARGIN, _NARROW = 116.0, 44.0, 28.0, 6.0
_MOST_UNITS = 12
_UNIT_STEP, _RADIUS = 20.0, 6.0
_LEGEND = 34.0
_TURN = 14
_MOST_LINES = 400
_SHADES = 5


@dataclass(frozen=True)
class Paper:
    """The colours of a picture; ``background`` is empty if it is transparent."""

    background: str
    card: str
    outline: str
    text: str
    muted: str
    positive: str
    negative: str


_LIGHT = ("#fffefc", "#cdc5b9", "#2b2722", "#716a60", "#1273b8", "#ef8a1d")
_DARK = ("#27262a", "#55525a", "#ece8e2", "#a8a199", "#4aa8e8", "#f39a3d")
PAPERS = {
    "white": Paper("#ffffff", *_LIGHT),
    "dark": Paper("#1b1a1d", *_DARK),
    "transparent": Paper("", *_LIGHT),
}


def network_svg(project: Project, background: str = "white", *, has_legend: bool = True) -> str:
    """Return the picture; ``background`` is a key of ``PAPERS``. Without a legend, its margins are narrow, too."""
    paper = PAPERS[background]
    margin, legend = (_MARGIN, _LEGEND) if has_legend else (_NARROW, 0.0)
    network = project.network
    heights = {node.name: _height(network, node) for node in network.nodes}
    left = min(x for x, _ in project.positions.values()) - _WIDTH / 2 - margin
    right = max(x for x, _ in project.positions.values()) + _WIDTH / 2 + margin
    top = min(y - heights[name] / 2 for name, (_, y) in project.positions.items()) - margin
    bottom = max(y + heights[name] / 2 for name, (_, y) in project.positions.items()) + margin + legend
    size = f'width="{right - left:.0f}" height="{bottom - top:.0f}"'
    box = f"{left:.1f} {top:.1f} {right - left:.1f} {bottom - top:.1f}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{box}" font-family="sans-serif" font-size="11">',
        f"<title>{escape(project.title)}</title>",
    ]
    if paper.background:
        parts.append(f'<rect x="{left:.1f}" y="{top:.1f}" {size} fill="{paper.background}"/>')
    weights = named_parameters(project)
    for node in network.nodes:
        parts.append(_card(project, node, heights[node.name], paper))
    for node in network.nodes:
        for source in node.inputs:
            parts += _bundle(project, node, source, heights, weights.get(f"{node.name}/kernel"), paper)
    for node in network.nodes:
        parts += _face(project, node, heights[node.name], paper)
    if has_legend:
        parts += _legend(left + margin, bottom - margin, paper)
    return "\n".join([*parts, "</svg>", ""])


def _units(network: NetworkSpec, name: str) -> int:
    """Return the number of dots on a card: its units, at most ``_MOST_UNITS``; none for a picture."""
    shape = network.shapes[name]
    return min(shape[0], _MOST_UNITS) if len(shape) == 1 else 0


def _height(network: NetworkSpec, node: Node) -> float:
    return _HEADER + _UNIT_STEP * _units(network, node.name) + 10


def _dots(project: Project, name: str, height: float) -> list[tuple[float, float]]:
    x, y = project.positions[name]
    top = y - height / 2 + _HEADER + _UNIT_STEP / 2
    return [(x, top + _UNIT_STEP * unit) for unit in range(_units(project.network, name))]


def _bundle(
    project: Project, node: Node, source: str, heights: dict[str, float], kernel: Array | None, paper: Paper
) -> list[str]:
    """Return all weights between two cards, the strongest on top; one line if there are none or too many to
    distinguish.
    """
    network = project.network
    starts, ends = (_dots(project, name, heights[name]) for name in (source, node.name))
    is_dense = (
        kernel is not None
        and kernel.ndim == 2
        and kernel.shape
        == (
            prod(network.shapes[source]),
            network.shapes[node.name][0],
        )
    )
    (x1, y1), (x2, y2) = project.positions[source], project.positions[node.name]
    leads_back = x2 < x1 and y1 != y2  # from the end of a row to the beginning of the next
    if kernel is None or not is_dense or not starts or len(starts) * len(ends) > _MOST_LINES or leads_back:
        link = _turn if leads_back else _curve
        line = link((x1 + _WIDTH / 2, y1), (x2 - _WIDTH / 2, y2))
        return [f'<path d="{line}" fill="none" stroke="{paper.outline}" stroke-width="2"/>']
    shown = kernel[: len(starts), : len(ends)]
    largest = float(np.abs(shown).max()) or 1.0
    lines = []
    for i, j in sorted(np.ndindex(shown.shape), key=lambda index: abs(shown[index])):
        share = round(abs(float(shown[i, j])) / largest * _SHADES) / _SHADES
        color = paper.positive if shown[i, j] >= 0 else paper.negative
        curve = _curve((starts[i][0] + _RADIUS, starts[i][1]), (ends[j][0] - _RADIUS, ends[j][1]))
        look = f'stroke="{color}" stroke-width="{0.4 + 2.6 * share:.1f}" stroke-opacity="{0.25 + 0.7 * share:.2f}"'
        lines.append(f'<path d="{curve}" fill="none" {look}/>')
    return lines


def _turn(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A line around the end of one row and the beginning of the next, between the two."""
    (x1, y1), (x2, y2) = start, end
    return f"M{x1:g},{y1:g} h{_TURN} V{(y1 + y2) / 2:g} H{x2 - _TURN:g} V{y2:g} h{_TURN}"


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    middle = (start[0] + end[0]) / 2
    points = ((middle, start[1]), (middle, end[1]), end)
    return f"M{start[0]:.1f} {start[1]:.1f}C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _card(project: Project, node: Node, height: float, paper: Paper) -> str:
    x, y = project.positions[node.name]
    place = f'x="{x - _WIDTH / 2:.1f}" y="{y - height / 2:.1f}" width="{_WIDTH}" height="{height:.1f}"'
    return f'<rect {place} rx="9" fill="{paper.card}" stroke="{paper.outline}"/>'


def _face(project: Project, node: Node, height: float, paper: Paper) -> list[str]:
    """Return the contents of a card: its name, its kind, a dot for each unit."""
    network = project.network
    x, y = project.positions[node.name]
    shape, activation = network.shapes[node.name], node.layer.activation_name
    top = y - height / 2
    kind = node.layer.kind if activation == "linear" else f"{node.layer.kind} · {activation}"
    parts = [
        _text(x, top + 16, _short(node.name), paper.text, weight=True),
        _text(x, top + 30, _short(kind, 22), paper.muted),
    ]
    for cx, cy in _dots(project, node.name, height):
        parts.append(f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{_RADIUS}" fill="{paper.card}" stroke="{paper.muted}"/>')
    size = " × ".join(map(str, shape))
    if not _units(network, node.name):
        parts.append(_text(x, top + 44, size, paper.muted))
    elif shape[0] > _MOST_UNITS:
        parts.append(_text(x + _WIDTH / 2 - 22, top + height - 9, f"… {size}", paper.muted))
    return parts


def _text(x: float, y: float, text: str, color: str, *, weight: bool = False) -> str:
    bold = ' font-weight="bold"' if weight else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" fill="{color}"{bold}>{escape(text)}</text>'


def _short(text: str, most: int = 16) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _legend(x: float, y: float, paper: Paper) -> list[str]:
    """Return the meaning of the colours, as signs, so that it needs no language."""
    parts = []
    for place, (color, sign) in enumerate(((paper.negative, "w < 0"), (paper.positive, "w > 0"))):
        start = x + 74 * place
        parts.append(f'<path d="M{start:.1f} {y:.1f}h22" stroke="{color}" stroke-width="3" fill="none"/>')
        parts.append(f'<text x="{start + 28:.1f}" y="{y + 4:.1f}" fill="{paper.muted}">{escape(sign)}</text>')
    return parts
