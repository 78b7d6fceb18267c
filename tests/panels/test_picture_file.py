"""Pictures of widgets: a PNG twice as large, an SVG whose words are words."""

from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from nnplay.panels.picture_file import write_picture


@pytest.fixture
def label(qtbot):
    label = QLabel("Loss")
    qtbot.addWidget(label)
    label.resize(80, 30)
    label.setStyleSheet("background: #ff0000; color: black")
    return label


def test_a_png_has_twice_the_pixels(label, tmp_path):
    write_picture(label, tmp_path / "p.png")
    image = QImage(str(tmp_path / "p.png"))
    assert (image.width(), image.height()) == (160, 60)
    assert image.pixelColor(155, 55).name() == "#ff0000"


def test_an_svg_is_well_formed_and_keeps_its_words(label, tmp_path):
    write_picture(label, tmp_path / "p.svg")
    root = ElementTree.parse(tmp_path / "p.svg").getroot()
    assert root.get("viewBox") == "0 0 80 30"
    assert "Loss" in "".join(root.itertext())


def test_a_file_that_cannot_be_written_is_said(label, tmp_path):
    with pytest.raises(OSError, match="missing"):
        write_picture(label, tmp_path / "missing" / "p.png")
