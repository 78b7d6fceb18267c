"""Training without a window: the curves, what stops it, and that training in two parts is training at once."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import load as load_data
from nnplay.engine import LBFGS, SGD, Adam, Dropout, TrainingSettings
from nnplay.engine.schedules import CosineDecay, ReduceOnPlateau, WarmUp
from nnplay.project import StopRules, edits
from nnplay.project.presets import preset
from nnplay.project.stop_watch import Reason
from nnplay.project.storage.file import load, save
from nnplay.runs import Trained, train

TRAININGS = {
    "momentum": lambda old: replace(old, optimizer=SGD(0.03, momentum=0.9)),
    "adam": lambda old: replace(old, optimizer=Adam(0.01)),
    "lbfgs": lambda old: replace(old, optimizer=LBFGS()),
    "plateau": lambda old: replace(old, optimizer=Adam(0.05), schedule=ReduceOnPlateau(patience=1)),
    "warm-up": lambda old: replace(old, optimizer=Adam(0.01), schedule=WarmUp(2.5, 0.1, CosineDecay(8, 0.1))),
}


def project_for(change=TRAININGS["adam"]):
    """The circle with dropout."""
    project = edits.insert_layer(preset("circle"), Dropout(0.2), after="dense")
    settings: TrainingSettings = change(project.training)
    return edits.set_training(project, settings)


def data_of(project):
    return load_data(project.data, project.seeds.data, project.seeds.split)


class StopAfter:
    """Says stop when it has been asked a number of times: each turn of a run asks once, and the first is one step."""

    def __init__(self, n_turns):
        self.n_left = n_turns

    def __call__(self):
        self.n_left -= 1
        return self.n_left < 0


def trained(project, rules, should_stop=None) -> Trained:
    return train(project, data_of(project), rules, None, *([] if should_stop is None else [should_stop]))


def from_file(project, folder):
    save(project, folder / "half.nnplay")
    return load(folder / "half.nnplay")


@pytest.mark.parametrize("change", TRAININGS.values(), ids=TRAININGS)
def test_five_epochs_and_five_more_are_ten(change, tmp_path):
    start = project_for(change)
    half = trained(start, StopRules(5)).project
    parts = trained(from_file(half, tmp_path), StopRules(5)).project
    whole = trained(start, StopRules(10)).project
    assert parts.parameters.tobytes() == whole.parameters.tobytes()
    assert parts.history.epoch.tolist() == whole.history.epoch.tolist() == list(range(1, 11))
    assert parts.history.test_loss.tobytes() == whole.history.test_loss.tobytes()
    assert parts.history.step == whole.history.step


@pytest.mark.parametrize("n_turns", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("change", TRAININGS.values(), ids=TRAININGS)
def test_a_run_that_is_stopped_anywhere_goes_on_to_the_bit(change, n_turns, tmp_path):
    start = project_for(change)
    half = trained(start, StopRules(12), StopAfter(n_turns))
    assert half.ending is None
    assert half.has_learned
    n_left = 12 - half.n_epochs
    parts = trained(from_file(half.project, tmp_path), StopRules(n_left))
    whole = trained(start, StopRules(12))
    assert parts.n_epochs == n_left
    assert parts.project.parameters.tobytes() == whole.project.parameters.tobytes()
    assert parts.project.history.step == whole.project.history.step


def test_a_stop_within_an_epoch_leaves_its_point_and_its_place():
    half = trained(project_for(), StopRules(3), StopAfter(1))
    assert half.n_epochs == 0
    [place] = half.project.history.epoch
    assert place == pytest.approx(half.end.step_in_epoch / half.end.steps_per_epoch)
    assert 0 < half.end.step_in_epoch < half.end.steps_per_epoch
    assert half.project.history.test_loss[0] == half.end.test_loss


def test_a_stop_before_the_first_step_leaves_the_very_project():
    project = project_for()
    result = trained(project, StopRules(3), lambda: True)
    assert result.project is project
    assert not result.has_learned
    assert result.ending is None


def test_the_reports_have_each_epoch_once_and_the_last_is_final():
    project, reports = project_for(), []
    result = train(project, data_of(project), StopRules(300), reports.append)
    epochs = [point.epoch for report in reports for point in report.points]
    assert epochs == list(range(1, 301)) == result.project.history.epoch.tolist()
    assert [report.is_final for report in reports] == [False] * (len(reports) - 1) + [True]
    assert reports[-1].ending is result.ending
    assert result.ending.reason is Reason.EPOCHS
    assert (result.n_epochs, result.learning_s > 0) == (300, True)


def test_a_run_that_diverges_leaves_its_last_good_weights_and_a_fresh_optimizer():
    project = preset("plane")
    project = edits.set_training(project, replace(project.training, optimizer=SGD(1e9)))
    result = trained(project, StopRules(50))
    assert result.error is not None
    assert result.ending is None
    assert np.isfinite(result.project.parameters).all()
    assert result.project.trainer is None
    assert result.project.history.step == result.end.step


def test_a_project_that_was_trained_without_a_trainers_state_begins_a_fresh_one():
    half = trained(project_for(), StopRules(5)).project
    fresh = trained(replace(half, trainer=None), StopRules(5)).project
    resumed = trained(half, StopRules(5)).project
    assert fresh.history.epoch.tolist() == resumed.history.epoch.tolist() == list(range(1, 11))
    assert fresh.parameters.tobytes() != resumed.parameters.tobytes()


def jumpy_project():
    """So high a rate that the test loss soon jumps about, and early stopping has something to wait for."""
    return project_for(lambda old: replace(old, optimizer=Adam(0.3)))


RULES = StopRules(patience=6)


def test_early_stopping_gives_the_same_network_however_often_the_run_was_stopped(tmp_path):
    start = jumpy_project()
    whole = trained(start, RULES)
    assert whole.ending.reason is Reason.EARLY
    project, n_runs = start, 0
    while True:
        part = trained(project, RULES, StopAfter(3))
        n_runs += 1
        project = from_file(part.project, tmp_path)
        if part.ending is not None:
            break
    assert n_runs > 3
    assert part.ending.reason is Reason.EARLY
    assert (part.ending.epoch, part.ending.loss) == (whole.ending.epoch, whole.ending.loss)
    assert part.end.step == whole.end.step
    assert part.project.parameters.tobytes() == whole.project.parameters.tobytes()
    # What it has waited for is over with its end: the next run waits anew, from either.
    assert part.project.trainer.early is None
    after, again = (trained(each, StopRules(3)).project for each in (part.project, whole.project))
    assert after.parameters.tobytes() == again.parameters.tobytes()


def test_another_patience_begins_to_wait_anew(tmp_path):
    half = trained(jumpy_project(), RULES, StopAfter(4))
    assert half.project.trainer.early.patience == 6
    other = trained(from_file(half.project, tmp_path), StopRules(patience=5))
    assert other.ending.reason is Reason.EARLY
    assert other.end.epoch >= half.end.epoch + 6  # the best epoch is a new one, and five more are waited for
