"""Small pictures of projects: drawn once, kept, and another one when the file is another."""

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from nnplay.project import edits
from nnplay.project.file import save
from nnplay.project.presets import preset
from nnplay.shell import thumbnails
from nnplay.shell.thumbnails import SIZE, keep_thumbnail, thumbnail


def kept() -> list[Path]:
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return list(Path(cache, "thumbnails").glob("*.png"))


def n_colors(pixmap) -> int:
    image = pixmap.toImage()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


def test_a_project_has_a_picture_that_is_drawn_once(qapp, tmp_path, monkeypatch):
    path = tmp_path / "a.nnplay"
    save(preset("circle"), path)
    first = thumbnail(path)
    assert first.deviceIndependentSize().toSize() == SIZE
    assert n_colors(first) > 10
    monkeypatch.setattr(thumbnails, "load", None)
    assert thumbnail(path).toImage() == first.toImage()
    assert len(kept()) == 1


def test_another_content_has_another_picture(qapp, tmp_path):
    path = tmp_path / "a.nnplay"
    save(preset("circle"), path)
    first = thumbnail(path).toImage()
    save(edits.remove_layer(preset("circle"), "dense_2"), path)
    os.utime(path, ns=(1, 1))
    assert thumbnail(path).toImage() != first


def test_what_is_no_project_has_none(qapp, tmp_path):
    (tmp_path / "a.nnplay").write_bytes(b"nothing")
    assert thumbnail(tmp_path / "a.nnplay").isNull()
    assert thumbnail(tmp_path / "missing.nnplay").isNull()


def test_a_large_file_is_not_read_but_has_its_picture_once_saved(qapp, tmp_path, monkeypatch):
    path = tmp_path / "a.nnplay"
    save(preset("circle"), path)
    monkeypatch.setattr(thumbnails, "_MAX_FILE_SIZE", 10)
    assert thumbnail(path).isNull()
    keep_thumbnail(path, preset("circle"))
    assert not thumbnail(path).isNull()


def test_only_the_newest_are_kept(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(thumbnails, "_MOST_KEPT", 3)
    for number in range(5):
        save(preset("circle"), tmp_path / f"{number}.nnplay")
        thumbnail(tmp_path / f"{number}.nnplay")
    assert len(kept()) == 3


def test_the_recent_files_show_it(window, session, tmp_path):
    path = tmp_path / "a.nnplay"
    window.files.save_as(path)
    menu = window.commands.file._recent
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text().endswith("a.nnplay")
    assert n_colors(action.icon().pixmap(SIZE)) > 10
    assert len(kept()) == 1
