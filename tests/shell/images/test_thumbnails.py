"""Small pictures of projects: drawn once, kept, and another one when the file is another."""

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.storage.file import save
from nnplay.shell.images import thumbnails
from nnplay.shell.images.thumbnails import SIZE, Trouble, keep_thumbnail, look_at
from tests.shell.saving import save_as


def kept() -> list[Path]:
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return list(Path(cache, "thumbnails").glob("*.png"))


def n_colors(image) -> int:
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


def test_a_project_has_a_picture_that_is_drawn_once(qapp, tmp_path, monkeypatch):
    path = tmp_path / "a.nnplay"
    save(preset("circle"), path)
    first = look_at(path).picture
    assert first.deviceIndependentSize().toSize() == SIZE
    assert n_colors(first) > 10
    monkeypatch.setattr(thumbnails, "open_project", None)
    assert look_at(path).picture.convertToFormat(first.format()) == first
    assert len(kept()) == 1


def test_another_content_has_another_picture(qapp, tmp_path):
    path = tmp_path / "a.nnplay"
    save(preset("circle"), path)
    first = look_at(path).picture
    save(edits.remove_layer(preset("circle"), "dense_2"), path)
    os.utime(path, ns=(1, 1))
    assert look_at(path).picture != first


def test_what_is_no_project_has_none(qapp, tmp_path):
    (tmp_path / "a.nnplay").write_bytes(b"nothing")
    assert look_at(tmp_path / "a.nnplay").trouble is Trouble.DAMAGED
    assert look_at(tmp_path / "missing.nnplay").trouble is Trouble.GONE


def test_a_large_file_is_not_read_but_has_its_picture_once_saved(qapp, tmp_path, monkeypatch):
    path = tmp_path / "a.nnplay"
    save(preset("circle"), path)
    monkeypatch.setattr(thumbnails, "_MAX_FILE_SIZE", 10)
    assert look_at(path).picture.isNull()
    assert look_at(path).trouble is None
    keep_thumbnail(path, preset("circle"))
    assert not look_at(path).picture.isNull()


def test_only_the_newest_are_kept(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(thumbnails, "_MOST_KEPT", 3)
    for number in range(5):
        save(preset("circle"), tmp_path / f"{number}.nnplay")
        look_at(tmp_path / f"{number}.nnplay")
    assert len(kept()) == 3


def test_the_recent_files_show_it(window, session, qtbot, tmp_path):
    path = tmp_path / "a.nnplay"
    save_as(window, path, qtbot)
    menu = window.commands.file._recent
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text().endswith("a.nnplay")
    qtbot.waitUntil(lambda: n_colors(action.icon().pixmap(SIZE).toImage()) > 10)
    assert len(kept()) == 1
    menu.aboutToHide.emit()
