"""Two runs in step: each learns exactly what it would learn alone, and neither gets ahead."""

from dataclasses import replace
from math import inf

import numpy as np
import pytest

from nnplay.engine import SGD
from nnplay.project import StopRules
from nnplay.runs import FULL_SPEED, RunOrder, RunPlan, Stride, TrainingRun
from nnplay.runs.tandem import advance_in_step


def alone(plan: RunPlan, n_epochs: float, stride: Stride = Stride.EPOCHS) -> np.ndarray:
    reports = []
    TrainingRun(plan).advance(RunOrder(1, n_epochs, stride), reports.append)
    return reports[-1].snapshot.parameters


@pytest.fixture
def other_plan(plan) -> RunPlan:
    return replace(plan, settings=replace(plan.settings, optimizer=SGD(0.1), batch_size=4))


def test_each_learns_what_it_would_learn_alone(plan, other_plan):
    first, second = [], []
    advance_in_step(
        (TrainingRun(plan), RunOrder(1, 30), first.append),
        (TrainingRun(other_plan), RunOrder(1, 30), second.append),
    )
    assert first[-1].snapshot.parameters.tobytes() == alone(plan, 30).tobytes()
    assert second[-1].snapshot.parameters.tobytes() == alone(other_plan, 30).tobytes()


def test_a_single_step_is_taken_by_both(plan, other_plan):
    first, second = [], []
    advance_in_step(
        (TrainingRun(plan), RunOrder(1, 1, Stride.BATCH), first.append),
        (TrainingRun(other_plan), RunOrder(1, 1, Stride.BATCH), second.append),
    )
    assert first[-1].snapshot.parameters.tobytes() == alone(plan, 1, Stride.BATCH).tobytes()
    assert second[-1].snapshot.parameters.tobytes() == alone(other_plan, 1, Stride.BATCH).tobytes()


def test_neither_gets_ahead_by_more_than_an_epoch(plan, other_plan):
    runs = TrainingRun(plan), TrainingRun(other_plan)
    gaps = []

    def should_stop() -> bool:
        gaps.append(runs[0]._progress.epoch - runs[1]._progress.epoch)
        return False

    advance_in_step(
        (runs[0], RunOrder(1, 20), lambda report: None), (runs[1], RunOrder(1, 20), lambda report: None), should_stop
    )
    assert len(gaps) >= 40
    assert max(map(abs, gaps)) <= 1


def test_the_last_report_comes_when_both_have_ended(plan, other_plan):
    log = []
    rules = StopRules(n_epochs=3)
    order = RunOrder(1, inf).begin_with(plan.settings, FULL_SPEED, rules)
    advance_in_step(
        (TrainingRun(plan), order, lambda report: log.append(("first", report))),
        (TrainingRun(other_plan), RunOrder(1, 9), lambda report: log.append(("second", report))),
    )
    finals = [(name, report) for name, report in log if report.is_final]
    assert [name for name, _ in finals] == ["second", "first"]
    assert log[-1] == finals[-1]
    assert finals[1][1].ending.epoch == 3
    assert finals[0][1].snapshot.epoch == 9
    # No point of the curves comes twice, though the end is told twice.
    epochs = [point.epoch for name, report in log if name == "first" for point in report.points]
    assert epochs == sorted(set(epochs))


def test_one_that_diverges_does_not_stop_the_other(plan):
    wild = replace(plan, settings=replace(plan.settings, optimizer=SGD(1e30), loss="mean_squared_error"))
    first, second = [], []
    advance_in_step(
        (TrainingRun(wild), RunOrder(1, 5), first.append), (TrainingRun(plan), RunOrder(1, 5), second.append)
    )
    assert first[-1].error is not None
    assert second[-1].snapshot.parameters.tobytes() == alone(plan, 5).tobytes()
