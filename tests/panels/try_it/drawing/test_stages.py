"""StagesView: the very pixels of each stage, whatever the theme, and the switches."""

import numpy as np

from nnplay.data.drawing import Steps, stages_of_strokes
from nnplay.panels.try_it.drawing.pixels import SIDE, Pixels
from nnplay.panels.try_it.drawing.stages import StagesView

ONE = [[(40, 30), (44, 90)]]


def test_all_stages_are_shown_and_taken_away(qtbot):
    view = StagesView()
    qtbot.addWidget(view)
    stages = stages_of_strokes(ONE, 280)
    view.show_stages(stages)
    for picture, expected in zip(
        view.pictures, (stages.paper, stages.cropped, stages.scaled, stages.result), strict=True
    ):
        np.testing.assert_array_equal(picture.grey, expected)
    view.show_stages(None)
    assert all(picture.grey is None for picture in view.pictures)


def test_switches(qtbot):
    view = StagesView()
    qtbot.addWidget(view)
    assert view.steps == Steps()
    with qtbot.waitSignal(view.steps_changed):
        view._centre.setChecked(False)
    assert view.steps == Steps(is_centred=False)


def test_ink_is_white_on_black(qtbot):
    pixels = Pixels("seen", has_caption=False)
    qtbot.addWidget(pixels)
    pixels.resize(SIDE, SIDE)
    picture = np.zeros((28, 28), np.uint8)
    picture[:14] = 255
    pixels.show_grey(picture)
    image = pixels.grab().toImage()
    assert image.pixelColor(SIDE // 2, SIDE // 4).lightness() == 255
    assert image.pixelColor(SIDE // 2, 3 * SIDE // 4).lightness() == 0
