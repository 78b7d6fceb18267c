"""DigitPreview: the very pixels, whatever the theme."""

import numpy as np
from PySide6.QtGui import QColor

from nnplay.look.theme import theme
from nnplay.panels.digit_preview import DigitPreview


def shown(preview):
    """The centre of each of the 28 x 28 enlarged pixels, as grey values."""
    image = preview.grab().toImage()
    centre = 2 + 2 * np.arange(28)
    return np.array([[QColor(image.pixel(int(x), int(y))).lightness() for x in centre] for y in centre])


def test_shows_every_pixel(qtbot):
    preview = DigitPreview()
    qtbot.addWidget(preview)
    preview.resize(preview.sizeHint())
    picture = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)
    for mode in ("light", "dark"):
        theme().set_mode(mode)
        preview.show_picture(picture)
        np.testing.assert_array_equal(shown(preview), picture)
    theme().set_mode("system")


def test_nothing_drawn_is_an_empty_frame(qtbot):
    preview = DigitPreview()
    qtbot.addWidget(preview)
    empty = preview.grab().toImage()
    preview.show_picture(np.full((28, 28), 255, np.uint8))
    assert preview.grab().toImage() != empty
    preview.show_picture(None)
    assert preview.picture is None
    assert preview.grab().toImage() == empty
