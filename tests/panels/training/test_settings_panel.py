"""SettingsPanel: every field is an edit that a run takes over at once; what cannot be is refused in a sentence."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from nnplay.document import EditName
from nnplay.engine import OPTIMIZERS, SCHEDULES
from nnplay.panels.training.settings_panel import SettingsPanel
from nnplay.panels.training.training_panel import TrainingPanel
from nnplay.project import StopRules, edits
from nnplay.project.presets import preset
from tests.chinese_keyboard import commit


@pytest.fixture
def panel(qtbot, bench):
    panel = SettingsPanel(bench.document, bench.controller)
    qtbot.addWidget(panel)
    panel.resize(250, 700)
    panel.show()
    return panel


def type_in(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def schedule_box(form):
    return form.findChild(QComboBox)


def test_a_momentum_is_one_edit(panel, bench):
    type_in(panel.optimizer.form.field("momentum"), "0,9")
    assert bench.project.training.optimizer.momentum == 0.9
    assert bench.project.training.optimizer.learning_rate == 0.03
    assert bench.undo_texts == ["Change optimizer"]
    bench.document.undo()
    assert panel.optimizer.form.field("momentum").text() == "0"


def test_nesterov_is_a_box(panel, bench):
    panel.optimizer.form.field("nesterov").click()
    assert bench.project.training.optimizer.nesterov is True


def test_a_share_above_one_is_refused_and_the_field_shows_the_old_one(panel, bench):
    type_in(panel.optimizer.form.field("momentum"), "1.5")
    assert bench.project.training.optimizer.momentum == 0
    assert panel.optimizer.form.field("momentum").text() == "0"
    assert len(bench.errors) == 1


def test_what_is_no_number_stays_marked_until_it_is_corrected(panel, bench):
    field = panel.optimizer.form.field("momentum")
    type_in(field, "much")
    assert (field.text(), field.property("valid"), len(bench.errors)) == ("much", "false", 1)
    field.clearFocus()
    assert len(bench.errors) == 1  # it is said once
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.property("valid")) == ("0", "true")
    field.selectAll()
    commit(field, "０。５")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.project.training.optimizer.momentum == 0.5
    assert field.text() == "0.5"


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_every_optimizer_shows_its_own_settings(qtbot, panel, bench, kind):
    bar = TrainingPanel(bench.document, bench.controller)
    qtbot.addWidget(bar)
    box = next(box for box in bar.findChildren(QComboBox) if box.accessibleName() == "Optimizer")
    box.setCurrentText(kind)
    box.activated.emit(box.currentIndex())
    optimizer = bench.project.training.optimizer
    assert optimizer.kind == kind
    for name in vars(optimizer):
        if name != "learning_rate":
            assert panel.optimizer.form.field(name).accessibleName() != name  # it has a name for people


@pytest.mark.parametrize("kind", SCHEDULES)
def test_every_schedule_can_be_chosen(panel, bench, kind):
    choose(schedule_box(panel.schedule), kind)
    assert bench.project.training.schedule.kind == kind


def test_a_schedule_s_number_and_what_follows_a_warm_up(panel, bench):
    choose(schedule_box(panel.schedule), "WarmUp")
    type_in(panel.schedule.form.field("epochs"), "5")
    choose(schedule_box(panel.schedule.inner), "CosineDecay")
    type_in(panel.schedule.inner.form.field("epochs"), "50")
    schedule = bench.project.training.schedule
    assert (schedule.epochs, schedule.then.kind, schedule.then.epochs) == (5, "CosineDecay", 50)
    assert schedule_box(panel.schedule.inner).findData("WarmUp") < 0
    type_in(panel.schedule.inner.form.field("epochs"), "-1")
    assert bench.project.training.schedule == schedule
    assert len(bench.errors) == 1


def test_regularization_by_list_and_by_typing(panel, bench):
    panel.limits.l2.setCurrentText("0.03")
    panel.limits.l2.activated.emit(panel.limits.l2.currentIndex())
    type_in(panel.limits.l1.lineEdit(), "0.002")
    panel.limits.rule.click()
    regularization = bench.project.training.regularization
    was_playground = regularization.rule == "playground"
    assert (regularization.l1, regularization.l2) == (0.002, 0.03)
    assert panel.limits.rule.isChecked() == was_playground


def test_clipping_and_its_end(panel, bench):
    type_in(panel.limits.clip_norm, "1")
    assert bench.project.training.clip_norm == 1
    type_in(panel.limits.clip_norm, "")
    assert bench.project.training.clip_norm is None
    type_in(panel.limits.clip_value, "0")
    assert bench.project.training.clip_value is None
    assert len(bench.errors) == 1


def test_a_setting_reaches_a_run_that_goes_on(panel, bench, qtbot):
    bench.controller.start()
    qtbot.waitUntil(lambda: bench.controller.snapshot.epoch > 3)
    run_id = bench.controller.snapshot.run_id
    before = abs(bench.controller.snapshot.parameters).sum()
    type_in(panel.limits.l2.lineEdit(), "1")
    qtbot.waitUntil(lambda: abs(bench.controller.snapshot.parameters).sum() < before / 2)
    assert bench.controller.snapshot.run_id == run_id


def test_rules_are_part_of_the_project_and_can_be_undone(panel, bench):
    box, field = panel.stop.epochs
    box.click()
    assert bench.document.project.stop == StopRules(n_epochs=100)
    type_in(field, "7")
    panel.stop.early[0].click()
    assert bench.document.project.stop == StopRules(n_epochs=7, patience=10)
    type_in(field, "0")
    assert bench.document.project.stop == StopRules(n_epochs=7, patience=10)
    assert field.text() == "7"
    box.click()
    assert bench.document.project.stop == StopRules(patience=10)
    bench.document.undo()
    assert bench.document.project.stop == StopRules(n_epochs=7, patience=10)
    assert (box.isChecked(), field.text()) == (True, "7")


def test_another_project_brings_its_own_rules(panel, bench):
    panel.stop.loss[0].click()
    bench.document.replace(preset("spiral"), None)
    assert not panel.stop.loss[0].isChecked()


def test_the_facts_of_a_run(panel, bench, qtbot):
    bench.document.perform(EditName("Stop"), lambda project: edits.set_stop(project, StopRules(n_epochs=10_000_000)))
    bench.controller.start()
    qtbot.waitUntil(lambda: ":" in panel.facts.left.text())
    assert int(panel.facts.step.text().replace(",", "")) == bench.controller.snapshot.step
    bench.controller.pause()
    qtbot.waitUntil(lambda: not bench.controller.state.is_active)
    assert panel.facts.left.text() == "–"


def test_the_loss_has_its_formula_and_what_is_left_of_it_for_an_example(panel, bench, qtbot):
    form = panel.loss
    qtbot.waitUntil(lambda: form.own.isVisible())
    first = form.own.accessibleDescription()
    assert first.startswith("L = (1 / 2)·(ŷ − y)²")
    QTest.keyClick(form.example, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: form.own.accessibleDescription() != first)
    before = form.formula.accessibleDescription()
    bench.document.perform(
        EditName(""), lambda project: edits.set_training(project, replace(project.training, loss="hinge"))
    )
    qtbot.waitUntil(lambda: form.formula.accessibleDescription() != before)
    assert "max" in form.own.accessibleDescription()
