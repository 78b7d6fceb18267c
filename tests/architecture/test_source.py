"""What every source file keeps to: a first line that says what it is, a readable length, and no forbidden calls."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = [ROOT / "run.py", *sorted((ROOT / "nnplay").rglob("*.py")), *sorted((ROOT / "tests").rglob("*.py"))]
MAX_LINES = 400

# They run code that came with a file.
FORBIDDEN_MODULES = {"pickle", "dill", "cloudpickle", "joblib", "marshal", "shelve", "runpy"}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "import_module"}
# They re-enter the event loop, block it, or kill a thread that holds a lock.
FORBIDDEN_CALLS |= {"processEvents", "sleep", "terminate"}
# Methods of other things by the same name: `application.exec()`, `re.compile()`.
ALLOWED_METHODS = {"exec", "compile"}


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


def _forbidden(tree: ast.Module) -> list[str]:
    return [f"{what} in line {node.lineno}" for node in ast.walk(tree) for what in _forbidden_in(node)]


def _forbidden_in(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        modules = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        # Writing a pickle, as the hostile files of tests need, runs nothing.
        is_writing = node.module == "pickle" and {alias.name for alias in node.names} == {"dumps"}
        modules = [] if is_writing else [node.module or ""]
    else:
        modules = []
    yield from (name for name in modules if name.split(".")[0] in FORBIDDEN_MODULES)
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            is_forbidden = node.func.attr in FORBIDDEN_CALLS - ALLOWED_METHODS
        else:
            is_forbidden = isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS
        if is_forbidden:
            yield ast.unparse(node.func)
    if isinstance(node, ast.keyword) and node.arg == "allow_pickle" and ast.unparse(node.value) != "False":
        yield "allow_pickle"


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_nothing_forbidden_is_called(file: Path) -> None:
    assert _forbidden(ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "import pickle",
        "from pickle import loads",
        "eval('1')",
        "exec('1')",
        "builtins.eval('1')",
        "__import__('os')",
        "importlib.import_module(name)",
        "np.load(path, allow_pickle=True)",
        "np.load(path, allow_pickle=flag)",
        "QApplication.processEvents()",
        "time.sleep(1)",
        "self.thread.terminate()",
    ],
)
def test_what_is_forbidden_is_seen(text: str) -> None:
    assert _forbidden(ast.parse(text))


@pytest.mark.parametrize(
    "text",
    ["np.load(path, allow_pickle=False)", "application.exec()", "re.compile('a')", "from pickle import dumps"],
)
def test_what_is_allowed_passes(text: str) -> None:
    assert _forbidden(ast.parse(text)) == []


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_every_file_says_what_it_is_and_is_short(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_LINES
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring
    assert docstring.splitlines()[0].strip()
