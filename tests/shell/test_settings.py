"""Settings: what is stored comes back; what makes no sense counts as not there."""

import pytest
from PySide6.QtCore import QByteArray, QSettings

from nnplay.panels.training.speed_box import FIRST_SPEED, SPEEDS
from nnplay.shell.settings import SYSTEM, Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.ini"


def stored(path):
    return QSettings(str(path), QSettings.Format.IniFormat)


def test_the_first_time_everything_is_as_the_system_has_it(path, qapp):
    settings = Settings(stored(path))
    assert (settings.theme_mode, settings.language, settings.last_folder) == (SYSTEM, SYSTEM, "")
    assert settings.geometry.isEmpty()
    assert settings.recent_files == []


def test_values_come_back_in_the_next_start(path, qapp):
    store = stored(path)
    settings = Settings(store)
    settings.theme_mode, settings.language, settings.last_folder = "dark", "zh_CN", "/somewhere"
    settings.geometry, settings.docks = QByteArray(b"\x01\x02"), QByteArray(b"\x03")
    store.sync()
    again = Settings(stored(path))
    assert (again.theme_mode, again.language, again.last_folder) == ("dark", "zh_CN", "/somewhere")
    assert (again.geometry, again.docks) == (QByteArray(b"\x01\x02"), QByteArray(b"\x03"))


@pytest.mark.parametrize("speed", SPEEDS)
def test_every_speed_comes_back(path, qapp, speed):
    settings = Settings(stored(path))
    assert settings.speed == FIRST_SPEED
    settings.speed = speed
    assert settings.speed == speed


@pytest.mark.parametrize("value", ["purple", 7, ["dark"], None])
def test_a_theme_that_is_none_is_the_system_s(path, qapp, value):
    store = stored(path)
    store.setValue("look/theme", value)
    assert Settings(store).theme_mode == SYSTEM


@pytest.mark.parametrize("value", [7, {"a": 1}, "text"])
def test_a_damaged_layout_is_none(path, qapp, value):
    store = stored(path)
    store.setValue("window/docks", value)
    assert Settings(store).docks.isEmpty()


def test_only_the_newest_files_are_remembered(path, qapp, tmp_path):
    settings = Settings(stored(path))
    for number in range(12):
        file = tmp_path / f"{number}.nnplay"
        file.touch()
        settings.remember_file(file)
    assert [file.stem for file in settings.recent_files] == ["11", "10", "9", "8", "7", "6", "5", "4"]
    assert settings.last_folder == str(tmp_path)


def test_a_recent_file_is_forgotten(path, qapp, tmp_path):
    settings = Settings(stored(path))
    for name in ("a", "b"):
        settings.remember_file(tmp_path / name)
    settings.forget_file(tmp_path / "b")
    assert settings.recent_files == [tmp_path / "a"]


def test_one_recent_file_survives_the_store(path, qapp, tmp_path):
    file = tmp_path / "only.nnplay"
    file.touch()
    store = stored(path)
    Settings(store).remember_file(file)
    store.sync()
    assert Settings(stored(path)).recent_files == [file]
