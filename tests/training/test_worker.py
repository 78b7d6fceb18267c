"""The worker, called directly: the latest job, its answer, and whatever can go wrong."""

import logging
from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import IdxFolderChoice, LoadCancelledError
from nnplay.engine import DataError, Network
from nnplay.runs.order import RunOrder
from nnplay.runs.scores import score
from nnplay.training import worker as worker_module
from nnplay.training.jobs import LoadJob, RunJob, ScoreJob
from nnplay.training.worker import TrainingWorker, UnexpectedError


@pytest.fixture
def worker(qapp) -> TrainingWorker:
    return TrainingWorker()


def do(worker, job) -> None:
    worker.jobs.put(job)
    worker.work()


def load_job(job_id: int = 1) -> LoadJob:
    return LoadJob(job_id, IdxFolderChoice("somewhere"), 4, 5)


def test_without_a_job_nothing_happens(worker):
    worker.work()
    assert worker.reports.take() is None


def test_only_the_latest_of_waiting_jobs_is_done(worker, plan, qtbot):
    for job_id in (1, 2, 3):
        worker.jobs.put(ScoreJob(job_id, plan.network, plan.parameters, plan.dataset, "half_squared_error"))
    with qtbot.waitSignal(worker.scored) as scored:
        worker.work()
    assert scored.args[0] == 3
    with qtbot.assertNotEmitted(worker.scored):
        worker.work()


def test_scores_a_network(worker, plan, qtbot):
    network = Network(plan.network)
    network.parameters[...] = plan.parameters
    with qtbot.waitSignal(worker.scored) as scored:
        do(worker, ScoreJob(1, plan.network, plan.parameters, plan.dataset, "mean_squared_error"))
    assert scored.args == [1, score(network, plan.dataset, "mean_squared_error")]


def test_a_look_between_two_parts_of_a_run_leaves_no_trace(worker, plan):
    do(worker, RunJob(RunOrder(1, 10), plan))
    straight = worker.reports.take()
    do(worker, RunJob(RunOrder(2, 4), plan))
    worker.reports.take()
    do(worker, ScoreJob(3, plan.network, np.zeros_like(plan.parameters), plan.dataset, "half_squared_error"))
    do(worker, RunJob(RunOrder(4, 6), None))
    resumed = worker.reports.take()
    assert resumed.run_id == 4
    np.testing.assert_array_equal(resumed.snapshot.parameters, straight.snapshot.parameters)


def test_a_run_that_cannot_begin_is_reported(worker, plan):
    misfit = replace(plan, dataset=replace(plan.dataset, train=replace(plan.dataset.train, y=np.zeros((50, 3), "f4"))))
    do(worker, RunJob(RunOrder(1, 1), misfit))
    report = worker.reports.take()
    assert report.is_final
    assert report.snapshot is None
    assert "3" in str(report.error)


def test_an_unforeseen_error_in_a_run_is_logged_and_reported(worker, plan, monkeypatch, caplog):
    monkeypatch.setattr(worker_module, "TrainingRun", _fail)
    with caplog.at_level(logging.ERROR):
        do(worker, RunJob(RunOrder(1, 1), plan))
    report = worker.reports.take()
    assert report.is_final
    assert isinstance(report.error, UnexpectedError)
    assert "RuntimeError: broken" in str(report.error).replace("(", "")
    assert "broken" in caplog.text


def test_an_unforeseen_error_in_a_look_is_logged_and_reported(worker, plan, monkeypatch, caplog, qtbot):
    monkeypatch.setattr(worker_module, "score", _fail)
    with qtbot.waitSignal(worker.failed) as failed, caplog.at_level(logging.ERROR):
        do(worker, ScoreJob(8, plan.network, plan.parameters, plan.dataset, "half_squared_error"))
    assert failed.args[0] == 8
    assert isinstance(failed.args[1], UnexpectedError)


def _fail(*arguments: object) -> None:
    raise RuntimeError("broken")


def test_loads_with_the_projects_seeds(worker, dataset, monkeypatch, qtbot):
    asked = []

    def load(choice, data_seed, split_seed, report, should_cancel):
        asked.append((choice, data_seed, split_seed))
        return dataset

    monkeypatch.setattr(worker_module, "load", load)
    with qtbot.waitSignal(worker.loaded) as loaded:
        do(worker, load_job())
    assert loaded.args == [1, dataset]
    assert asked == [(IdxFolderChoice("somewhere"), 4, 5)]


def test_progress_is_not_reported_more_often_than_anybody_sees(worker, dataset, monkeypatch, qtbot):
    moments = iter(np.arange(0.010, 2.0, 0.010))
    monkeypatch.setattr(worker_module, "perf_counter", lambda: next(moments))

    def load(choice, data_seed, split_seed, report, should_cancel):
        for i in range(100):
            report(i / 100, "Reading files")
        return dataset

    monkeypatch.setattr(worker_module, "load", load)
    fractions = []
    worker.load_progressed.connect(lambda job_id, fraction, text: fractions.append(fraction))
    do(worker, load_job())
    assert 20 <= len(fractions) <= 40  # a second of reports 10 ms apart
    assert fractions == sorted(fractions)


def test_a_cancelled_load_says_nothing_more(worker, monkeypatch, qtbot):
    def load(choice, data_seed, split_seed, report, should_cancel):
        assert should_cancel()
        raise LoadCancelledError

    monkeypatch.setattr(worker_module, "load", load)
    job = load_job()
    job.stop.set()
    with qtbot.assertNotEmitted(worker.failed), qtbot.assertNotEmitted(worker.loaded):
        do(worker, job)


def test_unreadable_data_are_reported(worker, monkeypatch, qtbot):
    error = DataError("no files")

    def load(*arguments):
        raise error

    monkeypatch.setattr(worker_module, "load", load)
    with qtbot.waitSignal(worker.failed) as failed:
        do(worker, load_job(6))
    assert failed.args == [6, error]


def test_measuring_ends_when_it_is_told_to_and_says_nothing(worker, plan, qtbot):
    job = ScoreJob(1, plan.network, plan.parameters, plan.dataset, "half_squared_error")
    job.stop.set()
    with qtbot.assertNotEmitted(worker.scored):
        do(worker, job)
