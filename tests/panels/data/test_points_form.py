"""PointsForm: each control edits the document and shows what the document has."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from nnplay.data import FEATURES, ToyChoice
from nnplay.document import EditName
from nnplay.panels.data.points_form import PointsForm
from nnplay.panels.widgets.labelled_slider import LabelledSlider
from nnplay.panels.widgets.thumbnail import Thumbnail
from nnplay.project import edits


@pytest.fixture
def form(qtbot, bench):
    form = PointsForm(bench.document, bench.controller)
    qtbot.addWidget(form)
    form.show()
    return form


def sliders(form):
    return form.findChildren(LabelledSlider)


def chips(form):
    return dict(zip(FEATURES, form.findChildren(Thumbnail), strict=True))


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_noise_is_an_edit(form, bench):
    noise, _ = sliders(form)
    QTest.keyClick(noise.slider, Qt.Key.Key_End)
    assert bench.project.data.noise == 0.5
    bench.document.undo()
    assert noise.value() == 0


def test_ticks_of_one_drag_are_one_undo_step(form, bench):
    noise, _ = sliders(form)
    noise.slider.setSliderDown(True)
    for value in (5, 12, 20):
        noise.slider.setSliderPosition(value)
    noise.slider.setSliderDown(False)
    assert bench.project.data.noise == 0.2
    assert len(bench.undo_texts) == 1


def test_share_is_an_edit_and_the_counts_follow(form, bench):
    _, share = sliders(form)
    QTest.keyClick(share.slider, Qt.Key.Key_Right)
    assert bench.project.data.train_share == 0.6
    assert any("300" in label.text() and "200" in label.text() for label in form.findChildren(QLabel))


def test_a_chip_adds_and_removes_an_input_in_the_order_of_the_list(form, bench):
    click(chips(form)["x1_squared"])
    assert bench.project.data.features == ("x1", "x2", "x1_squared")
    assert bench.project.network.shapes["input"] == (3,)
    click(chips(form)["x1"])
    assert bench.project.data.features == ("x2", "x1_squared")
    bench.document.undo()
    assert chips(form)["x1"].isChecked()


def test_the_last_input_cannot_be_removed(form, bench):
    click(chips(form)["x1"])
    click(chips(form)["x2"])
    assert bench.project.data.features == ("x2",)
    assert chips(form)["x2"].isChecked()
    assert len(bench.errors) == 1


def test_regenerate_gives_other_points_of_the_same_kind(form, bench):
    before = bench.controller.dataset.points_train
    click(form.findChild(QPushButton))
    after = bench.controller.dataset.points_train
    assert bench.controller.dataset.name == "circle"
    assert before.shape == after.shape
    assert not np.array_equal(before, after)


def test_weights_of_inputs_that_stay_are_kept(form, bench):
    slot = bench.project.network.slots[0]
    before = bench.project.parameters[slot.span].reshape(slot.shape)
    click(chips(form)["x1_x2"])
    slot = bench.project.network.slots[0]
    after = bench.project.parameters[slot.span].reshape(slot.shape)
    np.testing.assert_array_equal(after[:2], before)


def test_the_formula_of_a_curve(form, bench):
    field = form.findChild(QLineEdit)
    assert not field.isVisible()
    bench.document.perform(EditName("x"), lambda project: edits.set_data(project, ToyChoice("above-curve")))
    assert field.isVisible()
    QTest.keyClicks(field, "x^2/4")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.project.data.formula == "x^2/4"
    field.setText("import os")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.project.data.formula == "x^2/4"
    assert field.text() == "x^2/4"
