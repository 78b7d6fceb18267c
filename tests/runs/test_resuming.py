"""Training that goes on behind a saved and opened file goes on to the bit."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import load as load_data
from nnplay.engine import LBFGS, SGD, Adadelta, Adagrad, Adam, AdamW, Dropout, Nadam, RMSprop, Rprop
from nnplay.engine.schedules import ReduceOnPlateau
from nnplay.project import edits, run_edits
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save
from nnplay.runs import Snapshot, Stride
from nnplay.runs.order import RunOrder
from nnplay.runs.plan import RunPlan
from nnplay.runs.run import TrainingRun

OPTIMIZERS = [
    *(SGD(0.03), SGD(0.03, momentum=0.9), Adam(0.01), AdamW(0.01), Nadam(0.01), RMSprop(0.01), Rprop(0.01)),
    *(Adagrad(0.05), Adadelta(1.0), LBFGS()),
]


def project_with(optimizer):
    project = edits.insert_layer(preset("circle"), Dropout(0.2), after="dense")
    settings = replace(project.training, optimizer=optimizer, schedule=ReduceOnPlateau(patience=1))
    return edits.set_training(project, settings)


def take(run, n_epochs, stride=Stride.EPOCHS):
    reports = []
    run.advance(RunOrder(1, n_epochs, stride), reports.append)
    return reports[-1].snapshot


def history_at(project, snapshot):
    """Curves as a run leaves them: their last point where the run is."""
    place = np.array([snapshot.position])
    curves = dict.fromkeys(("epoch", "train_loss", "test_loss", "train_accuracy", "test_accuracy"), place)
    return replace(project.history, **curves, step=snapshot.step)


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=lambda optimizer: type(optimizer).__name__)
@pytest.mark.parametrize("is_within_epoch", [False, True])
def test_a_run_from_a_file_is_the_run_without_a_break(optimizer, is_within_epoch, tmp_path):
    project = project_with(optimizer)
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    run = TrainingRun(RunPlan.of(project, data, Snapshot.of_project(1, project)))
    half = take(run, 4)
    if is_within_epoch:
        half = take(run, 1, Stride.BATCH)
    save(
        run_edits.set_trained(project, half.parameters, history_at(project, half), half.trainer),
        tmp_path / "half.nnplay",
    )
    whole = take(run, 4)

    opened = load(tmp_path / "half.nnplay")
    resumed = TrainingRun(RunPlan.of(opened, data, Snapshot.of_project(1, opened)))
    end = take(resumed, 4)
    assert end.parameters.tobytes() == whole.parameters.tobytes()
    assert (end.step, end.epoch) == (whole.step, whole.epoch)
    fresh = TrainingRun(RunPlan.of(opened, data, Snapshot.of_project(1, opened), is_fresh=True))
    assert take(fresh, 4).parameters.tobytes() != whole.parameters.tobytes()


def test_counting_goes_on_over_several_runs(tmp_path):
    project = project_with(Adam(0.01))
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    first = take(TrainingRun(RunPlan.of(project, data, Snapshot.of_project(1, project))), 3)
    project = run_edits.set_trained(project, first.parameters, history_at(project, first))
    second_run = TrainingRun(RunPlan.of(project, data, Snapshot.of_project(1, project)))
    second = take(second_run, 2)
    assert (second.epoch, second.trainer.epoch) == (5, 2)
    project = run_edits.set_trained(project, second.parameters, history_at(project, second), second.trainer)
    third = take(TrainingRun(RunPlan.of(project, data, Snapshot.of_project(1, project))), 1)
    assert (third.epoch, third.trainer.epoch) == (6, 3)
    assert third.step == first.step + third.trainer.step


def test_a_state_that_does_not_fit_begins_afresh():
    project = project_with(Adam(0.01))
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    half = take(TrainingRun(RunPlan.of(project, data, Snapshot.of_project(1, project))), 2)
    project = run_edits.set_trained(project, half.parameters, history_at(project, half), half.trainer)
    foreign = replace(half.trainer, order=np.arange(3))
    plans = [
        RunPlan.of(replace(project, trainer=state), data, Snapshot.of_project(1, project)) for state in (None, foreign)
    ]
    one, other = (take(TrainingRun(plan), 2) for plan in plans)
    assert one.parameters.tobytes() == other.parameters.tobytes()
    assert (one.step, one.epoch) == (other.step, other.epoch)
