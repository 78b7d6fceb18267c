"""Source text: lines that know which layer they belong to, and expressions laid out as ruff lays them out."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from nnplay.engine import NetworkSpec, free_name

WIDTH = 88
"""Most characters of a line, ruff's default."""

_INDENT = "    "
_MAX_NAME = 24


@dataclass(frozen=True)
class Line:
    """One line of a program, without its end.

    Attributes
    ----------
    node
        The layer that it is about.
    difference
        Where the line is a comment on what the program does otherwise than nnplay: the whole sentence.
    """

    text: str
    node: str | None = None
    difference: str = ""


@dataclass(frozen=True)
class Program:
    """A program's lines.

    Attributes
    ----------
    data_file
        Name of the file with the data, which has to lie beside the program; empty if it reads none.
    weights_file
        The same for the weights.
    """

    lines: tuple[Line, ...]
    data_file: str = ""
    weights_file: str = ""

    @property
    def text(self) -> str:
        """The whole program."""
        return "".join(f"{line.text}\n" for line in self.lines)

    @property
    def differences(self) -> tuple[str, ...]:
        """What it does otherwise than nnplay, a sentence each, in the order of the comments."""
        return tuple(dict.fromkeys(line.difference for line in self.lines if line.difference))


@dataclass(frozen=True)
class Code:
    """An expression that is written as it is."""

    text: str


@dataclass(frozen=True)
class Call:
    """A call in a program: its function's name, its arguments, and what follows the closing bracket."""

    function: str
    arguments: tuple[object, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    tail: str = ""


def lines_of(text: str, node: str | None = None) -> list[Line]:
    """A text as lines of one layer."""
    return [Line(line, node) for line in text.splitlines()]


def assign(target: str, value: object, node: str | None = None, indent: int = 0) -> list[Line]:
    """The lines of ``target = value``."""
    return laid_out(value, node, indent, f"{target} = ")


def laid_out(value: object, node: str | None = None, indent: int = 0, before: str = "", after: str = "") -> list[Line]:
    """An expression on one line if it fits, otherwise an argument a line with a comma behind each."""
    start = _INDENT * indent + before
    flat = start + inline(value) + after
    brackets = _brackets(value)
    if brackets is None or len(flat) <= WIDTH:
        return [Line(flat, node)]
    opening, items, closing = brackets
    lines = [Line(start + opening, node)]
    for prefix, item in items:
        lines += laid_out(item, node, indent + 1, prefix, ",")
    return [*lines, Line(_INDENT * indent + closing + after, node)]


def inline(value: object) -> str:
    """An expression on one line."""
    brackets = _brackets(value)
    if brackets is not None:
        opening, items, closing = brackets
        inside = ", ".join(prefix + inline(item) for prefix, item in items)
        is_single = isinstance(value, tuple) and len(value) == 1
        return f"{opening}{inside}{',' if is_single else ''}{closing}"
    if isinstance(value, str):
        return quoted(value)
    return value.text if isinstance(value, Code) else repr(value)


def quoted(text: str) -> str:
    """A text in quotation marks: double ones unless it has such itself."""
    if '"' in text and "'" not in text:
        return repr(text)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def assemble(*blocks: Sequence[Line]) -> tuple[Line, ...]:
    """Blocks one after another, empty ones left out: two empty lines around definitions, one elsewhere."""
    lines: list[Line] = []
    was_definition = False
    for block in filter(None, blocks):
        first = next((line.text for line in block if not line.text.startswith("#")), "")
        is_definition = first.startswith(("def ", "class ", "@"))
        if lines:
            lines += [Line("")] * (2 if is_definition or was_definition else 1)
        lines += block
        was_definition = is_definition
    return tuple(lines)


def identifiers(network: NetworkSpec, taken: Collection[str] = ()) -> dict[str, str]:
    """A variable's name for each layer's name, all different and none of Python's own.

    They are ASCII, because not every library takes more for a layer.
    """
    found: dict[str, str] = {}
    taken = {*taken, *dir(builtins)}
    for node in network.nodes:
        wanted = re.sub(r"\W+", "_", node.name, flags=re.ASCII).strip("_")[:_MAX_NAME]
        if not wanted or wanted[0].isdigit():
            wanted = f"{node.layer.usual_name}_{wanted}".strip("_")
        if keyword.iskeyword(wanted) or keyword.issoftkeyword(wanted) or wanted in taken:
            wanted = f"{wanted}_layer"
        found[node.name] = free_name(wanted, [*found.values(), *taken])
    return found


def _brackets(value: object) -> tuple[str, list[tuple[str, object]], str] | None:
    """What opens and closes an expression that has parts, and the parts."""
    if isinstance(value, Call):
        items = [("", argument) for argument in value.arguments]
        items += [(f"{name}=", option) for name, option in value.options.items()]
        return f"{value.function}(", items, f"){value.tail}"
    if isinstance(value, list):
        return "[", [("", item) for item in value], "]"
    if isinstance(value, tuple):
        return "(", [("", item) for item in value], ")"
    if isinstance(value, dict):
        return "{", [(f"{inline(key)}: ", item) for key, item in value.items()], "}"
    return None
