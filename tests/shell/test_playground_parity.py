"""TensorFlow Playground's controls, and what it does wrong: each offered here, and none of it repeated."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox, QToolButton

from nnplay.data import TOY_SETS, Task
from nnplay.document import EditName
from nnplay.engine import SGD, Part, Regularization
from nnplay.panels.data.task_switch import TaskSwitch
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.panels.training.limits_form import RATES, LimitsForm
from nnplay.panels.training.training_panel import LEARNING_RATES
from nnplay.panels.widgets.labelled_slider import LabelledSlider
from nnplay.project import edits
from nnplay.project.classroom import Classroom
from nnplay.project.locks import set_classroom
from nnplay.runs import FULL_SPEED
from nnplay.training import RunState


@pytest.fixture
def train(session, qtbot):
    def train(n_epochs):
        session.controller.set_speed(FULL_SPEED)
        with qtbot.waitSignal(session.controller.run_committed, timeout=20_000):
            session.controller.start(n_epochs)

    return train


def project_of(session):
    return session.document.project


def change(session, **settings):
    session.document.perform(
        EditName("change"), lambda project: edits.set_training(project, replace(project.training, **settings))
    )


@pytest.fixture
def click(window, qtbot):
    """Press the button of an action in the bar above the network."""

    def click(action):
        button = window.control_bar.findChild(QAbstractButton, action.objectName())
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return click


@pytest.fixture
def type_into(qtbot):
    """Replace what a field says, and press Enter."""

    def type_into(field, text):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)

    return type_into


@pytest.fixture
def tick(qtbot):
    """Click the square of a box to tick."""

    def tick(box):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))

    return tick


# The controls, by their numbers on the parity sheet


def test_t01_reset_draws_the_next_weights_and_clears_the_chart(window, session, train, click):
    train(3)
    before = project_of(session)
    click(window.commands.training.new_start)
    assert (project_of(session).parameters != before.parameters).any()
    assert project_of(session).history.is_empty
    assert session.controller.snapshot.epoch == 0


def test_t02_run_and_pause(window, session, qtbot, click):
    click(window.commands.training.train)
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch > 2)
    click(window.commands.training.train)
    qtbot.waitUntil(lambda: session.controller.state is RunState.PAUSED)


def test_t03_a_step_pauses_and_takes_one_epoch(window, session, qtbot, click):
    click(window.commands.training.train)
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch > 2)
    outcomes = []
    session.controller.run_committed.connect(outcomes.append)
    click(window.commands.training.step)
    qtbot.waitUntil(lambda: len(outcomes) == 2 and session.controller.state is RunState.PAUSED)
    assert outcomes[1].n_epochs == 1


def test_t05_and_t08_the_rates_are_the_same(window):
    assert LEARNING_RATES == (0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
    assert RATES == (0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)


def test_t05_the_learning_rate_is_live(window, session, qtbot, click, type_into):
    click(window.commands.training.train)
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch > 2)
    run_id = session.controller.snapshot.run_id
    rate = next(box for box in window.training_panel.findChildren(QComboBox) if box.accessibleName() == "Learning rate")
    type_into(rate.lineEdit(), "0.1")
    assert project_of(session).training.optimizer.learning_rate == 0.1
    epoch = session.controller.snapshot.epoch
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch > epoch + 2)
    assert session.controller.snapshot.run_id == run_id


@pytest.mark.parametrize("rule", ["penalty", "playground"])
def test_t07_regularization_neither_resets_nor_stops(window, session, qtbot, click, type_into, tick, rule):
    click(window.commands.training.train)
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch > 2)
    run_id = session.controller.snapshot.run_id
    window.show_panel("settings")
    form = window.findChild(LimitsForm)
    type_into(form.l1.lineEdit(), "0.001")
    if form.rule.isChecked() != (rule == "playground"):
        tick(form.rule)
    assert project_of(session).training.regularization == Regularization(l1=0.001, rule=rule)
    epoch = session.controller.snapshot.epoch
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch > epoch + 2)
    assert session.controller.snapshot.run_id == run_id


def test_t09_t10_t11_the_problem_type_brings_its_points(window, session, qtbot):
    kinds = {"circle", "xor", "gaussian", "spiral", "plane", "multi-gaussian"}
    assert kinds <= set(TOY_SETS)
    classification, regression = window.findChild(TaskSwitch).findChildren(QToolButton)
    qtbot.mouseClick(regression, Qt.MouseButton.LeftButton)
    assert project_of(session).data.task is Task.REGRESSION
    assert project_of(session).network.output.layer.activation_name == "linear"
    qtbot.mouseClick(classification, Qt.MouseButton.LeftButton)
    assert project_of(session).data.kind == "circle"
    assert project_of(session).network.output.layer.activation_name == "tanh"


def test_t12_t13_t14_sliders_and_batch_size(window, session, qtbot, type_into):
    for name, n_steps in (("train_share", 2), ("noise", 35)):
        slider = window.findChild(LabelledSlider, name).slider
        slider.setFocus()
        for _ in range(n_steps):
            qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert (project_of(session).data.train_share, project_of(session).data.noise) == (0.7, 0.35)
    assert len(session.controller.dataset.train) == 350
    box = window.training_panel.findChild(QSpinBox)
    assert box.minimum() == 1
    type_into(box.lineEdit(), "30")
    assert project_of(session).training.batch_size == 30


def test_t15_regenerating_keeps_the_weights_and_measures_them_anew(window, session, train, qtbot):
    train(5)
    parameters = project_of(session).parameters
    loss = session.controller.snapshot.test_loss
    qtbot.mouseClick(window.findChild(QPushButton, "new_points"), Qt.MouseButton.LeftButton)
    assert project_of(session).parameters is parameters
    qtbot.waitUntil(lambda: session.controller.snapshot.test_loss == session.controller.snapshot.test_loss)
    assert session.controller.snapshot.test_loss != loss


def test_t19_and_t20_test_data_and_discretize(window):
    boxes = {box.text().replace("&", "") for box in window.docks["map"].panel.findChildren(QCheckBox)}
    assert {"Show test data", "Discretize"} <= boxes


# What it does wrong


def test_fault_1_an_edited_weight_shows_its_loss_at_once_and_adds_no_point(window, session, train, qtbot, tick):
    train(5)
    n_points, loss = len(session.controller.history), session.controller.snapshot.train_loss
    session.document.perform(
        EditName("weight"), lambda project: edits.set_parameter(project, "dense", "kernel", (0, 0), 4.0)
    )
    qtbot.waitUntil(lambda: session.controller.snapshot.train_loss == session.controller.snapshot.train_loss)
    assert session.controller.snapshot.train_loss != loss
    box = window.docks["map"].panel.findChildren(QCheckBox)[1]
    tick(box)
    assert box.isChecked()
    window.resize(1300, 820)
    assert len(session.controller.history) == n_points


def test_fault_2_and_3_each_epoch_has_an_order_of_its_own_and_its_last_batch_is_its_own(session):
    from nnplay.engine import Network, Trainer

    project, dataset = project_of(session), session.controller.dataset
    trainer = Trainer(
        Network(project.network),
        dataset.train,
        replace(project.training, batch_size=30),
        np.random.default_rng(1),
    )
    orders = []
    for _ in range(2):
        while not trainer.advance(1).is_epoch_end:
            pass
        orders.append(trainer.export().order)
    assert trainer.steps_per_epoch == 9  # eight of 30 and one of the 10 that are left
    assert (orders[0] != orders[1]).any()


def test_fault_4_a_weight_that_l1_has_pulled_to_0_learns_again(session, train):
    change(session, regularization=Regularization(l1=10.0, rule="playground"))
    train(3)
    kernel = slice(0, 8)
    assert (project_of(session).parameters[kernel] == 0).any()
    change(session, regularization=Regularization())
    for layer in ("dense", "dense_2", "dense_3"):  # all of them, or no gradient would come through to the first
        session.document.perform(
            EditName("weight"), lambda project, layer=layer: edits.set_parameter(project, layer, "kernel", (0, 0), 0.5)
        )
    train(3)
    assert project_of(session).parameters[0] != np.float32(0.5)


def test_fault_5_a_run_that_explodes_ends_with_a_sentence_and_good_weights(window, session, qtbot):
    change(session, regularization=Regularization(l2=10.0, rule="playground"), optimizer=SGD(3.0))
    session.controller.set_speed(FULL_SPEED)
    with qtbot.waitSignal(session.controller.failed, timeout=20_000) as failed:
        session.controller.start()
    assert str(failed.args[0])
    assert window.messages.isVisible()
    assert np.isfinite(project_of(session).parameters).all()


def test_fault_6_a_neuron_beyond_one_has_a_scale_of_its_own(window, session, qtbot):
    change_layer = {"activation": "relu"}
    session.document.perform(EditName("relu"), lambda project: edits.change_layer(project, "dense", change_layer))
    session.document.perform(
        EditName("weight"), lambda project: edits.set_parameter(project, "dense", "kernel", (0, 0), 4.0)
    )
    panel = window.docks["map"].panel
    panel.show_neuron(Part("dense", 0))
    shown = panel.findChild(DecisionMap)
    # At x1 = 6 the neuron gives 24 and what the other weight adds.
    qtbot.waitUntil(lambda: shown.value_range.high > 1)
    assert shown.value_range.high >= shown.value_at((6.0, 0.0)) > 20


def test_fault_7_reset_replays_the_same_start_to_the_bit(window, session, train, click):
    start = project_of(session).parameters
    train(4)
    first = project_of(session).parameters
    click(window.commands.training.reset)
    np.testing.assert_array_equal(project_of(session).parameters, start)
    train(4)
    np.testing.assert_array_equal(project_of(session).parameters, first)


def test_fault_8_a_hidden_share_leaves_the_test_loss_where_it_is(window, session):
    share = window.findChild(LabelledSlider, "train_share")
    captions = [label for label in window.findChildren(QLabel) if label.text() == "Test loss"]
    assert share.isVisible()
    assert "Training data" in [label.text() for label in share.findChildren(QLabel)]
    shown = Classroom(hidden=("train_share",))
    session.document.perform(EditName("hide"), lambda project: set_classroom(project, shown, ()))
    assert not share.isVisible()
    assert any(label.isVisible() for label in captions)


def test_fault_9_a_new_neuron_keeps_what_was_learned(session, train):
    train(5)
    before = project_of(session)
    session.document.perform(EditName("neuron"), lambda project: edits.change_layer(project, "dense", {"units": 5}))
    after = project_of(session)
    old = before.parameters[:8].reshape(2, 4)
    np.testing.assert_array_equal(after.parameters[:10].reshape(2, 5)[:, :4], old)


def test_a_choice_for_each_of_its_lists(window):
    names = {box.accessibleName() for box in window.training_panel.findChildren(QComboBox)}
    assert {"Learning rate", "Optimizer", "Loss"} <= names
