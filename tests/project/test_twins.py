"""A twin differs in one thing: made by the ordinary edit, with the same seeds, batches and, if wanted, weights."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import load
from nnplay.engine import SGD, Adam, TrainingSettings
from nnplay.engine.errors import SettingError
from nnplay.engine.settings import Regularization
from nnplay.project import EditError, StopRules, edits
from nnplay.project.locks import set_locks
from nnplay.project.presets import preset
from nnplay.project.twins import Difference, followed, twin_number, twin_of
from nnplay.runs import train


def trained(project, n_epochs):
    dataset = load(project.data, project.seeds.data, project.seeds.split)
    return train(project, dataset, StopRules(n_epochs=n_epochs)).project


def test_a_twin_from_the_start_is_the_project_with_that_setting():
    project = trained(preset("circle"), 3)
    twin = twin_of(project, Difference("units", 5), is_from_start=True)
    expected = preset("circle")
    for name in ("dense", "dense_2"):
        expected = edits.change_layer(expected, name, {"units": 5})
    expected = edits.reset(expected)
    assert twin.network == expected.network
    assert np.array_equal(twin.parameters, expected.parameters)
    assert twin.run is None
    assert twin.seeds == project.seeds


def test_a_twin_from_here_has_the_weights_and_the_curves():
    project = trained(preset("circle"), 3)
    twin = twin_of(project, Difference("learning_rate", 0.3), is_from_start=False)
    assert twin.parameters is project.parameters
    assert twin.run is project.run
    assert twin.trainer is project.trainer
    assert twin.training.optimizer == SGD(0.3)
    assert twin.runs == ()


def test_what_is_locked_or_impossible_is_refused():
    project = preset("circle")
    with pytest.raises(EditError, match="no setting “rubbish”"):
        twin_of(project, Difference("rubbish", 1), is_from_start=True)
    with pytest.raises(SettingError, match="above 0"):
        twin_of(project, Difference("learning_rate", -1.0), is_from_start=True)
    with pytest.raises(EditError, match="locked"):
        twin_of(set_locks(project, ("settings",)), Difference("learning_rate", 1.0), is_from_start=True)


def test_the_twin_is_numbered_after_the_run_beside_it():
    project = preset("circle")
    assert twin_number(project) == 2
    assert twin_number(trained(project, 1)) == 2
    assert twin_number(edits.reset(trained(project, 1))) == 3


SETTINGS = TrainingSettings("half_squared_error", SGD(0.03), batch_size=10)


@pytest.mark.parametrize(
    ("own", "after", "expected"),
    [
        (SETTINGS, replace(SETTINGS, batch_size=5), replace(SETTINGS, batch_size=5)),
        (replace(SETTINGS, batch_size=2), replace(SETTINGS, batch_size=5), replace(SETTINGS, batch_size=2)),
        (
            replace(SETTINGS, optimizer=SGD(0.3)),
            replace(SETTINGS, optimizer=SGD(0.03, momentum=0.9)),
            replace(SETTINGS, optimizer=SGD(0.3, momentum=0.9)),
        ),
        (
            replace(SETTINGS, optimizer=Adam(0.03)),
            replace(SETTINGS, optimizer=SGD(0.1)),
            replace(SETTINGS, optimizer=Adam(0.1)),
        ),
        (
            replace(SETTINGS, optimizer=Adam(0.03)),
            replace(SETTINGS, optimizer=Adam(0.03)),
            replace(SETTINGS, optimizer=Adam(0.03)),
        ),
        (
            replace(SETTINGS, regularization=Regularization(l2=0.1)),
            replace(SETTINGS, regularization=Regularization(l1=0.2)),
            replace(SETTINGS, regularization=Regularization(l1=0.2, l2=0.1)),
        ),
    ],
    ids=["both follow", "its own stays", "beside its own", "of another optimizer", "the same", "a part of a setting"],
)
def test_the_twin_follows_what_it_does_not_differ_in(own, after, expected):
    assert followed(own, SETTINGS, after) == expected
