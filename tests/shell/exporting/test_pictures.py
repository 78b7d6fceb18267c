"""Pictures that Qt draws: ``nnplay export`` writes them with the same options as the window."""

import os
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from nnplay import resources, startup
from nnplay.cli.main import main
from nnplay.exchange import ExchangeError
from nnplay.exchange.picture import network_svg
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.storage import file
from nnplay.shell.exporting.pictures import DRAWN, svg_image


def test_a_start_for_drawing_is_known_by_these_formats():
    assert set(startup.DRAWN) == set(DRAWN)


@pytest.mark.parametrize("zoom", [1, 4])
def test_the_command_draws_so_many_pixels(qapp, tmp_path, zoom):
    path = tmp_path / "xor.png"
    words = ["export", "xor", "--to", "png", "-o", str(path), "--zoom", str(zoom), "--background", "transparent"]
    assert main(words, drawn=DRAWN) == 0
    image = QImage(str(path))
    svg = ElementTree.fromstring(network_svg(preset("xor")))
    assert (image.width(), image.height()) == (zoom * int(svg.get("width")), zoom * int(svg.get("height")))
    assert image.pixelColor(0, 0).alpha() == 0


def test_without_qt_the_command_says_what_it_can_draw(tmp_path, capsys):
    assert main(["export", "xor", "--to", "png", "-o", str(tmp_path / "xor.png")]) == 1
    assert "Choose svg" in capsys.readouterr().err


def test_a_picture_that_is_too_large_is_refused(qapp):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="10"/>'
    with pytest.raises(ExchangeError, match="40000 × 20 pixels"):
        svg_image(svg, 2)


@pytest.mark.skipif(sys.platform != "linux", reason="only there a machine may have no font at all")
def test_letters_are_drawn_where_the_machine_has_no_font(tmp_path):
    """Without a font, every letter is the same box."""
    settings = tmp_path / "fonts.conf"
    settings.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>")
    drawn = []
    for name in ("aaaa", "bbbb"):
        file.save(edits.rename_layer(preset("one-weight"), "dense", name), tmp_path / f"{name}.nnplay")
        words = ["export", f"{name}.nnplay", "--to", "plot-png", "-o", f"{name}.png"]
        environment = os.environ | {"FONTCONFIG_FILE": str(settings), "PYTHONPATH": str(resources.path().parent)}
        subprocess.run([sys.executable, "-m", "nnplay", *words], env=environment, cwd=tmp_path, check=True, timeout=60)
        drawn.append(QImage(str(tmp_path / f"{name}.png")))
    assert drawn[0] != drawn[1]
