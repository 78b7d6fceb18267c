"""File names made of titles: they choose no folder and fit every system."""

import os
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.disk.names import name_of


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Circle", "Circle"),
        ("圆环", "圆环"),
        ("../x", "x"),
        ("/home/x/.config/autostart/y", "home-x-.config-autostart-y"),
        ("C:\\Windows\\x", "C-Windows-x"),
        ("a/b", "a-b"),
        ("..", "project"),
        ("", "project"),
        ("NUL", "project"),
        ("con.txt", "project"),
        (".hidden", "hidden"),
        ("line\nbreak", "line-break"),
    ],
)
def test_names_of_titles(title: str, name: str) -> None:
    assert name_of(title, "project") == name


@given(st.text())
def test_any_title_gives_one_part_of_a_path(title: str) -> None:
    name = name_of(title, "project")
    assert PurePosixPath(f"/folder/{name}").parent == PurePosixPath("/folder")
    assert PureWindowsPath(f"C:/folder/{name}").parent == PureWindowsPath("C:/folder")
    assert name not in ("", ".", "..")
    assert len(os.fsencode(name)) <= 120
