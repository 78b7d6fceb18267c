"""What a start needs from the machine is told from its words and its environment."""

import sys
from pathlib import Path

import pytest

from nnplay import startup
from nnplay.startup import Start


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], Start.WINDOW),
        (["digits.nnplay"], Start.WINDOW),
        (["./train"], Start.WINDOW),
        (["folder/project"], Start.WINDOW),
        (["--language", "zh_CN", "digits.nnplay"], Start.WINDOW),
        (["train", "circle", "--epochs", "5"], Start.HEADLESS),
        (["presets"], Start.HEADLESS),
        (["circle"], Start.WINDOW),
        (["screenshot", "-o", "picture.png"], Start.WINDOW),
    ],
)
def test_words_tell_the_kind_of_start(words: list[str], expected: Start) -> None:
    assert startup.kind_of_start(words, {"DISPLAY": ":0"}) is expected


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"DISPLAY": ":0"}, Start.WINDOW),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, Start.OFFSCREEN),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, Start.WINDOW),
        ({"QT_QPA_PLATFORM": "offscreen"}, Start.OFFSCREEN),
        ({}, Start.WINDOW),
    ],
)
def test_only_x11_asks_for_the_libraries_of_x11(environ: dict[str, str], expected: Start) -> None:
    assert startup.kind_of_start([], environ) is expected


def test_a_picture_needs_no_display() -> None:
    assert startup.kind_of_start(["screenshot"], {}) is Start.OFFSCREEN


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"QT_QPA_PLATFORM": "xcb"}, False),
        ("linux", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_display(monkeypatch: pytest.MonkeyPatch, platform: str, environ: dict[str, str], expected: bool) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert startup.has_display(environ) is expected


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only X11 has displays that refuse")
def test_an_x_server_that_is_not_there_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not startup.display_answers({"DISPLAY": ":4711"})
    assert startup.display_answers({"QT_QPA_PLATFORM": "offscreen"})


def test_a_library_that_cannot_be_loaded_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    libraries = {"libc.so.6": "libc6", "libno-such-thing.so.7": "libno-such-thing7"}
    monkeypatch.setattr(startup, "LIBRARIES", {Start.WINDOW: libraries})
    assert startup.missing_libraries(Start.WINDOW) == {"libno-such-thing.so.7": "libno-such-thing7"}


def test_other_systems_bring_their_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert startup.missing_libraries(Start.WINDOW) == {}


def test_a_window_needs_all_that_a_picture_needs() -> None:
    assert startup.LIBRARIES[Start.OFFSCREEN].items() < startup.LIBRARIES[Start.WINDOW].items()
    assert startup.LIBRARIES[Start.HEADLESS] == {}


def test_font_settings_are_ours_only_where_there_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup.sys, "platform", "linux")
    monkeypatch.setattr(startup, "FONT_SETTINGS", tmp_path / "fonts.conf")
    environ: dict[str, str] = {}
    startup.use_own_font_settings(tmp_path / "ours", environ)
    assert environ == {"FONTCONFIG_FILE": str(tmp_path / "ours")}
    told = {"FONTCONFIG_PATH": "/theirs"}
    startup.use_own_font_settings(tmp_path / "ours", told)
    assert told == {"FONTCONFIG_PATH": "/theirs"}
    (tmp_path / "fonts.conf").write_text("<fontconfig/>")
    environ.clear()
    startup.use_own_font_settings(tmp_path / "ours", environ)
    assert environ == {}
