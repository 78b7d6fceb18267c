"""The controller with its real thread: what is shown, what a run leaves, and what an edit does to it."""

from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QObject, QTimer

from nnplay.data import ToyChoice
from nnplay.engine import Dense, Input, Network, NetworkSpec, Part, Trainer
from nnplay.engine.seeds import generator
from nnplay.project import Project
from nnplay.runs import Outcome, Snapshot, Stride
from nnplay.runs.history import HistoryPoint
from nnplay.runs.report import RunReport
from nnplay.runs.scores import Scores
from nnplay.training import RunState, TrainingController
from nnplay.training import worker as worker_module


def committed(project: Project, outcome: Outcome) -> Project:
    """What the window's one edit makes of an outcome."""
    return outcome.applied_to(project)


def reference(plan, n_epochs: int) -> np.ndarray:
    network = Network(plan.network)
    network.parameters[...] = plan.parameters
    trainer = Trainer(network, plan.dataset.train, plan.settings, generator("shuffle", plan.shuffle_seed))
    while trainer.epoch < n_epochs:
        trainer.advance(1)
    return network.parameters


def changed_weights(project: Project) -> Project:
    parameters = project.parameters + np.float32(0.5)
    parameters.flags.writeable = False
    return replace(project, parameters=parameters)


def is_ticking(controller: TrainingController) -> bool:
    return any(timer.isActive() for timer in controller.findChildren(QTimer))


# Showing


def test_shows_weights_and_data_at_once_and_scores_a_moment_later(controller, project, dataset, wait_until):
    controller.show(project)
    assert controller.project is project
    assert controller.snapshot.parameters is project.parameters
    assert np.isnan(controller.snapshot.test_loss)
    np.testing.assert_array_equal(controller.dataset.train.x, dataset.train.x)

    wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    network = Network(project.network)
    network.parameters[...] = project.parameters
    output = network.predict(dataset.test.x)
    assert controller.snapshot.test_loss == pytest.approx(np.mean((output - dataset.test.y) ** 2) / 2, rel=1e-5)
    assert controller.snapshot.parameters is project.parameters
    assert not is_ticking(controller)


def test_everything_fits_whenever_a_view_is_told(controller, project, qtbot):
    narrow = NetworkSpec.chain(Input((1,)), Dense(1, "tanh"))
    other = replace(
        project,
        network=narrow,
        positions={"input": (0.0, 0.0), "dense": (9.0, 0.0)},
        parameters=np.zeros(2, np.float32),
        data=ToyChoice("xor", features=("x1_x2",)),
    )
    seen = []

    def look(*_news: object) -> None:
        n_inputs = controller.project.network.shapes["input"][0]
        assert len(controller.snapshot.parameters) == controller.project.network.n_parameters
        assert controller.dataset is None or controller.dataset.input_shape == (n_inputs,)
        seen.append(n_inputs)

    for signal in (controller.snapshot_changed, controller.dataset_changed, controller.state_changed):
        signal.connect(look)
    with qtbot.captureExceptions() as exceptions:
        for shown in (project, other, project):
            controller.show(shown)
    assert exceptions == []
    assert set(seen) == {1, 2}


def test_only_the_last_of_many_edits_counts(controller, project, wait_until):
    for _ in range(50):
        project = changed_weights(project)
        controller.show(project)
    wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    assert controller.snapshot.parameters is project.parameters


def test_a_moved_layer_changes_nothing(controller, project, qtbot, wait_until):
    controller.show(project)
    wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    with qtbot.assertNotEmitted(controller.snapshot_changed), qtbot.assertNotEmitted(controller.dataset_changed):
        controller.show(replace(project, positions={**project.positions, "input": (5.0, 5.0)}))


def test_another_loss_is_measured_anew(controller, project, wait_until):
    controller.show(project)
    wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    half = controller.snapshot.test_loss
    controller.show(replace(project, training=replace(project.training, loss="mean_squared_error")))
    wait_until(lambda: controller.snapshot.test_loss != half)
    assert controller.snapshot.test_loss == pytest.approx(2 * half, rel=1e-6)


def test_a_projects_own_curves_are_shown(controller, project, qtbot, train):
    controller.show(project)
    outcome = train(3)
    other = TrainingController()
    with qtbot.waitSignal(other.history_changed):
        other.show(committed(project, outcome))
    np.testing.assert_array_equal(other.history.test_loss, outcome.history.test_loss)
    assert (other.snapshot.step, other.snapshot.epoch) == (18, 3)
    other.close()


# Running


def test_a_run_gives_the_trainers_weights_and_pauses(controller, project, plan, train):
    controller.show(project)
    outcome = train(5)
    assert outcome.n_epochs == 5
    assert outcome.error is None
    np.testing.assert_array_equal(outcome.parameters, reference(plan, 5))
    assert controller.snapshot.parameters is outcome.parameters
    assert outcome.history.epoch[-1] == 5
    assert outcome.history.step == 30
    assert controller.state is RunState.PAUSED
    assert not is_ticking(controller)


def test_a_run_goes_on_after_its_outcome_was_committed(controller, project, plan, train):
    controller.show(project)
    controller.show(committed(project, train(5)))
    assert controller.state is RunState.PAUSED
    outcome = train(7)
    assert outcome.n_epochs == 7
    np.testing.assert_array_equal(outcome.parameters, reference(plan, 12))
    assert outcome.history.epoch[-1] == 12


def test_pausing_by_hand_leaves_an_outcome_that_goes_on(controller, project, plan, qtbot, wait_until, train):
    controller.show(project)
    controller.start()
    assert controller.state is RunState.RUNNING
    assert is_ticking(controller)
    wait_until(lambda: controller.snapshot.step > 0)
    with qtbot.waitSignal(controller.run_committed, timeout=20_000) as paused:
        controller.pause()
        assert controller.state is RunState.STOPPING
    outcome = paused.args[0]
    controller.show(committed(project, outcome))
    assert controller.state is RunState.PAUSED
    n_epochs = controller.snapshot.epoch + 3
    np.testing.assert_array_equal(train(3).parameters, reference(plan, n_epochs))


def test_steps_are_epochs(controller, project, qtbot, wait_until):
    controller.show(project)
    for n in (1, 2, 3):
        with qtbot.waitSignal(controller.run_committed, timeout=20_000):
            controller.step(Stride.EPOCHS)
        assert controller.snapshot.epoch == n


def test_the_same_seeds_give_the_same_run_from_the_same_start(controller, project, train):
    controller.show(project)
    first = train(4)
    controller.show(committed(project, first))
    controller.show(project)  # undone
    assert controller.state is RunState.IDLE
    assert len(controller.history) == 0
    np.testing.assert_array_equal(train(4).parameters, first.parameters)


def test_curves_grow_while_it_runs(controller, project, wait_until):
    controller.show(project)
    controller.start()
    wait_until(lambda: len(controller.history) >= 3)
    assert (np.diff(controller.history.epoch) > 0).all()
    assert np.isfinite(controller.history.test_loss).all()


class SlowRun:
    """Reports ten steps at once and ten more when it is stopped, however long that takes."""

    first_step = 10
    is_small = True

    def __init__(self, plan) -> None:
        self.dataset = plan.dataset
        self._plan = plan

    def advance(self, order, publish, should_stop, between) -> None:
        if self.first_step:
            publish(self._report(order.run_id, self.first_step))
        while not should_stop():
            Event().wait(0.001)
        publish(replace(self._report(order.run_id, 2 * self.first_step), is_final=True))

    def _report(self, run_id: int, step: int) -> RunReport:
        parameters = self._plan.parameters + np.float32(step)
        snapshot = Snapshot(run_id, parameters, step, step // 10, 0, 6, 0.5, 0.5, None, None, 100.0, 1.0, True)
        return RunReport(run_id, snapshot, (HistoryPoint(step / 10, Scores(0.5, 0.5)),) if step else ())


@pytest.fixture
def slow_run(monkeypatch) -> type[SlowRun]:
    monkeypatch.setattr(worker_module, "TrainingRun", SlowRun)
    return SlowRun


def test_a_pause_before_the_first_step_leaves_nothing_to_undo(
    controller, project, slow_run, monkeypatch, qtbot, wait_until
):
    monkeypatch.setattr(slow_run, "first_step", 0)
    controller.show(project)
    wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    before = controller.snapshot
    controller.start()
    with qtbot.assertNotEmitted(controller.run_committed):
        controller.pause()
        wait_until(lambda: controller.state is RunState.PAUSED)
    assert controller.snapshot is before


# Edits while it runs


def test_an_edit_that_leaves_the_run_alone_lets_it_go_on(controller, project, plan, train, qtbot):
    controller.show(project)
    with qtbot.waitSignal(controller.run_committed, timeout=20_000) as ended:
        controller.start(2000)
        controller.show(replace(project, positions={**project.positions, "input": (5.0, 5.0)}, title="moved"))
        assert controller.state is RunState.RUNNING
    np.testing.assert_array_equal(ended.args[0].parameters, reference(plan, 2000))


def test_interrupting_freezes_what_was_published_and_drops_what_comes_later(
    controller, project, slow_run, qtbot, wait_until
):
    controller.show(project)
    controller.start()
    wait_until(lambda: controller.snapshot.step == 10)
    with qtbot.assertNotEmitted(controller.run_committed):
        outcome = controller.interrupt()
        assert controller.state is RunState.IDLE
        assert not is_ticking(controller)
        np.testing.assert_array_equal(outcome.parameters, project.parameters + np.float32(10))
        assert outcome.n_epochs == 1
        assert outcome.history.step == 10

        interrupted = committed(project, outcome)
        controller.show(interrupted)
        edited = changed_weights(interrupted)
        controller.show(edited)
        # The worker measures the edit only after the run has published its last report.
        wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    assert controller.snapshot.parameters is edited.parameters
    assert len(controller.history) == 1


def test_reports_of_an_interrupted_run_do_not_touch_the_next(controller, project, slow_run, wait_until):
    controller.show(project)
    controller.start()
    wait_until(lambda: controller.snapshot.step == 10)
    old = controller.snapshot
    controller.interrupt()
    controller.start()
    wait_until(lambda: controller.snapshot.run_id > old.run_id)
    next_run = controller.snapshot
    controller._reports.put(RunReport(old.run_id, old, (HistoryPoint(2.0, Scores()),), is_final=True))
    controller._on_frame()
    assert controller.state is RunState.RUNNING
    assert controller.snapshot is next_run


def test_interrupting_at_rest_is_nothing(controller, project):
    assert controller.interrupt() is None
    controller.show(project)
    assert controller.interrupt() is None


def test_an_edit_without_interrupting_discards_the_run(controller, project, slow_run, qtbot, wait_until):
    controller.show(project)
    controller.start()
    wait_until(lambda: controller.snapshot.step == 10)
    edited = changed_weights(project)
    with qtbot.assertNotEmitted(controller.run_committed):
        controller.show(edited)
        assert controller.state is RunState.IDLE
        wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    assert controller.snapshot.parameters is edited.parameters


@pytest.mark.parametrize(
    "edit",
    [
        changed_weights,
        lambda project: replace(project, data=replace(project.data, noise=0.1)),
        lambda project: replace(project, seeds=replace(project.seeds, data=99)),
        lambda project: replace(project, seeds=replace(project.seeds, shuffle=99)),
        lambda project: replace(project, network=NetworkSpec(project.network.nodes)),
    ],
    ids=["weights", "noise", "data seed", "shuffle seed", "network"],
)
def test_a_paused_run_ends_with_an_edit_of_what_it_rests_on(controller, project, train, edit):
    controller.show(project)
    trained = committed(project, train(2))
    controller.show(trained)
    assert controller.state is RunState.PAUSED
    controller.show(edit(trained))
    assert controller.state is RunState.IDLE


def test_another_learning_rate_reaches_a_paused_run(controller, project, plan, train):
    controller.show(project)
    trained = committed(project, train(2))
    faster = replace(project.training, optimizer=replace(project.training.optimizer, learning_rate=0.1))
    controller.show(replace(trained, training=faster))
    assert controller.state is RunState.PAUSED

    network = Network(plan.network)
    network.parameters[...] = plan.parameters
    trainer = Trainer(network, plan.dataset.train, plan.settings, generator("shuffle", plan.shuffle_seed))
    while trainer.epoch < 2:
        trainer.advance(1)
    trainer.apply(faster)
    while trainer.epoch < 4:
        trainer.advance(1)
    np.testing.assert_array_equal(train(2).parameters, network.parameters)


# Divergence


def test_muting_shows_at_once_in_the_losses(controller, project, wait_until):
    controller.show(project)
    wait_until(lambda: controller.snapshot.train_loss == controller.snapshot.train_loss)
    muted = (Part("dense"),)
    controller.show(replace(project, muted=muted))
    assert controller.snapshot.muted == muted
    wait_until(lambda: controller.snapshot.train_loss == controller.snapshot.train_loss)
    # Without the hidden layer the output is tanh of its bias, whatever the point.
    network = Network(project.network)
    network.parameters[...] = project.parameters
    constant = np.tanh(network.view("dense_2", "bias")[0])
    expected = np.mean((controller.dataset.train.y - constant) ** 2 / 2)
    assert controller.snapshot.train_loss == pytest.approx(expected, rel=1e-5)


# Questions


def test_a_quick_question_does_not_wait_for_a_slow_one(controller, wait_until):
    asker = QObject()
    slow, quick = controller.new_question(asker), controller.new_question(asker, is_quick=True)
    may_end, answers = Event(), []
    slow.answered.connect(answers.append)
    quick.answered.connect(answers.append)
    slow.ask(lambda: "slow" if may_end.wait(60) else "late")
    quick.ask(lambda: "quick")
    wait_until(lambda: answers == ["quick"])
    may_end.set()
    wait_until(lambda: answers == ["quick", "slow"])
