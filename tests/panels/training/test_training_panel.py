"""TrainingPanel: settings as edits, live in a run, with what cannot be refused in a sentence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QSpinBox

from nnplay.data import ToyChoice
from nnplay.document import EditName
from nnplay.engine import OPTIMIZERS
from nnplay.panels.training.training_panel import LEARNING_RATES, TrainingPanel
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.training import RunState


@pytest.fixture
def panel(qtbot, bench):
    panel = TrainingPanel(bench.document, bench.controller)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def combo(panel, name):
    return next(box for box in panel.findChildren(QComboBox) if box.accessibleName() == name)


def rate(panel):
    return combo(panel, "Learning rate")


def type_rate(panel, text):
    field = rate(panel).lineEdit()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def choose(box, text):
    """As a person does: down to the entry, then Return."""
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def test_it_shows_the_document(panel, bench):
    assert rate(panel).currentText() == "0.03"
    assert panel.findChild(QSpinBox).value() == 10
    assert combo(panel, "Optimizer").currentText() == "SGD"
    assert combo(panel, "Loss").currentData() == "half_squared_error"


def test_the_learning_rates_are_those_of_tensorflow_playground(panel):
    box = rate(panel)
    assert [float(box.itemText(index)) for index in range(box.count())] == list(LEARNING_RATES)


def test_a_rate_can_be_chosen_and_undone(panel, bench):
    choose(rate(panel), "0.3")
    assert bench.project.training.optimizer.learning_rate == 0.3
    bench.document.undo()
    assert rate(panel).currentText() == "0.03"


@pytest.mark.parametrize(("text", "value"), [("0.05", 0.05), ("0,05", 0.05), ("1/8", 0.125), ("1e9", 1e9)])
def test_a_rate_can_be_typed(panel, bench, text, value):
    type_rate(panel, text)
    assert bench.project.training.optimizer.learning_rate == value
    assert len(bench.undo_texts) == 1


@pytest.mark.parametrize(("text", "shown"), [("0", "0.03"), ("-1", "0.03"), ("fast", "fast"), ("inf", "inf"), ("", "")])
def test_a_rate_that_is_none_is_refused_and_what_is_no_number_stays(panel, bench, text, shown):
    type_rate(panel, text)
    assert bench.project.training.optimizer.learning_rate == 0.03
    assert bench.undo_texts == []
    assert bench.errors
    assert rate(panel).currentText() == shown
    assert (rate(panel).property("valid") is False) == (text == shown)
    type_rate(panel, "0.1")
    assert bench.project.training.optimizer.learning_rate == 0.1


def test_what_is_being_typed_is_marked_until_it_is_a_rate(panel):
    field = rate(panel).lineEdit()
    field.selectAll()
    QTest.keyClicks(field, "-1")
    assert rate(panel).property("valid") is False
    field.selectAll()
    QTest.keyClicks(field, "0.2")
    assert rate(panel).property("valid") is True


def test_the_same_rate_written_otherwise_is_no_edit(panel, bench):
    type_rate(panel, "0.030")
    assert bench.undo_texts == []
    assert rate(panel).currentText() == "0.03"


def test_batch_size_steps_of_one_visit_are_one_undo_step(panel, bench):
    spin = panel.findChild(QSpinBox)
    for _ in range(3):
        QTest.keyClick(spin, Qt.Key.Key_Up)
    assert bench.project.training.batch_size == 13
    assert len(bench.undo_texts) == 1


def test_batch_size_goes_up_to_the_training_examples(panel, bench):
    assert panel.findChild(QSpinBox).maximum() == len(bench.controller.dataset.train)


@pytest.mark.parametrize("kind", [kind for kind in OPTIMIZERS if kind != "SGD"])
def test_an_optimizer_takes_the_rate_over(panel, bench, kind):
    choose(combo(panel, "Optimizer"), kind)
    optimizer = bench.project.training.optimizer
    assert (optimizer.kind, optimizer.learning_rate) == (kind, 0.03)


def test_losses_are_those_that_fit_the_task(panel, bench):
    box = combo(panel, "Loss")
    for_points = {box.itemData(index) for index in range(box.count())}
    assert {"half_squared_error", "mean_squared_error"} <= for_points
    assert not any("crossentropy" in name for name in for_points)
    bench.document.replace(preset("mnist-mlp"), None)
    assert box.currentData() == "sparse_categorical_crossentropy"


def test_another_task_brings_its_loss(panel, bench):
    bench.document.perform(EditName("data"), lambda project: edits.set_data(project, ToyChoice("plane")))
    assert combo(panel, "Loss").currentData() == bench.project.training.loss


def test_a_rate_changed_in_a_run_reaches_it_without_ending_it(panel, bench, qtbot):
    bench.controller.start()
    qtbot.waitUntil(lambda: bench.controller.snapshot.step > 0)
    choose(rate(panel), "0.00001")
    assert bench.controller.state is RunState.RUNNING
    slow = bench.controller.snapshot.epoch
    qtbot.waitUntil(lambda: bench.controller.snapshot.epoch > slow + 3)
    bench.controller.interrupt()
