"""A project may come from a stranger: the files that it names are read only with the person's agreement."""

from dataclasses import replace
from pathlib import Path

import pytest

from nnplay.data import TableChoice, open_data
from nnplay.project.presets import preset
from nnplay.project.proposals import choose_data
from nnplay.project.storage.file import save


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "numbers.csv"
    path.write_text("a,b\n" + "".join(f"{i},{2 * i}\n" for i in range(50)), encoding="utf-8")
    return path


@pytest.fixture
def strange(tmp_path: Path, table: Path) -> Path:
    """A stranger's project, which names a table of this computer."""
    choice = replace(open_data(table), content=b"")
    assert isinstance(choice, TableChoice)
    path = tmp_path / "strange.nnplay"
    save(choose_data(preset("circle"), choice, 1), path)
    return path


def commands(project: Path, out: Path) -> list[list[object]]:
    """All that read a project's data."""
    return [
        ["train", project, "--epochs", 1],
        ["evaluate", project],
        ["trace", project],
        ["predict", project, "--row", "1"],
        ["sweep", project, "--over", "learning_rate=0.1,0.2", "--epochs", 1, "-o", out],
    ]


@pytest.mark.parametrize("number", range(5))
def test_it_is_refused_then_agreed_to_and_then_remembered(nnplay, strange, table, tmp_path, number) -> None:
    words = commands(strange, tmp_path / "out")[number]
    ran = nnplay(*words)
    assert ran.status != 0
    assert str(table) in ran.err
    assert "--allow-data" in ran.err
    assert ran.out == []
    assert not (tmp_path / "out").exists()
    assert nnplay(*words, "--allow-data").status == 0
    words = ["evaluate", strange]
    assert nnplay(*words).status == 0


def test_a_comparison_says_what_it_did_not_read(nnplay, strange, table) -> None:
    ran = nnplay("compare", strange, strange)
    assert "not at hand" in ran.out[-1]
    assert str(table) in ran.err
    assert "--allow-data" in ran.err
    ran = nnplay("compare", strange, strange, "--allow-data")
    assert ran.err == ""
    assert "loss" in ran.out[-1]


def test_own_data_are_named_once(nnplay, table, tmp_path) -> None:
    own = tmp_path / "own.nnplay"
    assert nnplay("train", "circle", "--data", table, "--epochs", 1, "-o", own).status == 0
    assert nnplay("evaluate", own).status == 0


def test_agreeing_to_one_project_agrees_to_no_other_file(nnplay, strange, table, tmp_path) -> None:
    assert nnplay("evaluate", strange, "--allow-data").status == 0
    other = tmp_path / "other.csv"
    other.write_bytes(table.read_bytes())
    choice = replace(open_data(other), content=b"")
    save(choose_data(preset("circle"), choice, 1), tmp_path / "another.nnplay")
    ran = nnplay("evaluate", tmp_path / "another.nnplay")
    assert ran.status != 0
    assert str(other) in ran.err
