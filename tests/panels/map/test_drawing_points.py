"""Points on the map: followed by a click, drawn, brushed and erased as part of the project; several classes."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from nnplay.appearance.class_colors import class_color
from nnplay.asking import Origin
from nnplay.data import DrawnChoice, ToyChoice
from nnplay.document import EditName
from nnplay.panels.map.class_picture import class_image
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.panels.map.decision_map_panel import DecisionMapPanel
from nnplay.panels.map.point_tools import PointTools, Tool
from nnplay.panels.try_it.asked import Asked
from nnplay.project import edits


@pytest.fixture
def panel(qtbot, bench):
    panel = DecisionMapPanel(bench.document, bench.controller, Asked(bench.controller, bench.controller))
    panel.resize(420, 420)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def position(shown, x1, x2):
    return shown.geometry_of_plane.position_of(x1, x2).toPoint()


def press(shown, *place):
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=position(shown, *place))


def drag(shown, *places):
    press(shown, *places[0])
    for place in places[1:]:
        QTest.mouseMove(shown, position(shown, *place))
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=position(shown, *places[-1]))


def texts(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_a_click_follows_a_point(panel, bench):
    shown = panel.findChild(DecisionMap)
    x1, x2 = bench.controller.dataset.points_train[7].tolist()
    press(shown, x1, x2)
    assert shown.followed is not None
    assert np.hypot(shown.followed[0] - x1, shown.followed[1] - x2) < 0.2
    assert any(text.startswith("Point (") and "loss" in text for text in texts(panel))
    QTest.mouseClick(
        next(each for each in panel.findChildren(QToolButton) if "Stop" in each.toolTip()), Qt.MouseButton.LeftButton
    )
    assert shown.followed is None
    assert not any(text.startswith("Point (") for text in texts(panel))


def test_a_place_is_asked_about_and_dragged(panel, bench):
    shown, asked = panel.findChild(DecisionMap), panel.asked
    drag(shown, (5.5, 5.5), (4.0, 5.0), (-5.5, 5.0))
    assert asked.example.origin is None
    assert tuple(map(float, asked.example.cells)) == pytest.approx((-5.5, 5.0), abs=0.05)
    assert shown.followed == tuple(map(float, asked.example.cells))
    [text] = [text for text in texts(panel) if text.startswith("Point (")]
    assert "predicted" in text
    assert "actual" not in text
    assert bench.undo_texts == []


def test_what_is_asked_elsewhere_is_marked_on_the_map(panel, bench):
    shown = panel.findChild(DecisionMap)
    panel.asked.ask_about(Origin("train", 11))
    assert shown.followed == pytest.approx(tuple(bench.controller.dataset.points_train[11]), abs=1e-5)
    fronts = []
    panel.asked.front_wanted.connect(lambda: fronts.append(True))
    QTest.mouseClick(
        next(each for each in panel.findChildren(QToolButton) if each.text() == "Try it"), Qt.MouseButton.LeftButton
    )
    assert fronts == [True]


def test_added_points_are_the_projects_and_undo_takes_them_back(panel, bench):
    shown, first = panel.findChild(DecisionMap), bench.project
    panel.findChild(PointTools).choose(Tool.ADD)
    press(shown, 4.0, -4.0)
    assert isinstance(bench.project.data, DrawnChoice)
    assert len(bench.project.data.points) == 501
    assert bench.project.data.points[-1] == pytest.approx((4.0, -4.0), abs=0.05)
    assert bench.undo_texts == ["Draw points"]
    assert len(bench.controller.dataset.train) + len(bench.controller.dataset.test) == 501
    bench.document.undo()
    assert bench.project is first


def test_a_stroke_of_the_brush_is_one_step(panel, bench):
    panel.findChild(PointTools).choose(Tool.BRUSH)
    drag(panel.findChild(DecisionMap), (-4.0, -4.0), (-3.5, -4.0), (-3.0, -4.0))
    assert len(bench.project.data.points) >= 503
    assert len(bench.undo_texts) == 1


def test_erasing(panel, bench):
    panel.findChild(PointTools).choose(Tool.ERASE)
    press(panel.findChild(DecisionMap), 0.0, 0.0)
    assert len(bench.project.data.points) < 500
    assert (np.hypot(*np.array(bench.project.data.points).T) > 0.5).all()


def test_three_classes_have_three_colours(panel, bench, qtbot):
    bench.document.perform(EditName("data"), lambda project: edits.set_data(project, ToyChoice("three-arms")))
    shown = panel.findChild(DecisionMap)
    place = (2.0, 2.0)
    qtbot.waitUntil(lambda: shown.class_at(place) in (0, 1, 2))
    QTest.mouseMove(shown, position(shown, *place) + QPoint(1, 0))
    assert shown.image is not None


def test_the_picture_is_the_likeliest_class():
    planes = np.zeros((3, 1, 3), np.float32)
    planes[:, 0] = [[1, 0, 0.34], [0, 1, 0.33], [0, 0, 0.33]]
    image = class_image(planes, is_discrete=False)
    assert image.pixelColor(0, 0) == class_color(0)
    assert image.pixelColor(1, 0) == class_color(1)
    pale = image.pixelColor(2, 0)
    assert pale != class_color(0)
    assert class_image(planes, is_discrete=True).pixelColor(2, 0) == class_color(0)
