"""Was it luck: a run repeated with its own seeds is the run, and others differ."""

from dataclasses import replace
from threading import Event

import numpy as np

from nnplay.data import load as load_data
from nnplay.engine import SGD
from nnplay.project import StopRules, edits
from nnplay.project.presets import preset
from nnplay.runs import train
from nnplay.runs.luck import Luck, luck_of


def trained(project, n_epochs):
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    return train(project, data, StopRules(n_epochs=n_epochs)).project


def ignore(share, text):
    pass


def test_its_own_seeds_give_the_run_itself_and_others_differ():
    project = trained(preset("circle"), 6)
    luck = luck_of(project, project.run, 5, ignore, Event().is_set)
    assert luck.epochs.tolist() == [1, 2, 3, 4, 5, 6]
    # A stack gives float32 results that differ from a single run's in the last digits.
    assert np.allclose(luck.losses[0], project.history.test_loss, rtol=1e-3)
    assert len({round(float(loss), 6) for loss in luck.last}) == 6
    assert luck.n_failed == 0


def test_an_earlier_run_is_repeated_with_its_own_settings():
    first = trained(preset("circle"), 4)
    second = edits.set_training(edits.reset(first), replace(first.training, optimizer=SGD(0.3)))
    second = trained(second, 2)
    luck = luck_of(second, second.runs[0], 5, ignore, Event().is_set)
    assert np.allclose(luck.losses[0], first.history.test_loss, rtol=1e-3)


def test_a_run_that_grows_beyond_all_bounds_is_counted_and_is_no_number():
    start = preset("plane")
    wild = edits.set_training(start, replace(start.training, optimizer=SGD(1e6)))
    for node in wild.network.nodes[1:]:
        wild = edits.change_layer(wild, node.name, {"activation": "linear"})
    data = load_data(wild.data, wild.seeds.data, wild.seeds.split)
    project = train(wild, data, StopRules(n_epochs=3)).project
    run = project.run or trained(start, 3).run
    luck = luck_of(
        project,
        replace(run, setup=replace(run.setup, network=wild.network, training=wild.training)),
        5,
        ignore,
        Event().is_set,
    )
    assert luck.n_failed == 6
    assert np.isinf(luck.quartiles[:, -1]).all()


def test_cancelled_it_says_nothing():
    project = trained(preset("circle"), 3)
    stop = Event()
    stop.set()
    assert luck_of(project, project.run, 5, ignore, stop.is_set) is None


def test_the_middle_half_and_who_was_worse():
    losses = np.array([[0.2], [0.1], [0.3], [0.4], [np.nan]])
    luck = Luck(np.array([1.0]), losses, 1)
    assert luck.n_worse == 3
    assert luck.quartiles[:, 0].tolist() == [0.2, 0.3, 0.4]
