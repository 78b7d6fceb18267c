"""OtherSets and GeneratedForm: curves, gates, people and a sheet of one's own in the data panel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QSpinBox

from nnplay.data import GATES, BodyMeasuresChoice, CurveChoice, DrawnChoice
from nnplay.panels.data.data_panel import DataPanel
from nnplay.panels.data.generated_form import GeneratedForm
from nnplay.panels.data.other_sets import OtherSets
from nnplay.panels.widgets.thumbnail import Thumbnail


@pytest.fixture
def panel(qtbot, bench):
    panel = DataPanel(bench.document, bench.controller)
    qtbot.addWidget(panel)
    panel.resize(260, 900)
    panel.show()
    return panel


def click(panel, name):
    others = panel.findChild(OtherSets)
    button = next(each for each in others.findChildren(Thumbnail) if each.text() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return button


def test_they_are_hidden_until_more_sets_are_wanted(panel):
    others = panel.findChild(OtherSets)
    assert not others.isVisible()
    next(each for each in panel.findChildren(QPushButton) if each.text() == "More sets").click()
    assert others.isVisible()


@pytest.mark.parametrize(
    ("name", "choice"),
    [("sin x", CurveChoice("sine")), ("NAND", GATES["nand"]), ("People", BodyMeasuresChoice())],
)
def test_a_click_chooses_the_set(panel, bench, name, choice):
    button = click(panel, name)
    assert bench.project.data == choice
    assert button.isChecked()
    assert not any(
        each.isChecked() for each in panel.findChildren(Thumbnail) if each is not button and each.isVisible()
    )
    bench.document.undo()
    assert not button.isChecked()


def test_a_sheet_of_one_s_own_has_a_point_of_each_class(panel, bench):
    click(panel, "Your own")
    assert isinstance(bench.project.data, DrawnChoice)
    assert bench.project.data.labels == (-1.0, 1.0)


def test_fields_of_a_curve(panel, bench):
    click(panel, "Step")
    form = panel.findChild(GeneratedForm)
    assert form.isVisible()
    form.findChild(QSpinBox).setValue(500)
    assert bench.project.data.n_points == 500
    seed = bench.project.seeds.data
    next(each for each in form.findChildren(QPushButton)).click()
    assert bench.project.seeds.data == seed + 1
    click(panel, "People")
    form.findChild(QSpinBox).setValue(300)
    assert bench.project.data.n_people == 300


def test_a_download_is_asked_for_by_name(panel, qtbot):
    action = next(
        each
        for menu in panel.findChildren(QMenu)
        for each in menu.actions()
        if each.text() == "Download Fashion-MNIST…"
    )
    with qtbot.waitSignal(panel.request_download) as said:
        action.trigger()
    assert said.args == ["fashion-mnist"]
