"""Worksheets: a small network and its calculation on paper, with blanks to fill in, and the same with the answers.

Pages are SVG texts of one A4 sheet each, made without Qt; the window paints the very same pages into a PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from math import prod

from nnplay.engine import Dense
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.calculation.calculation import Calculation
from nnplay.project.calculation.expressions import Equation, Quantity, leaves
from nnplay.project.calculation.naming import RATE
from nnplay.project.calculation.numbers import NumberFormat
from nnplay.project.calculation.phases import Kind, Phase, phases
from nnplay.project.calculation.text import equation_text, leaf_text, question_text, symbol_text
from nnplay.project.errors import ProjectError

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
"""A4 in points."""

_MARGIN, _LINE, _PICTURE = 48, 21, 190
_MOST_EQUATIONS = 120
_MOST_CHARACTERS = 86
"""Of a line, before it is broken at an equals sign."""

TITLES = {
    Kind.EXAMPLE: QT_TRANSLATE_NOOP("worksheet", "Given"),
    Kind.FORWARD: QT_TRANSLATE_NOOP("worksheet", "Forward through {layer}"),
    Kind.LOSS: QT_TRANSLATE_NOOP("worksheet", "The loss"),
    Kind.BACKWARD: QT_TRANSLATE_NOOP("worksheet", "Backward through {layer}"),
    Kind.UPDATE: QT_TRANSLATE_NOOP("worksheet", "The new weights"),
}
_ANSWERS = QT_TRANSLATE_NOOP("worksheet", "{title}: the answers")
_NAME = QT_TRANSLATE_NOOP("worksheet", "Name: ______________________    Date: ______________")


@dataclass(frozen=True)
class _Line:
    text: str
    style: str = "t"
    height: float = _LINE


def worksheet_pages(
    calculation: Calculation,
    numbers: NumberFormat,
    title: str,
    *,
    has_answers: bool,
    translate: Callable[[str], str] = str,
) -> list[str]:
    """The sheets, an SVG text each.

    Parameters
    ----------
    translate
        What the window makes of the templates of the context "worksheet".

    Raises
    ------
    ProjectError
        If the network is too large to be computed by hand.
    """
    n_equations = sum(len(calculation.of_phase(phase)) for phase in phases(calculation.passes.network))
    if n_equations > _MOST_EQUATIONS:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors", "A worksheet with {count} lines would be too long: use a network of a few neurons."
            ),
            count=n_equations,
        )
    head = translate(_ANSWERS).format(title=title) if has_answers else title
    lines = [_Line(head, "h", 30)]
    if not has_answers:
        lines.append(_Line(translate(_NAME), "s", 26))
    pages: list[list[str]] = [[]]
    y = float(_MARGIN)
    for line in lines:
        pages[-1].append(_text(y, line))
        y += line.height
    pages[-1] += _picture(calculation, numbers, y)
    y += _PICTURE
    for line in _lines(calculation, numbers, translate, has_answers=has_answers):
        # A heading does not stay alone at the foot of a page.
        if y > PAGE_HEIGHT - _MARGIN - (_LINE if line.style == "b" else 0):
            pages.append([])
            y = float(_MARGIN)
        pages[-1].append(_text(y, line))
        y += line.height
    return [_svg("".join(page), PAGE_HEIGHT) for page in pages]


def worksheet_svg(pages: list[str]) -> str:
    """All sheets below each other, as one SVG file."""
    inner = "".join(
        f'<g transform="translate(0 {number * PAGE_HEIGHT})">{_inner(page)}</g>' for number, page in enumerate(pages)
    )
    return _svg(inner, PAGE_HEIGHT * len(pages))


def _lines(
    calculation: Calculation, numbers: NumberFormat, translate: Callable[[str], str], *, has_answers: bool
) -> Iterator[_Line]:
    for number, phase in enumerate(phases(calculation.passes.network), start=1):
        heading = translate(TITLES[phase.kind]).format(layer=phase.node)
        yield _Line(f"{number}. {heading}", "b", 24)
        if phase.kind is Kind.EXAMPLE:
            yield from (_Line(text) for text in _given(calculation, numbers))
            continue
        asked: set[str] = set()
        for equation in calculation.of_phase(phase):
            # A second equation for the same number, such as which of a window has won, is an answer.
            if not has_answers and leaf_text(equation.left) in asked:
                continue
            asked.add(leaf_text(equation.left))
            text = equation_text(equation, numbers) if has_answers else question_text(equation)
            yield from (_Line(part) for part in _broken(text))
        yield _Line("", "t", 8)


def _given(calculation: Calculation, numbers: NumberFormat) -> Iterator[str]:
    """Inputs, targets, weights, the learning rate, and whatever else the sheet does not compute; several on a line."""
    weights = (
        Equation(calculation.quantities.weight(part.node, part.parameter or "", part.index))
        for node in calculation.passes.network.nodes
        for part in calculation.weights(node.name)
    )
    rate = Equation(Quantity(RATE, calculation.passes.trace.learning_rate))
    given = (*calculation.of_phase(Phase(Kind.EXAMPLE)), *weights, rate)
    line = ""
    for equation in (*given, *_not_computed(calculation, given)):
        text = equation_text(equation, numbers)
        if line and len(line) + len(text) > _MOST_CHARACTERS - 10:
            yield line
            line = ""
        line += f"     {text}" if line else text
    yield line


def _not_computed(calculation: Calculation, given: tuple[Equation, ...]) -> Iterator[Equation]:
    """Numbers that equations on the sheet use and none gives, such as the pixels under a filter's window."""
    names = {leaf_text(equation.left) for equation in given}
    for phase in phases(calculation.passes.network)[1:]:
        for equation in calculation.of_phase(phase):
            for leaf in leaves(equation.right) if equation.right is not None else ():
                is_known = leaf_text(leaf) in names or (isinstance(leaf, Quantity) and leaf.same_as is not None)
                if not is_known and isinstance(leaf, Quantity):
                    names.add(leaf_text(leaf))
                    yield Equation(leaf)
            names.add(leaf_text(equation.left))


def _broken(text: str) -> Iterator[str]:
    """A long equation in several lines, each beginning with its equals sign."""
    line = ""
    for number, side in enumerate(text.split(" = ")):
        part = side if number == 0 else f" = {side}"
        if line and len(line) + len(part) > _MOST_CHARACTERS:
            yield line
            line = "     " + part.lstrip()
        else:
            line += part
    yield line


def _picture(calculation: Calculation, numbers: NumberFormat, top: float) -> Iterator[str]:
    """The network as circles and lines, with its weights; of large layers the first neurons."""
    network = calculation.passes.network
    shown = [node for node in network.nodes if len(network.shapes[node.name]) == 1]
    step = (PAGE_WIDTH - 2 * _MARGIN) / max(1, len(shown))
    places: dict[str, list[tuple[float, float]]] = {}
    for column, node in enumerate(shown):
        n = min(8, prod(network.shapes[node.name]))
        pitch = min(52.0, (_PICTURE - 30) / n)
        x, middle = _MARGIN + step * (column + 0.5), top + (_PICTURE - 20) / 2 - 10
        places[node.name] = [(x, middle + (row - (n - 1) / 2) * pitch) for row in range(n)]
    for node in shown:
        for source in node.inputs:
            if source in places and isinstance(node.layer, Dense):
                yield from _connections(calculation, numbers, places, source, node.name)
    for node in shown:
        for unit, (x, y) in enumerate(places[node.name]):
            name = symbol_text(calculation.quantities.naming.unit(node.name, unit))
            yield f'<circle class="n" cx="{x:.1f}" cy="{y:.1f}" r="15"/>'
            yield f'<text class="m" x="{x:.1f}" y="{y + 4:.1f}">{escape(name)}</text>'


def _connections(
    calculation: Calculation,
    numbers: NumberFormat,
    places: dict[str, list[tuple[float, float]]],
    source: str,
    target: str,
) -> Iterator[str]:
    starts, ends = places[source], places[target]
    for row, (x1, y1) in enumerate(starts):
        for column, (x2, y2) in enumerate(ends):
            yield f'<line class="l" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'
            if len(starts) * len(ends) > 12:
                continue
            weight: Quantity = calculation.quantities.weight(target, "kernel", (row, column))
            # Near the end connections to different neurons have parted; those from different ones stand in turn.
            along = 0.45 + 0.3 * (row + 0.5) / len(starts)
            x, y = x1 + (x2 - x1) * along, y1 + (y2 - y1) * along
            yield f'<rect class="w" x="{x - 13:.1f}" y="{y - 7:.1f}" width="26" height="13"/>'
            yield f'<text class="k" x="{x:.1f}" y="{y + 3:.1f}">{escape(numbers.text(weight.value))}</text>'


def _text(y: float, line: _Line) -> str:
    return f'<text class="{line.style}" x="{_MARGIN}" y="{y:.1f}" xml:space="preserve">{escape(line.text)}</text>'


_OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}">'
    "<style>text{{font-family:'DejaVu Serif','Times New Roman',serif;fill:#222}}"
    ".h{{font-size:18px;font-weight:bold}}.b{{font-size:13px;font-weight:bold}}.t{{font-size:11.5px}}"
    ".s{{font-size:11px}}.m{{font-size:11px;text-anchor:middle}}.k{{font-size:8.5px;text-anchor:middle}}"
    ".n{{fill:#fff;stroke:#333;stroke-width:1.2}}.l{{stroke:#999;stroke-width:0.9}}.w{{fill:#fff}}</style>"
    '<rect width="{width}" height="{height}" fill="#fff"/>'
)


def _svg(inner: str, height: int) -> str:
    return _OPENING.format(width=PAGE_WIDTH, height=height) + inner + "</svg>\n"


def _inner(page: str) -> str:
    start = len(_OPENING.format(width=PAGE_WIDTH, height=PAGE_HEIGHT))
    return page[start:].removesuffix("</svg>\n")
