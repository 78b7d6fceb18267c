"""No modules import each other in a circle, wherever the imports stand: at the top, in functions, or for types only."""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import nnplay

ROOT = Path(nnplay.__file__).parent


def modules(folder: Path) -> dict[str, str]:
    """Return the sources of a package by the modules' names; a package's own name stands for its ``__init__``."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return found


def imported(source: str, names: Mapping[str, str]) -> Iterator[str]:
    """Yield those of the modules that a source names in any import."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, "imports name their package in full"
            for each in node.names:
                submodule = f"{node.module}.{each.name}"
                if submodule in names:
                    yield submodule
                elif node.module in names:
                    yield node.module


def circle(sources: Mapping[str, str]) -> list[str]:
    """Return the modules of one circle, the first one again at the end; empty if there is none."""
    graph = {name: set(imported(source, sources)) - {name} for name, source in sources.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_circle_of_imports() -> None:
    sources = modules(ROOT)
    assert len(sources) > 600
    assert circle(sources) == []


@pytest.mark.parametrize(
    "back",
    ["import p.a\n", "def f():\n    from p.a import x\n", "if TYPE_CHECKING:\n    from p import a\n"],
    ids=["top", "function", "types"],
)
def test_a_circle_is_found(back: str) -> None:
    sources = {"p": "", "p.a": "from p.b import y\n", "p.b": "from p.c import z\n", "p.c": back}
    assert set(circle(sources)) == {"p.a", "p.b", "p.c"}
    assert circle(sources | {"p.c": ""}) == []
