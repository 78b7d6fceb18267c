"""A film of the run: the dialog takes its pictures epoch by epoch, and writes a GIF or a series, replacing nothing."""

from io import BytesIO
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from nnplay.panels.loss.timeline import Timeline
from nnplay.runs import FULL_SPEED
from nnplay.shell.filming.film_dialog import FilmDialog
from nnplay.shell.filming.film_file import gif_of, series_of
from nnplay.training import RunState


def png(shade, size=(8, 6)):
    buffer = BytesIO()
    Image.new("RGB", size, (shade, 0, 0)).save(buffer, "PNG")
    return buffer.getvalue()


def test_a_gif_has_all_pictures_and_rests_on_the_last(tmp_path):
    with Image.open(BytesIO(gif_of([png(shade) for shade in (0, 100, 200)], 0.9, lambda share: None))) as film:
        assert film.n_frames == 3
        shades, durations = [], []
        for number in range(3):
            film.seek(number)
            durations.append(film.info["duration"])
            shades.append(film.convert("RGB").getpixel((0, 0))[0])
        assert shades == [0, 100, 200]
        assert durations == [300, 300, 1500]
        assert film.info["loop"] == 0


def test_a_series_is_numbered(tmp_path):
    files = series_of([b"a", b"b"], tmp_path / "run.png")
    assert files == {tmp_path / "run-001.png": b"a", tmp_path / "run-002.png": b"b"}


@pytest.fixture
def dialog(qtbot, window, session):
    session.controller.set_speed(FULL_SPEED)
    session.controller.start(20)
    qtbot.waitUntil(lambda: session.controller.state is RunState.PAUSED)
    window.commands.training.film.trigger()
    dialog = window.findChild(FilmDialog)
    dialog.n_pictures.setValue(5)
    return dialog


def test_the_map_changes_from_picture_to_picture(qtbot, window, session, dialog, tmp_path):
    path = tmp_path / "run.gif"
    with qtbot.waitSignal(dialog.saved):
        dialog.film(str(path))
    assert not session.time_machine.is_looking_back
    with Image.open(path) as film:
        assert film.n_frames == 5
        frames = []
        for number in range(film.n_frames):
            film.seek(number)
            frames.append(np.asarray(film.convert("RGB")))
    assert all((one != other).any() for one, other in pairwise(frames))
    assert "run.gif" in window.messages.text()


def test_a_series_asks_before_it_replaces(qtbot, window, session, dialog, tmp_path):
    (tmp_path / "run-002.png").write_bytes(b"precious")
    dialog.scene.setCurrentText("Network")
    dialog.form.setCurrentIndex(1)
    dialog.size_box.setCurrentIndex(0)
    dialog.film(str(tmp_path / "run.png"))
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is not None)
    assert sorted(each.name for each in tmp_path.glob("*.png")) == ["run-002.png"]
    assert (tmp_path / "run-002.png").read_bytes() == b"precious"
    with qtbot.waitSignal(dialog.saved):
        QTest.mouseClick(
            dialog.findChild(QMessageBox).button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton
        )
    assert len(list(tmp_path.glob("run-*.png"))) == 5
    with Image.open(tmp_path / "run-001.png") as first, Image.open(tmp_path / "run-005.png") as last:
        assert first.size == last.size
        assert (np.asarray(first) != np.asarray(last)).any()


def test_cancel_stops_and_returns_to_the_present(qtbot, window, session, dialog, tmp_path):
    dialog.film(str(tmp_path / "run.gif"))
    assert session.time_machine.is_looking_back
    cancel = next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == "Cancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not session.time_machine.is_looking_back
    assert not (tmp_path / "run.gif").exists()


def test_a_folder_that_is_gone_is_told(qtbot, window, session, dialog, tmp_path):
    dialog.film(str(tmp_path / "gone" / "run.gif"))
    qtbot.waitUntil(lambda: "was not written" in dialog._note.text())
    assert dialog.save.isEnabled()
    dialog.reject()


def test_the_timeline_has_a_button_for_it_and_save_asks_for_a_file(qtbot, window, session, dialog):
    dialog.reject()
    window.show_panel("loss")
    timeline = window.docks["loss"].panel.findChild(Timeline)
    qtbot.waitUntil(timeline.isVisible)
    QTest.mouseClick(timeline.film, Qt.MouseButton.LeftButton)
    again = window.findChildren(FilmDialog)[-1]
    QTest.mouseClick(again.save, Qt.MouseButton.LeftButton)
    chooser = again.findChild(QFileDialog)
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    chooser.reject()
    again.reject()


def test_without_a_run_there_is_no_film(window):
    assert not window.commands.training.film.isEnabled()
