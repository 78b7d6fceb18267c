"""The settings' file: a damaged one is kept aside, its sound lines count, and the person is told."""

import pytest
from PySide6.QtCore import QSettings

from nnplay.shell.settings import SYSTEM, Settings
from nnplay.shell.settings_file import open_store, rescue

SOUND = b"[look]\ntheme=dark\nlanguage=zh_CN\n\n[window]\nview=full\n"
DAMAGED = {
    "binary": bytes(range(256)) * 20,
    "zeros": b"\0" * 4096,
    "cut section": b"[look\ntheme=dark\n",
    "cut line": b"[window]\nwelcome=no\n[look]\ntheme=dark\nlang",
    "another file": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}


@pytest.fixture
def path(tmp_path, monkeypatch, qapp):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    found = QSettings().fileName()
    assert found.startswith(str(tmp_path))
    (tmp_path / found).parent.mkdir(parents=True, exist_ok=True)
    return tmp_path / found


def test_a_sound_file_is_left_alone(tmp_path):
    path = tmp_path / "nnplay.conf"
    path.write_bytes(SOUND)
    assert rescue(path) is None
    assert rescue(tmp_path / "none.conf") is None
    assert path.read_bytes() == SOUND
    assert len(list(tmp_path.iterdir())) == 1


def test_what_qt_writes_is_sound(tmp_path, qapp):
    store = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    settings.geometry = bytes(range(256))
    settings.last_folder = "/家\u3000里/a=b;c\ttab"
    settings.shortcuts = {"training.reset": "F9"}
    store.sync()
    assert rescue(tmp_path / "x.ini") is None


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_kept_and_told_of(path, content):
    path.write_bytes(content)
    store, complaint = open_store()
    kept = path.with_name(f"{path.name}.damaged-1")
    assert kept.read_bytes() == content
    assert str(kept) in complaint
    settings = Settings(store)
    assert settings.language == SYSTEM
    settings.theme_mode = "contrast"
    store.sync()
    assert rescue(path) is None
    again, complaint = open_store()
    assert complaint == ""
    assert Settings(again).theme_mode == "contrast"


def test_lines_that_are_sound_count(path):
    path.write_bytes(SOUND + b"\xff\xfe broken\n")
    settings = Settings(open_store()[0])
    assert (settings.theme_mode, settings.language, settings.is_simple) == ("dark", "zh_CN", False)


def test_a_second_damage_does_not_overwrite_the_first(path):
    for content in (DAMAGED["zeros"], DAMAGED["binary"]):
        path.write_bytes(content)
        open_store()
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == DAMAGED["zeros"]
    assert path.with_name(f"{path.name}.damaged-2").read_bytes() == DAMAGED["binary"]
