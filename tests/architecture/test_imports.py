"""Who may import what: the rules that a tool can check, and those that only the syntax tree shows."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "nnplay"
QT_FREE = ("engine", "disk", "data", "project", "exchange", "lessons", "runs", "cli")
WITHOUT_WIDGETS = ("background", "document", "training")


def _imported(file: Path) -> Iterator[str]:
    """Yield the full name of everything that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _files(*packages: str) -> list[Path]:
    return [file for package in packages for file in sorted((PACKAGE / package).rglob("*.py"))]


def test_the_import_rules_hold() -> None:
    """The contracts are in pyproject.toml; lint-imports prints the chain that breaks one."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    done = subprocess.run([*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_package_without_qt_is_under_the_contract() -> None:
    """import-linter refuses packages that are not there, so those that come later have to be added."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    forbidden = next(each for each in settings["contracts"] if "PySide6" in each.get("forbidden_modules", ()))
    present = {f"nnplay.{name}" for name in QT_FREE if (PACKAGE / name).is_dir()}
    assert present <= set(forbidden["source_modules"])


@pytest.mark.parametrize("file", _files(*WITHOUT_WIDGETS), ids=lambda file: str(file.relative_to(ROOT)))
def test_background_document_and_training_know_no_widgets(file: Path) -> None:
    assert not [name for name in _imported(file) if name.startswith("PySide6.QtWidgets")]


@pytest.mark.parametrize("module", ["nnplay.engine", "nnplay.data", "nnplay.project", "nnplay.runs", "nnplay.cli.main"])
def test_without_a_window_no_qt_is_imported(module: str) -> None:
    """In a process of its own, since the tests of this one have long imported Qt."""
    script = f"import {module}, sys; print(*[m for m in sys.modules if m.split('.')[0] in ('PySide6', 'pyqtgraph')])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
