"""What an optimizer has gathered: kept in the file, dropped by edits it does not survive, and garbage is refused."""

import json
from dataclasses import replace
from math import inf, nan

import numpy as np
import pytest

from nnplay.data import load as load_data
from nnplay.engine import SGD, Adam, EarlyStopping, Network, Trainer
from nnplay.project import ProjectFileError, edits, run_edits
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save, sealed, to_bytes
from nnplay.project.storage.tensor_file import unpack


def trained(n_steps: int = 7):
    """The circle, trained for some steps, with all that its trainer has gathered."""
    project = edits.set_training(preset("circle"), replace(preset("circle").training, optimizer=Adam(0.01)))
    network = Network(project.network)
    network.load(project.parameters)
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    trainer = Trainer(network, data.train, project.training, project.seeds.generator("shuffle"))
    trainer.advance(n_steps)
    history = replace(project.history, step=n_steps)
    return run_edits.set_trained(project, network.unmuted_parameters(), history, trainer.export())


def test_there_and_back_to_the_bit(tmp_path):
    project = trained()
    save(project, tmp_path / "a.nnplay")
    loaded = load(tmp_path / "a.nnplay")
    assert loaded.trainer.values == project.trainer.values
    assert loaded.trainer.arrays.keys() == project.trainer.arrays.keys()
    for name, array in project.trainer.arrays.items():
        assert loaded.trainer.arrays[name].tobytes() == array.tobytes()
    assert to_bytes(loaded) == (tmp_path / "a.nnplay").read_bytes()
    assert all(array.base is None or array.base.base is None for array in loaded.trainer.arrays.values())


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: edits.remove_layer(p, "dense_2"),
        lambda p: edits.rename_layer(p, "dense", "first"),
        lambda p: edits.set_parameter(p, "dense", "kernel", (0, 0), 1.5),
        lambda p: edits.set_data(p, replace(p.data, noise=0.3)),
        lambda p: edits.set_training(p, replace(p.training, optimizer=SGD(0.1))),
        edits.reset,
        edits.new_start,
        edits.regenerate,
    ],
)
def test_edits_that_make_it_another_training_drop_it(edit):
    assert edit(trained()).trainer is None


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: edits.set_title(p, "other"),
        lambda p: edits.move_layers(p, {"dense": (0.0, 0.0)}),
        lambda p: edits.set_training(p, replace(p.training, optimizer=Adam(0.1))),
        lambda p: edits.set_training(p, replace(p.training, batch_size=3)),
    ],
)
def test_other_edits_keep_it(edit):
    project = trained()
    assert edit(project).trainer is project.trainer


def _order_twice(values, tensors):
    tensors["trainer.order"] = np.zeros_like(tensors["trainer.order"])


def _not_finite(values, tensors):
    name = "trainer.optimizer.squares"
    tensors[name] = np.full_like(tensors[name], np.inf)


def _other_shape(values, tensors):
    tensors["trainer.optimizer.squares"] = np.zeros(3, np.float32)


CRIMES = {
    "no order": lambda values, tensors: tensors.pop("trainer.order"),
    "rows twice": _order_twice,
    "infinite": _not_finite,
    "another shape": _other_shape,
    "an array more": lambda values, tensors: tensors.update({"trainer.other": np.zeros(2)}),
    "no step": lambda values, tensors: values.pop("step"),
    "a negative step": lambda values, tensors: values.update(step=-1),
    "a value more": lambda values, tensors: values.update(more=1),
    "another generator": lambda values, tensors: values["random_state"].update(bit_generator="MT19937"),
    "no random state": lambda values, tensors: values.update(random_state={}),
    "random state a list": lambda values, tensors: values.update(random_state=[1]),
    "a huge random state": lambda values, tensors: values["random_state"]["state"].update(state=2**200),
    "a watch that is text": lambda values, tensors: values["watch"].update(best="1.5"),
}


def waiting():
    """The same, with an early stopping that waits since epoch 0."""
    project = trained()
    early = EarlyStopping(patience=3, min_delta=0.5)
    early.observe(0, nan, preset("circle").parameters)
    trainer = replace(project.trainer, early=early.export())
    return run_edits.set_trained(project, project.parameters.copy(), project.history, trainer)


def test_what_early_stopping_remembers_is_kept(tmp_path):
    save(waiting(), tmp_path / "a.nnplay")
    early = load(tmp_path / "a.nnplay").trainer.early
    assert (early.patience, early.min_delta, early.best_loss, early.best_epoch, early.n_waiting) == (3, 0.5, inf, 0, 0)
    assert early.parameters.tobytes() == preset("circle").parameters.tobytes()


EARLY_CRIMES = {
    "no weights": lambda early, tensors: tensors.pop("trainer.early"),
    "too few weights": lambda early, tensors: tensors.update({"trainer.early": tensors["trainer.early"][:-1]}),
    "weights of another type": lambda early, tensors: tensors.update(
        {"trainer.early": tensors["trainer.early"].astype(np.float64)}
    ),
    "weights that are not numbers": lambda early, tensors: tensors.update(
        {"trainer.early": np.full_like(tensors["trainer.early"], np.nan)}
    ),
    "a patience that is text": lambda early, tensors: early.update(patience="3"),
    "a negative count": lambda early, tensors: early.update(n_waiting=-1),
    "a loss that is text": lambda early, tensors: early.update(best_loss="0.1"),
    "a key too many": lambda early, tensors: early.update(more=1),
}


@pytest.mark.parametrize("crime", EARLY_CRIMES.values(), ids=EARLY_CRIMES)
def test_garbage_of_early_stopping_is_refused(tmp_path, crime):
    tensors, metadata = unpack(to_bytes(waiting()))
    description = json.loads(metadata["nnplay"])
    crime(description["trainer"]["early"], tensors)
    (tmp_path / "a.nnplay").write_bytes(sealed(json.dumps(description), tensors))
    with pytest.raises(ProjectFileError, match="gathered makes no sense"):
        load(tmp_path / "a.nnplay")


@pytest.mark.parametrize("crime", CRIMES.values(), ids=CRIMES)
def test_garbage_is_refused(tmp_path, crime):
    tensors, metadata = unpack(to_bytes(trained()))
    description = json.loads(metadata["nnplay"])
    crime(description["trainer"], tensors)
    (tmp_path / "a.nnplay").write_bytes(sealed(json.dumps(description), tensors))
    with pytest.raises(ProjectFileError, match="gathered makes no sense"):
        load(tmp_path / "a.nnplay")


def test_values_that_are_no_table_are_refused(tmp_path):
    tensors, metadata = unpack(to_bytes(trained()))
    for values in ([], 3, "text", True):
        description = json.loads(metadata["nnplay"]) | {"trainer": values}
        (tmp_path / "a.nnplay").write_bytes(sealed(json.dumps(description), tensors))
        with pytest.raises(ProjectFileError):
            load(tmp_path / "a.nnplay")


def test_arrays_without_their_values_belong_nowhere(tmp_path):
    tensors, metadata = unpack(to_bytes(trained()))
    description = json.loads(metadata["nnplay"]) | {"trainer": None}
    (tmp_path / "a.nnplay").write_bytes(sealed(json.dumps(description), tensors))
    with pytest.raises(ProjectFileError, match="belong nowhere"):
        load(tmp_path / "a.nnplay")
