"""Loading in the worker: progress, cancelling, failures, and closing in the middle of it."""

from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import numpy as np
import pytest

from nnplay.data import IdxFolderChoice, LoadCancelledError
from nnplay.engine import DataError
from nnplay.training import LoadProgress, RunState, TrainingController
from nnplay.training import worker as worker_module


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
    parameters = digits_project.parameters + np.float32(0.5)
    parameters.flags.writeable = False
    edited = replace(digits_project, parameters=parameters)
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
