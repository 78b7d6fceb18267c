"""Places that the person has agreed to: known at the next start, and told to nobody who reads the list."""

from pathlib import Path

import pytest

from nnplay.data import agreed
from nnplay.data.agreed import agree, is_agreed
from nnplay.data.folders import data_folder


@pytest.fixture(autouse=True)
def start(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a program that has just started."""
    monkeypatch.setattr(agreed, "_now", set())


def restart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreed, "_now", set())


def test_what_was_agreed_to_is_known_at_the_next_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = str(tmp_path / "mine.csv")
    assert not is_agreed(place)
    agree(place)
    restart(monkeypatch)
    assert is_agreed(place)
    assert is_agreed(f"{tmp_path}/./mine.csv")
    assert not is_agreed(str(tmp_path / "other.csv"))
    assert not is_agreed(str(tmp_path))


def test_data_inside_the_project_need_no_agreement() -> None:
    assert is_agreed("")
    agree("")
    assert not (data_folder() / "agreed.txt").exists()


def test_the_list_names_no_file(tmp_path: Path) -> None:
    agree(str(tmp_path / "secret.csv"))
    assert b"secret" not in (data_folder() / "agreed.txt").read_bytes()


def test_only_the_newest_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(agreed, "_MOST", 3)
    for number in range(5):
        agree(str(tmp_path / f"{number}"))
    restart(monkeypatch)
    assert [is_agreed(str(tmp_path / f"{number}")) for number in range(5)] == [False, False, True, True, True]


def test_where_nothing_can_be_written_it_counts_until_the_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(agreed, "data_folder", lambda: tmp_path / "file")
    agree("/some/data.csv")
    assert is_agreed("/some/data.csv")
    restart(monkeypatch)
    assert not is_agreed("/some/data.csv")


def test_a_damaged_list_is_an_empty_one(tmp_path: Path) -> None:
    data_folder().mkdir(parents=True, exist_ok=True)
    (data_folder() / "agreed.txt").write_bytes(b"\xff\x00 \n")
    assert not is_agreed(str(tmp_path / "a.csv"))
    agree(str(tmp_path / "a.csv"))
    assert is_agreed(str(tmp_path / "a.csv"))
