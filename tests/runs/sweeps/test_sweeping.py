"""Sweeps done: the same results whoever does them, records that go on, workers that die."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nnplay.disk.writing import write_file
from nnplay.engine import Dense
from nnplay.project import StopRules, edits
from nnplay.project.presets import preset
from nnplay.project.storage import file
from nnplay.project.sweep import Sweep, SweepError, parse_axis, swept_controls
from nnplay.runs.sweeps import (
    CANCELLED,
    CRASHED,
    CellResult,
    InThisProcess,
    Processes,
    SweepFolder,
    estimate,
    plan,
    run_sweep,
    sweeping,
)
from nnplay.runs.sweeps.plan import payload
from nnplay.runs.sweeps.summary import summarize
from nnplay.runs.sweeps.work import work
from tests.data.idx_files import write_folder


def sweep(*texts: str, rules: StopRules | None = None, project=None, **options) -> Sweep:
    project = project or preset("circle")
    controls = swept_controls(project)
    axes = tuple(parse_axis(text, controls) for text in texts)
    return Sweep(project, axes, rules or StopRules(4), **options)


def signature(results: list[CellResult]):
    return [(each.name, each.ending, each.n_epochs, each.project) for each in results]


MIXED = ("learning_rate=0.01,0.1", "units:dense=2,3", "optimizer=SGD,Adam")


def test_what_is_alike_is_trained_together_and_nothing_is_left_out():
    tasks = plan(sweep(*MIXED, n_repeats=3))
    assert sorted(len(task.numbers) for task in tasks) == [6, 6, 6, 6]
    assert sorted(number for task in tasks for number in task.numbers) == list(range(24))
    assert max(len(task.numbers) for task in plan(sweep(n_repeats=150))) == 64
    assert all(len(task.numbers) == 1 for task in plan(sweep("batch_size=5,10", project=preset("mnist-mlp"))))


def test_networks_that_see_the_same_examples_come_first_to_each_other():
    (task,) = plan(sweep("learning_rate=0.01,0.1", n_repeats=2))
    assert task.numbers == (0, 2, 1, 3)


def test_worker_processes_give_the_same_to_the_bit():
    alone = run_sweep(sweep(*MIXED), InThisProcess())
    shared = run_sweep(sweep(*MIXED), Processes(2))
    assert signature(alone) == signature(shared)
    assert {each.ending for each in alone} == {"epochs"}


def test_results_are_projects_that_open_and_can_be_trained_again(tmp_path):
    wanted = sweep("learning_rate=0.01,0.1")
    folder = SweepFolder(tmp_path, wanted)
    results = run_sweep(wanted, InThisProcess(), folder)
    opened = file.load(tmp_path / "cell-0002.nnplay")
    assert opened.training.optimizer.learning_rate == 0.1
    assert len(opened.history.epoch) == 4
    row = json.loads((tmp_path / "cell-0002.json").read_text())
    assert row["cell"] == 2
    assert row["values"] == {"learning_rate": 0.1}
    assert row["validation_loss"] == results[1].scores.test_loss


def test_the_same_sweep_goes_on_where_it_ended(tmp_path):
    wanted = sweep("learning_rate=0.01,0.1", "optimizer=SGD,Adam")
    n_published = 0

    def count(news):
        nonlocal n_published
        n_published += len(news.results)

    first = run_sweep(wanted, InThisProcess(), SweepFolder(tmp_path, wanted), count, lambda: n_published >= 2)
    assert [each.ending for each in first].count(CANCELLED) == 2
    rest = n_published
    second = run_sweep(wanted, InThisProcess(), SweepFolder(tmp_path, wanted), count)
    assert n_published - rest == 2
    assert signature(second) == signature(run_sweep(wanted, InThisProcess()))
    run_sweep(wanted, InThisProcess(), SweepFolder(tmp_path, wanted), count)
    assert n_published - rest == 2


def test_a_damaged_record_is_made_anew(tmp_path):
    wanted = sweep("learning_rate=0.01,0.1")
    before = signature(run_sweep(wanted, InThisProcess(), SweepFolder(tmp_path, wanted)))
    (tmp_path / "cell-0001.json").write_text("{")
    (tmp_path / "cell-0002.json").write_text('{"cell": 2}')
    assert SweepFolder(tmp_path, wanted).load() == {}
    assert signature(run_sweep(wanted, InThisProcess(), SweepFolder(tmp_path, wanted))) == before


def test_the_folder_of_another_sweep_and_one_with_other_files_are_refused(tmp_path):
    SweepFolder(tmp_path / "one", sweep("learning_rate=0.01,0.1"))
    for other in (sweep("learning_rate=0.01"), sweep("learning_rate=0.01,0.1", rules=StopRules(5))):
        with pytest.raises(SweepError, match="results of another sweep"):
            SweepFolder(tmp_path / "one", other)
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(SweepError, match="contains other files"):
        SweepFolder(tmp_path, sweep("l1=0"))
    with pytest.raises(SweepError, match="Cannot write"):
        SweepFolder(tmp_path / "letter.txt" / "in", sweep("l1=0"))


def test_a_full_disk_keeps_what_is_finished(tmp_path, monkeypatch):
    wanted = sweep("optimizer=SGD,Adam,RMSprop")
    folder = SweepFolder(tmp_path, wanted)
    written = []

    def fill(path: Path, content: bytes) -> None:
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        written.append(path)
        write_file(path, content)

    monkeypatch.setattr("nnplay.runs.sweeps.folder.write_file", fill)
    with pytest.raises(SweepError, match="Cannot write"):
        run_sweep(wanted, InThisProcess(), folder)
    assert list(folder.load()) == [0]


def digits(tmp_path: Path, text: str, n_epochs: int) -> Sweep:
    project = edits.replace_layer(preset("mnist-mlp"), "dense", Dense(4, "relu"))
    from nnplay.data import open_data

    project = edits.set_data(project, open_data(write_folder(tmp_path / "digits"), project.data))
    return sweep(text, project=project, rules=StopRules(n_epochs))


def killer(pids: list[int], times: int) -> Callable[[], bool]:
    """A ``should_stop`` that kills the first worker it finds, as often as is said."""

    def look() -> bool:
        workers = [process for process in _children() if process not in pids]
        if workers and len(pids) < times:
            pids.append(workers[0])
            os.kill(workers[0], signal.SIGKILL)
        return False

    return look


def _children() -> list[int]:
    import multiprocessing

    return [child.pid for child in multiprocessing.active_children() if child.pid is not None]


def test_a_worker_that_dies_costs_its_cell_one_more_try():
    wanted = sweep("optimizer=SGD,Adam,RMSprop", rules=StopRules(300))
    killed: list[int] = []
    results = run_sweep(wanted, Processes(2), should_stop=killer(killed, 1))
    assert len(killed) == 1
    assert signature(results) == signature(run_sweep(wanted, InThisProcess()))


def test_a_cell_whose_worker_dies_twice_has_failed():
    wanted = sweep("optimizer=SGD", rules=StopRules(1_000_000))
    results = run_sweep(wanted, Processes(1), should_stop=killer([], 2))
    assert [(each.ending, each.reason) for each in results] == [(CRASHED, "its worker process died twice")]


def test_a_sweep_that_is_stopped_leaves_no_worker():
    wanted = sweep("optimizer=SGD,Adam", rules=StopRules(1_000_000))
    stop = threading.Timer(2.0, lambda: None)
    stop.start()
    results = run_sweep(wanted, Processes(2), should_stop=lambda: not stop.is_alive())
    assert [each.ending for each in results] == [CANCELLED] * 2
    assert _children() == []


def test_a_cell_that_cannot_be_trained_is_a_result_with_its_reason():
    results = run_sweep(sweep("examples=20,100000", n_repeats=2), InThisProcess())
    assert [each.ending for each in results] == ["epochs", "epochs", CRASHED, CRASHED]
    assert "100000 cannot be taken" in results[3].reason
    assert results[0].n_examples == 20


def test_a_cell_that_diverges_is_a_result_with_its_reason():
    linear = ("activation=linear", "activation:dense_3=linear", "learning_rate=0.01,1000")
    results = run_sweep(sweep(*linear), InThisProcess())
    assert [each.ending for each in results] == ["epochs", "diverged"]
    assert "step" in results[1].reason
    assert results[1].project


def test_a_worker_of_another_version_says_so():
    task = plan(sweep("l1=0"))[0]
    (answer,) = work({**payload(sweep("l1=0"), task), "version": "0.0.0"})
    assert answer["ended"] == CRASHED
    assert "0.0.0" in answer["reason"]


def test_payloads_are_bytes_and_plain_values():
    wanted = sweep("examples=20", n_repeats=2)
    (task,) = plan(wanted)
    for cell in payload(wanted, task)["cells"]:
        assert [type(value) for value in cell.values()] == [int, bytes, int]


def test_the_time_is_estimated_from_a_trial():
    wanted = sweep("optimizer=SGD,Adam", rules=StopRules(100))
    seconds = estimate(wanted, plan(wanted))
    assert seconds is not None
    assert 0 < seconds < 60
    assert estimate(sweep("l1=0", rules=StopRules(patience=3)), plan(wanted)) is None


def test_the_table_has_the_median_over_seeds_best_first():
    results = [
        replace(result, scores=replace(result.scores, test_accuracy=accuracy, test_loss=1 - accuracy))
        for result, accuracy in zip(
            run_sweep(sweep("learning_rate=0.01,0.1", n_repeats=3), InThisProcess()),
            [0.5, 0.7, 0.6, 0.9, 0.8, 0.4],
            strict=True,
        )
    ]
    best, worst = summarize(results)
    assert best.values == {"learning_rate": 0.1}
    assert (best.accuracy.median, best.accuracy.least, best.accuracy.most) == (0.8, 0.4, 0.9)
    assert best.best == 3
    assert worst.endings == {"epochs": 3}


def test_an_estimate_ends_when_nobody_wants_it_any_more():
    sweep = Sweep(preset("circle"), (), StopRules(n_epochs=1_000_000))
    asked = []

    def should_stop():
        asked.append(1)
        return len(asked) > 3

    assert estimate(sweep, plan(sweep), should_stop) is None
    assert len(asked) < 100  # and not for the whole trial


def test_a_trial_that_gets_nowhere_tells_nothing(monkeypatch):
    def work(_payload, report, should_stop):
        should_stop()
        report(0.0)

    monkeypatch.setattr(sweeping, "work", work)
    wanted = Sweep(preset("circle"), (), StopRules(n_epochs=10))
    assert estimate(wanted, plan(wanted)) is None
