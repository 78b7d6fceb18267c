"""The controller with its real thread: what is shown, what a run leaves, and what an edit does to it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QTimer

from nnplay.data import IdxFolderChoice, LoadCancelledError, ToyChoice
from nnplay.engine import SGD, DataError, Dense, Input, Network, NetworkSpec, Trainer, TrainingSettings
from nnplay.engine.seeds import generator
from nnplay.project import Project
from nnplay.training import LoadProgress, Outcome, RunState, Snapshot, TrainingController
from nnplay.training import worker as worker_module
from nnplay.training.history import HistoryPoint
from nnplay.training.report import RunReport
from nnplay.training.scores import Scores


@pytest.fixture
def controller(qtbot) -> Iterator[TrainingController]:
    controller = TrainingController()
    yield controller
    controller.close()


@pytest.fixture
def wait_until(qtbot) -> Callable[[Callable[[], bool]], None]:
    return lambda condition: qtbot.waitUntil(condition, timeout=20_000)


@pytest.fixture
def train(controller, qtbot) -> Callable[[int], Outcome]:
    def train(n_epochs: int) -> Outcome:
        with qtbot.waitSignal(controller.run_committed, timeout=20_000) as committed:
            controller.start(n_epochs)
        return committed.args[0]

    return train


def committed(project: Project, outcome: Outcome) -> Project:
    """What the window's one edit makes of an outcome."""
    return replace(project, parameters=outcome.parameters, history=outcome.history)


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
            controller.step_epoch()
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

    def __init__(self, plan) -> None:
        self.dataset = plan.dataset
        self._plan = plan

    def advance(self, job, publish) -> None:
        if self.first_step:
            publish(self._report(job.id, self.first_step))
        job.stop.wait()
        publish(replace(self._report(job.id, 2 * self.first_step), is_final=True))

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
    controller._worker.reports.put(RunReport(old.run_id, old, (HistoryPoint(2.0, Scores()),), is_final=True))
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


@pytest.fixture
def explosive(project) -> Project:
    """A linear network, which a large learning rate drives to infinity."""
    parameters = np.array([0.5, -0.5, 0.1], np.float32)
    parameters.flags.writeable = False
    return replace(
        project,
        network=NetworkSpec.chain(Input((2,)), Dense(1)),
        positions={"input": (0.0, 0.0), "dense": (9.0, 0.0)},
        parameters=parameters,
        training=TrainingSettings("half_squared_error", SGD(0.001), batch_size=9),
    )


def test_divergence_keeps_the_last_good_weights_and_says_what_to_do(controller, explosive, qtbot, wait_until):
    controller.show(explosive)
    controller.start()
    wait_until(lambda: controller.snapshot.step > 0)
    with qtbot.waitSignal(controller.run_committed) as run, qtbot.waitSignal(controller.failed) as failure:
        controller.show(replace(explosive, training=replace(explosive.training, optimizer=SGD(1e9))))
    [outcome], [error] = run.args, failure.args
    assert outcome.error is error
    assert np.isfinite(outcome.parameters).all()
    assert outcome.history.step % 6 == 0  # an epoch's beginning
    assert error.step > outcome.history.step
    assert str(error.step) in str(error)
    assert "learning rate" in str(error)
    assert controller.state is RunState.IDLE
    assert controller.snapshot.parameters is outcome.parameters


def test_divergence_in_the_first_epoch_leaves_everything_as_it_was(controller, explosive, qtbot):
    controller.show(replace(explosive, training=replace(explosive.training, optimizer=SGD(1e9))))
    with qtbot.waitSignal(controller.failed, timeout=20_000), qtbot.assertNotEmitted(controller.run_committed):
        controller.start()
    assert controller.state is RunState.IDLE
    assert controller.snapshot.parameters is explosive.parameters
    assert len(controller.history) == 0


# Loading


class SlowLoad:
    """Reads files until somebody cancels, or until `release` is set."""

    def __init__(self, dataset) -> None:
        self.started, self.release, self.cancelled = Event(), Event(), Event()
        self._dataset = dataset

    def __call__(self, choice, data_seed, split_seed, report, should_cancel):
        report(0.25, "Reading files")
        self.started.set()
        while not self.release.wait(0.001):
            if should_cancel():
                self.cancelled.set()
                raise LoadCancelledError
        return self._dataset


@pytest.fixture
def slow_load(digits, monkeypatch) -> Iterator[SlowLoad]:
    load = SlowLoad(digits)
    monkeypatch.setattr(worker_module, "load", load)
    yield load
    load.release.set()


def test_files_are_loaded_in_the_worker_with_progress(controller, digits_project, digits, slow_load, wait_until):
    progress = []
    controller.loading_changed.connect(progress.append)
    controller.show(digits_project)
    assert controller.dataset is None
    assert controller.is_loading
    assert controller.snapshot.parameters is digits_project.parameters
    wait_until(lambda: LoadProgress(0.25, "Reading files") in progress)
    slow_load.release.set()
    wait_until(lambda: controller.dataset is digits)
    assert progress[0].fraction == 0
    assert progress[-1] is None
    # Weights of zero give each of ten classes the probability 1/10.
    wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    assert controller.snapshot.test_loss == pytest.approx(np.log(10), rel=1e-5)


def test_nothing_starts_without_data(controller, digits_project, slow_load):
    controller.start()
    controller.show(digits_project)
    controller.start()
    assert controller.state is RunState.IDLE


def test_cancelling_a_load_acts_at_once_and_it_can_be_tried_again(
    controller, digits_project, digits, slow_load, wait_until
):
    progress = []
    controller.loading_changed.connect(progress.append)
    controller.show(digits_project)
    assert slow_load.started.wait(20)
    controller.cancel_loading()
    assert not controller.is_loading
    assert progress[-1] is None
    assert slow_load.cancelled.wait(20)
    assert controller.dataset is None
    slow_load.release.set()
    controller.reload()
    assert controller.is_loading
    wait_until(lambda: controller.dataset is digits)


def test_other_data_replace_a_load_that_goes_on(controller, project, digits_project, slow_load, wait_until):
    controller.show(digits_project)
    assert slow_load.started.wait(20)
    controller.show(project)
    assert not controller.is_loading
    assert slow_load.cancelled.wait(20)
    wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    assert controller.dataset.name == "circle"


def test_an_edit_does_not_disturb_a_load(controller, digits_project, digits, slow_load, wait_until):
    controller.show(digits_project)
    assert slow_load.started.wait(20)
    edited = changed_weights(digits_project)
    controller.show(edited)
    assert controller.is_loading
    assert controller.snapshot.parameters is edited.parameters
    slow_load.release.set()
    wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    assert controller.dataset is digits
    assert not slow_load.cancelled.is_set()


def test_unreadable_data_are_reported_and_other_data_still_load(
    controller, project, digits_project, monkeypatch, qtbot, wait_until
):
    error = DataError("no files")

    def load(*arguments):
        raise error

    monkeypatch.setattr(worker_module, "load", load)
    with qtbot.waitSignal(controller.failed, timeout=20_000) as failed:
        controller.show(digits_project)
    assert failed.args == [error]
    assert controller.dataset is None
    assert not controller.is_loading
    controller.show(project)
    wait_until(lambda: not np.isnan(controller.snapshot.test_loss))


def test_mnist_is_cancelled_in_the_middle(controller, project, digits_project, mnist_folder, wait_until):
    fractions = []
    controller.loading_changed.connect(lambda progress: fractions.append(progress and progress.fraction))
    controller.show(replace(digits_project, data=IdxFolderChoice(str(mnist_folder))))
    wait_until(lambda: len(fractions) >= 3)
    controller.cancel_loading()
    assert 0 < fractions[-2] < 1
    controller.show(project)
    wait_until(lambda: not np.isnan(controller.snapshot.test_loss))
    assert controller.dataset.name == "circle"


# The end


def test_closing_ends_a_run(project, qtbot):
    controller = TrainingController()
    controller.show(project)
    controller.start()
    controller.close()  # the guards around every test fail if a thread or a timer is left


def test_closing_ends_a_load(digits_project, slow_load, qtbot):
    controller = TrainingController()
    controller.show(digits_project)
    assert slow_load.started.wait(20)
    controller.close()
    assert slow_load.cancelled.is_set()
