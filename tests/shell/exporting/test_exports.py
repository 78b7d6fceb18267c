"""The menu Export: files are written beside the GUI thread, and read again by other means."""

from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtGui import QImage

from nnplay.shell.exporting.exports import ProjectExports


@pytest.fixture
def exports(session, settings, qtbot):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    made = ProjectExports(session, settings, window)
    yield made
    made.wait()


def written(exports, qtbot, name, path):
    with qtbot.waitSignal(exports.exported) as done:
        exports.write(name, path)
    assert done.args == [path]
    return path


def test_a_picture_of_pixels(exports, qtbot, tmp_path):
    image = QImage(str(written(exports, qtbot, "png", tmp_path / "circle.png")))
    assert image.width() > 1500
    assert image.pixelColor(0, 0).name() == "#ffffff"


def test_a_page(exports, qtbot, tmp_path):
    assert written(exports, qtbot, "pdf", tmp_path / "circle.pdf").read_bytes().startswith(b"%PDF-1.")


def test_a_drawing_and_a_report(exports, qtbot, tmp_path):
    ElementTree.parse(written(exports, qtbot, "svg", tmp_path / "circle.svg"))
    text = written(exports, qtbot, "report", tmp_path / "circle.html").read_text(encoding="utf-8")
    assert "half_squared_error" in text
    assert "keras.Sequential" in text


def test_weights_go_out_and_come_back(exports, session, qtbot, tmp_path):
    before = session.document.project.parameters
    path = written(exports, qtbot, "npz", tmp_path / "circle.npz")
    session.new_start()
    assert not np.array_equal(session.document.project.parameters, before)
    exports._on_weights_selected(str(path))
    np.testing.assert_array_equal(session.document.project.parameters, before)
    session.document.undo()
    assert not np.array_equal(session.document.project.parameters, before)


def test_weights_of_another_network_are_refused(exports, session, qtbot, tmp_path):
    path = tmp_path / "other.npz"
    np.savez(path, **{"dense/kernel": np.zeros((3, 4), np.float32)})
    with qtbot.waitSignal(session.document.reported) as refused:
        exports._on_weights_selected(str(path))
    assert "(3, 4)" in str(refused.args[0])


def test_what_cannot_be_written_is_said(exports, qtbot, tmp_path):
    with qtbot.waitSignal(exports.failed) as failed:
        exports.write("svg", tmp_path / "away" / "circle.svg")
    assert "was not written" in str(failed.args[0])
