"""Single steps: one example or one batch of the present epoch, which loses neither its place nor its order."""

import numpy as np
import pytest

from nnplay.engine import Network, Trainer
from nnplay.engine.seeds import generator
from nnplay.project import StopRules
from nnplay.project.stop_watch import Reason
from nnplay.runs import Stride
from nnplay.runs.mailbox import Mailbox
from nnplay.runs.order import RunOrder
from nnplay.runs.run import TrainingRun


def take(run, *strides, n_epochs=1):
    final = None
    for stride in strides:
        reports = []
        run.advance(RunOrder(1, n_epochs, stride), reports.append)
        [final] = reports[-1:]
    return final


def seen_by(plan, n_steps, batch_size):
    """The weights after a bare trainer's first steps."""
    from dataclasses import replace

    network = Network(plan.network)
    network.parameters[...] = plan.parameters
    settings = replace(plan.settings, batch_size=batch_size)
    trainer = Trainer(network, plan.dataset.train, settings, generator("shuffle", plan.shuffle_seed))
    for _ in range(n_steps):
        trainer.advance(1)
    return network.parameters


def test_batches_are_the_epochs_own(plan):
    final = take(TrainingRun(plan), *[Stride.BATCH] * 4)
    assert (final.snapshot.step, final.snapshot.epoch) == (4, 0)
    np.testing.assert_array_equal(final.snapshot.parameters, seen_by(plan, 4, 9))


def test_batches_and_then_the_rest_of_the_epoch_are_the_whole_run(plan):
    run = TrainingRun(plan)
    take(run, Stride.BATCH, Stride.BATCH)
    final = take(run, Stride.EPOCHS)
    assert (final.snapshot.step, final.snapshot.epoch) == (6, 1)
    np.testing.assert_array_equal(final.snapshot.parameters, seen_by(plan, 6, 9))


def test_samples_are_the_epochs_examples_one_by_one(plan):
    final = take(TrainingRun(plan), *[Stride.SAMPLE] * 7)
    assert final.snapshot.step == 7
    np.testing.assert_array_equal(final.snapshot.parameters, seen_by(plan, 7, 1))


def test_an_epoch_of_samples_ends_where_any_epoch_ends(plan):
    final = take(TrainingRun(plan), *[Stride.SAMPLE] * 50)
    assert (final.snapshot.step, final.snapshot.epoch) == (50, 1)
    assert take(TrainingRun(plan), *[Stride.SAMPLE] * 51).snapshot.epoch == 1


def test_after_a_few_samples_the_epoch_goes_on_in_batches_over_what_is_left(plan):
    run = TrainingRun(plan)
    take(run, *[Stride.SAMPLE] * 5)
    final = take(run, Stride.EPOCHS)
    # 5 examples one by one, then 45 in batches of 9.
    assert (final.snapshot.step, final.snapshot.epoch) == (10, 1)


def test_the_curves_advance_whatever_the_steps(plan):
    run, epochs = TrainingRun(plan), []
    for stride in [Stride.SAMPLE, Stride.BATCH, Stride.SAMPLE, Stride.EPOCHS, Stride.SAMPLE]:
        epochs += [point.epoch for point in take(run, stride).points]
    assert epochs == pytest.approx([0, 1 / 50, 10 / 50, 11 / 50, 1, 1 + 1 / 50])


def run_by(plan, rules):
    live = Mailbox()
    live.put(rules)
    reports = []
    run = TrainingRun(plan)
    run.advance(RunOrder(1, np.inf, live_rules=live), reports.append)
    return run, reports[-1]


def test_a_run_of_so_many_epochs(plan):
    _, final = run_by(plan, StopRules(n_epochs=7))
    assert (final.snapshot.epoch, final.snapshot.goal_epoch) == (7, 7)
    assert (final.ending.reason, final.ending.epoch) == (Reason.EPOCHS, 7)
    assert final.error is None


def test_the_loss_that_ends_a_run_is_the_first_epochs_below_the_limit(plan):
    _, final = run_by(plan, StopRules(loss_below=0.3))
    losses = {point.epoch: point.scores.train_loss for point in final.points}
    last = final.snapshot.epoch
    assert final.ending.reason is Reason.LOSS
    assert losses[last] == final.ending.loss < 0.3
    assert all(loss >= 0.3 for epoch, loss in losses.items() if epoch < last)


def test_early_stopping_brings_the_best_epochs_weights_back(plan):
    # So high a rate that the test loss soon jumps about.
    from dataclasses import replace

    wild = replace(plan, settings=replace(plan.settings, optimizer=replace(plan.settings.optimizer, learning_rate=0.3)))
    _, final = run_by(wild, StopRules(patience=4))
    assert final.ending.reason is Reason.EARLY
    losses = {point.epoch: point.scores.test_loss for point in final.points if point.epoch >= 1}
    best = min(losses, key=losses.get)
    assert final.ending.epoch == best
    assert final.snapshot.epoch == best + 4
    assert final.snapshot.test_loss == final.ending.loss == losses[best]
    reports = []
    TrainingRun(wild).advance(RunOrder(1, best), reports.append)
    np.testing.assert_array_equal(final.snapshot.parameters, reports[-1].snapshot.parameters)
