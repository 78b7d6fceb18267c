"""TaskSwitch: one undoable step to the other task, and back to the set that was chosen there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from nnplay.data import IdxFolderChoice, Task, ToyChoice
from nnplay.document import EditName
from nnplay.panels.data.task_switch import TaskSwitch
from nnplay.project import edits


@pytest.fixture
def switch(qtbot, bench):
    switch = TaskSwitch(bench.document)
    qtbot.addWidget(switch)
    switch.show()
    return switch


def press(switch, number):
    QTest.mouseClick(switch.findChildren(QToolButton)[number], Qt.MouseButton.LeftButton)


def choose(bench, choice):
    bench.document.perform(EditName("choose"), lambda project: edits.set_data(project, choice))


def checked(switch):
    return [button.isChecked() for button in switch.findChildren(QToolButton)]


def test_regression_changes_data_output_and_loss_in_one_step(switch, bench):
    data = replace(bench.project.data, noise=0.25, features=("x1", "x1_x2"))
    choose(bench, data)
    start = bench.project
    assert checked(switch) == [True, False]
    press(switch, 1)
    assert bench.project.data == replace(data, kind="plane")
    assert bench.project.data.task is Task.REGRESSION
    assert bench.project.network.output.layer.activation == "linear"
    assert checked(switch) == [False, True]
    assert bench.undo_texts == ["choose", "Turn to regression"]
    bench.document.undo()
    assert bench.project is start
    assert checked(switch) == [True, False]


def test_a_press_on_the_present_task_does_nothing(switch, bench):
    press(switch, 0)
    assert bench.undo_texts == []
    assert checked(switch) == [True, False]


def test_each_task_has_the_set_that_was_chosen_last(switch, bench):
    choose(bench, ToyChoice("spiral"))
    press(switch, 1)
    choose(bench, ToyChoice("multi-gaussian"))
    press(switch, 0)
    assert bench.project.data.kind == "spiral"
    assert bench.project.network.output.layer.activation == "tanh"
    press(switch, 1)
    assert bench.project.data.kind == "multi-gaussian"


def test_heaps_become_hills(qtbot, bench):
    choose(bench, ToyChoice("gaussian"))
    switch = TaskSwitch(bench.document)
    qtbot.addWidget(switch)
    press(switch, 1)
    assert bench.project.data.kind == "multi-gaussian"


def test_three_classes_get_one_output_and_back(switch, bench):
    choose(bench, ToyChoice("three-arms"))
    assert bench.project.training.loss == "sparse_categorical_crossentropy"
    press(switch, 1)
    assert bench.project.training.loss == "half_squared_error"
    assert bench.project.network.shapes[bench.project.network.output.name] == (1,)
    press(switch, 0)
    assert bench.project.data.kind == "three-arms"


def test_other_data_have_no_switch(switch, bench):
    choose(bench, IdxFolderChoice("/nowhere"))
    assert not switch.isVisible()
