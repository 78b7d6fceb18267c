"""ProjectExports: files are written beside the GUI thread, and read again by other means."""

from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtGui import QImage

from nnplay.exchange.export import ExportOptions
from nnplay.exchange.picture import network_svg
from nnplay.shell.exporting.exports import ProjectExports
from nnplay.shell.files.project_files import ProjectFiles
from nnplay.shell.imports import ProjectImports


@pytest.fixture
def owner(qtbot):
    from PySide6.QtWidgets import QWidget

    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def exports(session, settings, owner):
    made = ProjectExports(session, settings, owner)
    yield made
    made.wait()


def written(exports, qtbot, name, path, options=None):
    with qtbot.waitSignal(exports.exported) as done:
        exports.write(name, path, options or ExportOptions())
    assert done.args == [path]
    return path


@pytest.mark.parametrize("zoom", [1, 4])
def test_a_picture_of_pixels_has_so_many_for_each_unit_of_the_drawing(exports, session, qtbot, tmp_path, zoom):
    path = written(exports, qtbot, "png", tmp_path / "circle.png", ExportOptions(zoom=zoom))
    svg = ElementTree.fromstring(network_svg(session.document.project))
    image = QImage(str(path))
    assert (image.width(), image.height()) == (zoom * int(svg.get("width")), zoom * int(svg.get("height")))
    assert image.pixelColor(0, 0).name() == "#ffffff"


def test_a_transparent_picture_is_transparent(exports, qtbot, tmp_path):
    path = written(exports, qtbot, "png", tmp_path / "circle.png", ExportOptions(background="transparent"))
    assert QImage(str(path)).pixelColor(0, 0).alpha() == 0


def test_a_page(exports, qtbot, tmp_path):
    assert written(exports, qtbot, "pdf", tmp_path / "circle.pdf").read_bytes().startswith(b"%PDF-1.")


def test_a_drawing_and_a_report(exports, qtbot, tmp_path):
    ElementTree.parse(written(exports, qtbot, "svg", tmp_path / "circle.svg"))
    text = written(exports, qtbot, "report", tmp_path / "circle.html").read_text(encoding="utf-8")
    assert "half_squared_error" in text
    assert "keras.Sequential" in text


def test_weights_go_out_and_come_back(exports, session, settings, owner, qtbot, tmp_path):
    before = session.document.project.parameters
    path = written(exports, qtbot, "npz", tmp_path / "circle.npz")
    session.new_start()
    assert not np.array_equal(session.document.project.parameters, before)
    ProjectImports(session, settings, ProjectFiles(session, settings, owner), owner).read_weights(str(path))
    np.testing.assert_array_equal(session.document.project.parameters, before)
    session.document.undo()
    assert not np.array_equal(session.document.project.parameters, before)


def test_weights_of_another_network_are_refused(session, settings, owner, qtbot, tmp_path):
    path = tmp_path / "other.npz"
    np.savez(path, **{"dense/kernel": np.zeros((3, 4), np.float32)})
    with qtbot.waitSignal(session.document.reported) as refused:
        ProjectImports(session, settings, ProjectFiles(session, settings, owner), owner).read_weights(str(path))
    assert "(3, 4)" in str(refused.args[0])


def test_what_cannot_be_written_is_said(exports, qtbot, tmp_path):
    with qtbot.waitSignal(exports.failed) as failed:
        exports.write("svg", tmp_path / "away" / "circle.svg")
    assert "was not written" in str(failed.args[0])


def test_what_is_called_off_is_not_written(exports, qtbot, tmp_path, monkeypatch):
    from nnplay.shell.exporting import exports as module

    def slow(*_, **__):
        exports.cancel()  # the person calls it off while the first content is being made
        return b"{}"

    form = module.FORMS["svg"]
    monkeypatch.setitem(module.FORMS, "svg", type(form)("svg", "picture", "", "", lambda *_: {"": slow, "b": slow}))
    exports.write("svg", tmp_path / "circle.svg")
    exports.wait()
    assert list(tmp_path.glob("*.svg")) == list(tmp_path.glob("b")) == []
