"""DataPanel: choosing among the toy sets, and between points and digits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QPushButton

from nnplay.data import TOY_SETS, IdxFolderChoice, RowsChoice, Task
from nnplay.document import EditName
from nnplay.panels.data.data_panel import DataPanel
from nnplay.panels.data.data_summary import DataSummary
from nnplay.panels.data.digits_page import DigitsPage
from nnplay.panels.data.generated_form import GeneratedForm
from nnplay.panels.data.points_form import PointsForm
from nnplay.panels.widgets.labelled_slider import LabelledSlider
from nnplay.panels.widgets.thumbnail import Thumbnail
from nnplay.project import edits
from nnplay.project.presets import preset


@pytest.fixture
def panel(qtbot, bench):
    panel = DataPanel(bench.document, bench.controller)
    qtbot.addWidget(panel)
    panel.resize(240, 680)
    panel.show()
    return panel


def sets(panel):
    return dict(zip(TOY_SETS, panel.findChildren(Thumbnail), strict=False))


def checked(panel):
    return [kind for kind, button in sets(panel).items() if button.isChecked()]


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", [kind for kind in TOY_SETS if kind != "circle"])
def test_a_click_chooses_a_set_and_undo_takes_it_back(panel, bench, kind):
    click(sets(panel)[kind])
    assert bench.project.data.kind == kind
    assert checked(panel) == [kind]
    bench.document.undo()
    assert checked(panel) == ["circle"]


def test_another_set_keeps_noise_share_and_features(panel, bench):
    choice = replace(bench.project.data, noise=0.2, train_share=0.7, features=("x1", "sin_x1"))
    bench.document.perform(EditName("change"), lambda project: edits.set_data(project, choice))
    click(sets(panel)["xor"])
    assert bench.project.data == replace(choice, kind="xor")


def test_a_regression_set_gives_the_network_a_linear_end(panel, bench):
    click(sets(panel)["plane"])
    assert bench.project.network.output.layer.activation == "linear"


def test_the_set_that_is_chosen_already_is_no_edit(panel, bench):
    click(sets(panel)["circle"])
    assert checked(panel) == ["circle"]
    assert bench.undo_texts == []


def test_digits_have_a_page_of_their_own_and_the_way_back(panel, bench, qtbot):
    assert panel.findChild(PointsForm).isVisible()
    bench.document.perform(
        EditName("open"), lambda project: replace(preset("mnist-mlp"), data=IdxFolderChoice("nowhere"))
    )
    assert panel.findChild(DigitsPage).isVisible()
    assert not panel.findChild(PointsForm).isVisible()
    assert checked(panel) == []
    click(sets(panel)["spiral"])
    assert panel.findChild(PointsForm).isVisible()
    assert checked(panel) == ["spiral"]


def test_a_button_asks_for_digits(panel, qtbot):
    button = next(button for button in panel.findChildren(QPushButton) if "Generated" in button.text())
    assert "handwritten digits" in button.toolTip()
    with qtbot.waitSignal(panel.request_digits):
        click(button)


@pytest.mark.parametrize(("word", "signal"), [("Table", "request_data"), ("MNIST", "request_mnist")])
def test_other_data_are_behind_one_button(panel, qtbot, word, signal):
    (menu,) = panel.findChildren(QMenu)
    action = next(action for action in menu.actions() if word in action.text())
    with qtbot.waitSignal(getattr(panel, signal)):
        action.trigger()


def test_six_sets_are_shown_until_more_are_wanted_or_chosen(panel, bench):
    assert [button.isVisible() for button in sets(panel).values()] == [True] * 6 + [False] * (len(TOY_SETS) - 6)
    choice = replace(bench.project.data, kind="moons")
    bench.document.perform(EditName("choose"), lambda project: edits.set_data(project, choice))
    assert all(button.isVisible() for button in sets(panel).values())


def test_nothing_is_cut_off_at_the_sides(panel):
    assert panel.widget().width() >= panel.widget().minimumSizeHint().width()


def test_rare_classes_are_repeated_on_a_click(panel, bench, qtbot):
    rows = tuple((float(x),) for x in range(12))
    choice = RowsChoice(("x",), rows, ((1.0,),) * 2 + ((0.0,),) * 10, Task.YES_NO)
    bench.document.perform(EditName("rows"), lambda project: edits.set_data(project, choice))
    box = panel.findChild(DataSummary).findChild(QCheckBox)
    assert box.isVisible()
    assert not box.isChecked()
    click(box)
    assert bench.project.data == replace(choice, is_balanced=True)
    assert len(bench.controller.dataset.train) == 20
    assert box.isVisible()
    assert "10" in panel.findChild(DataSummary).findChildren(QLabel)[1].text().splitlines()[-1]
    bench.document.undo()
    assert not box.isChecked()
    assert len(bench.controller.dataset.train) == 12


def test_the_share_of_people_is_what_it_is(panel, bench):
    bench.document.replace(preset("body-measures"), None)
    form = panel.findChild(GeneratedForm)
    share = form.findChild(LabelledSlider, "train_share")
    assert bench.project.data.train_share == 1
    assert share.value() == 100
    share.slider.setValue(7)
    assert bench.project.data.train_share == 0.7
    assert share.value() == 70
