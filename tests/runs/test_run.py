"""A run: the same weights as the bare trainer's, however it is paused; honest scores; a way back from divergence."""

from dataclasses import replace
from threading import Event
from time import perf_counter

import numpy as np
import pytest

from nnplay.engine import (
    SGD,
    Dense,
    Input,
    Network,
    NetworkSpec,
    Part,
    Trainer,
    TrainingDivergedError,
    TrainingSettings,
)
from nnplay.engine.seeds import generator
from nnplay.runs import scores
from nnplay.runs.mailbox import Mailbox
from nnplay.runs.order import RunOrder
from nnplay.runs.pace import Speed
from nnplay.runs.report import RunReport
from nnplay.runs.run import TrainingRun


class StopAfter(Event):
    """A stop flag that is set after it was asked a number of times: a run that stops at a known turn."""

    def __init__(self, n_turns: int) -> None:
        super().__init__()
        self._n_turns = n_turns

    def is_set(self) -> bool:
        self._n_turns -= 1
        return self._n_turns < 0


def advance(run: TrainingRun, n_epochs: float, stop: Event | None = None, **orders) -> list[RunReport]:
    reports: list[RunReport] = []
    run.advance(RunOrder(1, n_epochs, **orders), reports.append, (stop or Event()).is_set)
    return reports


def reference(plan, n_epochs: int, settings: TrainingSettings | None = None) -> Trainer:
    """The same run, by the engine alone, one step at a time."""
    network = Network(plan.network)
    network.parameters[...] = plan.parameters
    trainer = Trainer(network, plan.dataset.train, plan.settings, generator("shuffle", plan.shuffle_seed))
    if settings is not None:
        trainer.apply(settings)
    while trainer.epoch < n_epochs:
        trainer.advance(1)
    return trainer


def test_gives_the_trainers_weights_bit_for_bit(plan):
    final = advance(TrainingRun(plan), 40)[-1]
    assert final.is_final
    assert final.error is None
    np.testing.assert_array_equal(final.snapshot.parameters, reference(plan, 40).network.parameters)


def test_pauses_leave_no_trace_in_the_weights(plan):
    straight = advance(TrainingRun(plan), 12)[-1].snapshot
    paused = TrainingRun(plan)
    snapshot = advance(paused, 3)[-1].snapshot
    while snapshot.epoch < 6:
        # The first turn of a run is a single step: this pauses within epochs, too.
        snapshot = advance(paused, 1, stop=StopAfter(1))[-1].snapshot
    snapshot = advance(paused, 6)[-1].snapshot
    assert (snapshot.step, snapshot.epoch) == (straight.step, straight.epoch) == (72, 12)
    np.testing.assert_array_equal(snapshot.parameters, straight.parameters)


def test_epochs_are_counted_by_their_ends(plan):
    run = TrainingRun(plan)
    within = advance(run, 5, stop=StopAfter(1))[-1].snapshot
    assert (within.step, within.epoch, within.step_in_epoch, within.steps_per_epoch) == (1, 0, 1, 6)
    at_end = advance(run, 1)[-1].snapshot
    assert (at_end.step, at_end.epoch, at_end.step_in_epoch) == (6, 1, 6)


def test_counting_goes_on_from_earlier_runs(plan):
    snapshot = advance(TrainingRun(replace(plan, step=600, epoch=100)), 2)[-1].snapshot
    assert (snapshot.step, snapshot.epoch) == (612, 102)


def test_a_stop_before_the_first_step_trains_nothing(plan):
    stop = Event()
    stop.set()
    [final] = advance(TrainingRun(plan), 5, stop=stop)
    assert final.is_final
    assert final.snapshot.step == 0
    assert [point.epoch for point in final.points] == [0]
    np.testing.assert_array_equal(final.snapshot.parameters, plan.parameters)


def test_live_settings_reach_the_trainer(plan):
    changed = replace(plan.settings, optimizer=replace(plan.settings.optimizer, learning_rate=0.1))
    live: Mailbox[TrainingSettings] = Mailbox()
    live.put(changed)
    final = advance(TrainingRun(plan), 4, live_settings=live)[-1]
    np.testing.assert_array_equal(final.snapshot.parameters, reference(plan, 4, changed).network.parameters)


def test_the_clock_runs_while_it_trains(plan):
    run = TrainingRun(plan)
    first, second = advance(run, 5)[-1].snapshot, advance(run, 5)[-1].snapshot
    assert 0 < first.elapsed_s < second.elapsed_s


def test_snapshots_are_frozen_copies(plan):
    run = TrainingRun(plan)
    first = advance(run, 1)[-1].snapshot
    kept = first.parameters.copy()
    advance(run, 1)
    np.testing.assert_array_equal(first.parameters, kept)
    assert not first.parameters.flags.writeable
    np.testing.assert_array_equal(plan.parameters, TrainingRun(plan)._network.parameters)


def test_scores_are_those_of_the_weights_published_with_them(plan):
    final = advance(TrainingRun(plan), 3)[-1]
    network = Network(plan.network)
    network.parameters[...] = final.snapshot.parameters
    for part, loss, accuracy in (
        (plan.dataset.train, final.snapshot.train_loss, final.snapshot.train_accuracy),
        (plan.dataset.test, final.snapshot.test_loss, final.snapshot.test_accuracy),
    ):
        output = network.predict(part.x).astype(np.float64)
        assert loss == pytest.approx(np.mean((output - part.y) ** 2) / 2, rel=1e-6)
        assert accuracy == np.mean(np.sign(output) == part.y)
    assert [point.epoch for point in final.points] == [0, 1, 2, 3]
    point = final.points[-1]
    assert point.scores.test_loss == final.snapshot.test_loss


def test_many_training_examples_are_not_measured_anew(plan, monkeypatch):
    monkeypatch.setattr(scores, "SMALL_SET", 10)
    snapshot = advance(TrainingRun(plan), 2)[-1].snapshot
    assert snapshot.train_loss == pytest.approx(_running_loss(plan, 2), rel=1e-9)


def test_a_pause_does_not_wait_until_many_examples_are_measured(plan, monkeypatch):
    monkeypatch.setattr(scores, "SMALL_SET", 10)
    run = TrainingRun(plan)
    stop = StopAfter(2)
    final = advance(run, 5, stop=stop)[-1]
    assert np.isnan(final.snapshot.test_loss)
    assert np.isfinite(final.snapshot.train_loss)
    # Within the first epoch, a point counts examples, a position steps, and the last batch may be smaller.
    n_seen = min(len(plan.dataset.train), final.snapshot.step * plan.settings.batch_size)
    assert final.points[-1].epoch == pytest.approx(n_seen / len(plan.dataset.train))
    assert final.snapshot.position == pytest.approx(final.snapshot.step / final.snapshot.steps_per_epoch)
    again = advance(run, 1)[-1]
    assert np.isfinite(again.snapshot.test_loss)


def _running_loss(plan, n_epochs: int) -> float:
    network = Network(plan.network)
    network.parameters[...] = plan.parameters
    trainer = Trainer(network, plan.dataset.train, plan.settings, generator("shuffle", plan.shuffle_seed))
    while True:
        progress = trainer.advance(100)
        if progress.epoch == n_epochs:
            return progress.loss


def test_a_pause_within_an_epoch_leaves_a_point_at_its_fraction(plan):
    run = TrainingRun(plan)
    start, point = advance(run, 5, stop=StopAfter(1))[-1].points
    assert start.epoch == 0
    assert point.epoch == pytest.approx(9 / 50)


def test_the_first_epochs_are_all_scored_however_fast_they_pass(plan):
    reports = advance(TrainingRun(plan), 150)
    epochs = [point.epoch for report in reports for point in report.points]
    assert epochs[:101] == list(range(101))


def test_a_pace_holds_the_run_back_and_changes_nothing_else(plan):
    speed: Mailbox[Speed] = Mailbox()
    speed.put(Speed(40.0))
    start = perf_counter()
    final = advance(TrainingRun(plan), 6, live_speed=speed)[-1]
    # Lower bound only: the sixth epoch's last step is due 6/40 s after the start, less one step.
    assert perf_counter() - start >= 6 / 40 - 1 / (40 * 6)
    np.testing.assert_array_equal(final.snapshot.parameters, reference(plan, 6).network.parameters)


def test_a_long_run_reports_every_epoch_once_at_most_and_ends_with_the_last(plan):
    reports = advance(TrainingRun(plan), 3000)
    epochs = [point.epoch for report in reports for point in report.points]
    assert epochs == sorted(set(epochs))
    assert epochs[-1] == 3000
    assert [report.is_final for report in reports] == [False] * (len(reports) - 1) + [True]
    assert all(report.snapshot.is_running for report in reports[:-1])
    assert not reports[-1].snapshot.is_running
    assert sum(report.snapshot.examples_per_second > 0 for report in reports[:-1]) == len(reports) - 1


@pytest.fixture
def explosive_plan(plan):
    """A linear network under a learning rate that overshoots more with every step."""
    spec = NetworkSpec.chain(Input((2,)), Dense(1))
    parameters = np.array([0.5, -0.5, 0.1], np.float32)
    settings = TrainingSettings("half_squared_error", SGD(1.0), batch_size=9)
    return replace(plan, network=spec, parameters=parameters, settings=settings)


def test_divergence_brings_back_the_weights_with_which_the_epoch_began(explosive_plan):
    with pytest.raises(TrainingDivergedError) as raised:
        reference(explosive_plan, 1000)
    error = raised.value
    assert error.epoch > 1
    last_good = reference(explosive_plan, error.epoch - 1).network.parameters

    final = advance(TrainingRun(explosive_plan), np.inf)[-1]
    assert final.is_final
    assert (final.error.step, final.error.epoch) == (error.step, error.epoch)
    np.testing.assert_array_equal(final.snapshot.parameters, last_good)
    assert np.isfinite(final.snapshot.parameters).all()
    assert (final.snapshot.step, final.snapshot.epoch) == (6 * (error.epoch - 1), error.epoch - 1)


def test_divergence_names_steps_and_epochs_of_the_whole_training(explosive_plan):
    alone = advance(TrainingRun(explosive_plan), np.inf)[-1].error
    later = advance(TrainingRun(replace(explosive_plan, step=600, epoch=100)), np.inf)[-1].error
    assert (later.step, later.epoch) == (alone.step + 600, alone.epoch + 100)
    assert str(later.step) in str(later)


@pytest.mark.parametrize("batch_size", [9, 50])
def test_no_published_weight_is_ever_infinite(explosive_plan, batch_size):
    settings = replace(explosive_plan.settings, optimizer=SGD(1e9), batch_size=batch_size)
    run = TrainingRun(replace(explosive_plan, settings=settings))
    reports: list[RunReport] = []
    while not reports or reports[-1].error is None:
        reports += advance(run, 1)
    assert all(np.isfinite(report.snapshot.parameters).all() for report in reports)


def test_a_muted_network_trains_without_the_muted_parts_and_keeps_their_weights(plan):
    muted = (Part("dense", unit=1), Part("dense", parameter="kernel", index=(0, 2)))
    reports = []
    TrainingRun(replace(plan, muted=muted)).advance(RunOrder(1, 3), reports.append)
    final = reports[-1].snapshot
    assert final.muted == muted
    slot = next(slot for slot in plan.network.node_slots("dense") if slot.name == "kernel")
    before = plan.parameters[slot.span].reshape(slot.shape)
    after = final.parameters[slot.span].reshape(slot.shape)
    # Nothing reaches the muted neuron, and a muted weight is left alone; the others learn.
    np.testing.assert_array_equal(after[:, 1], before[:, 1])
    assert after[0, 2] == before[0, 2]
    assert (after[:, 0] != before[:, 0]).any()


def test_a_quiet_run_learns_the_same_and_measures_its_end_alone(plan):
    reports = []
    TrainingRun(plan).advance(RunOrder(1, 20, is_quiet=True), reports.append)
    [final] = reports
    loud = advance(TrainingRun(plan), 20)[-1]
    assert final.snapshot.parameters.tobytes() == loud.snapshot.parameters.tobytes()
    assert final.snapshot.test_loss == loud.snapshot.test_loss
    assert [point.epoch for point in final.points] == [20]
