"""Own formulas as inputs: typed, ticked, changed and removed; errors are said where they are made."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from nnplay.panels.data.points_form import PointsForm
from nnplay.project.storage.file import load, save


@pytest.fixture
def form(bench, qtbot):
    made = PointsForm(bench.document, bench.controller)
    qtbot.addWidget(made)
    made.show()
    return made


def enter(qtbot, form, text):
    form.own_features.field.clear()
    qtbot.keyClicks(form.own_features.field, text)
    qtbot.keyClick(form.own_features.field, Qt.Key.Key_Return)


def test_a_typed_formula_becomes_an_input(form, bench, qtbot, tmp_path):
    enter(qtbot, form, "sin(3 x1) x2")
    assert bench.project.data.features == ("x1", "x2", "=sin(3 x1) x2")
    assert bench.project.network.shapes[bench.project.network.input.name] == (3,)
    assert form.own_features.field.text() == ""
    assert form.own_features.chips["=sin(3 x1) x2"].isChecked()
    x = bench.controller.dataset.train.x
    np.testing.assert_allclose(x[:, 2], np.sin(3 * x[:, 0]) * x[:, 1], rtol=1e-4, atol=1e-5)
    save(bench.project, tmp_path / "own.nnplay")
    assert load(tmp_path / "own.nnplay").data == bench.project.data
    bench.document.undo()
    assert bench.project.data.features == ("x1", "x2")
    assert not form.own_features.chips["=sin(3 x1) x2"].isChecked()


def test_a_mistake_is_said_below_the_field_with_the_cursor_there(form, bench, qtbot):
    before = bench.project
    enter(qtbot, form, "x1 + * 2")
    own = form.own_features
    assert bench.project is before
    assert own.problem.isVisible()
    assert "position 6" in own.problem.text()
    assert own.field.cursorPosition() == 5
    assert own.field.text() == "x1 + * 2"
    qtbot.keyClick(own.field, Qt.Key.Key_Delete)
    assert not own.problem.isVisible()
    enter(qtbot, form, "log(x1)")
    assert "no value" in own.problem.text()


def test_chips_switch_own_features_on_and_off_beside_the_others(form, bench, qtbot):
    enter(qtbot, form, "x1 + x2")
    enter(qtbot, form, "x1 - x2")
    form.own_features.chips["=x1 + x2"].click()
    assert bench.project.data.features == ("x1", "x2", "=x1 - x2")
    form._chips["x1_x2"].click()
    assert bench.project.data.features == ("x1", "x2", "x1_x2", "=x1 - x2")
    form.own_features.chips["=x1 + x2"].click()
    assert bench.project.data.features == ("x1", "x2", "x1_x2", "=x1 + x2", "=x1 - x2")


def menu_of(form, name):
    chip = form.own_features.chips[name]
    chip.customContextMenuRequested.emit(QPoint(1, 1))
    return chip.findChildren(QMenu)[-1].actions()


def test_a_formula_is_changed_in_place_and_removed(form, bench, qtbot):
    enter(qtbot, form, "x1 + x2")
    enter(qtbot, form, "abs(x1)")
    menu_of(form, "=x1 + x2")[0].trigger()
    assert form.own_features.field.text() == "x1 + x2"
    enter(qtbot, form, "x1 + 2 x2")
    assert bench.project.data.features == ("x1", "x2", "=x1 + 2 x2", "=abs(x1)")
    menu_of(form, "=abs(x1)")[1].trigger()
    assert bench.project.data.features == ("x1", "x2", "=x1 + 2 x2")
    assert list(form.own_features.chips) == ["=x1 + 2 x2"]
