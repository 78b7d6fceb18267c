"""Worksheets: questions and answers as PDF or SVG, and the reason why there can be none."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnplay.data import load
from nnplay.engine import NnplayError
from nnplay.exchange.export import ExportOptions, export
from nnplay.project.presets import preset
from nnplay.shell.exporting.table import FORMS


def write(name: str, example: str, path: Path) -> list[Path]:
    project = preset(example)
    seeds = project.seeds
    return export(FORMS[name], project, path, ExportOptions(), lambda: load(project.data, seeds.data, seeds.split))


def test_svg_with_answers_beside(qapp, tmp_path) -> None:
    paths = write("worksheet-svg", "one-weight", tmp_path / "sheet.svg")
    assert [path.name for path in paths] == ["sheet.svg", "sheet-answers.svg"]
    assert "ŷ = w·x = ____" in paths[0].read_text(encoding="utf-8")
    assert "ŷ = w·x = 5 × 2 = 10" in paths[1].read_text(encoding="utf-8")


def test_pdf_with_answers_beside(qapp, tmp_path) -> None:
    for path in write("worksheet", "one-weight", tmp_path / "sheet.pdf"):
        content = path.read_bytes()
        assert content.startswith(b"%PDF")
        assert len(content) > 3000


def test_a_large_network_is_refused_in_a_sentence_and_nothing_written(qapp, tmp_path) -> None:
    with pytest.raises(NnplayError, match="too long"):
        write("worksheet", "spiral", tmp_path / "sheet.pdf")
    assert not list(tmp_path.glob("*.pdf"))
