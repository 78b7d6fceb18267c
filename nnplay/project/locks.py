"""Locks: what of a project a teacher or a lesson has closed to changes; one rule for every way to change it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from nnplay.data import FEATURES, DataChoice, DrawnChoice, PlaneChoice, ToyChoice
from nnplay.engine import Layer, NetworkSpec, Skipped, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.classroom import Classroom
from nnplay.project.controls import closers
from nnplay.project.editing import edit
from nnplay.project.errors import EditError
from nnplay.project.kept_weights import is_at_start
from nnplay.project.project import Project

if TYPE_CHECKING:  # the standard library has it for type checkers alone
    from _typeshed import DataclassInstance

_SENTENCES = {
    "structure": QT_TRANSLATE_NOOP(
        "errors", "Layers and links are locked by a lesson or a teacher. Unlock them in File > For a class…"
    ),
    "weights": QT_TRANSLATE_NOOP(
        "errors", "Weights and biases are locked by a lesson or a teacher. Unlock them in File > For a class…"
    ),
    "data": QT_TRANSLATE_NOOP(
        "errors", "The choice of data is locked by a lesson or a teacher. Unlock it in File > For a class…"
    ),
    "settings": QT_TRANSLATE_NOOP(
        "errors", "The training settings are locked by a lesson or a teacher. Unlock them in File > For a class…"
    ),
    "training": QT_TRANSLATE_NOOP(
        "errors", "Training is locked by a lesson or a teacher. Unlock it in File > For a class…"
    ),
}
_ONE = QT_TRANSLATE_NOOP("errors", "This is locked by a lesson or a teacher. Unlock it in File > For a class…")

_SENTENCES_OF_TEACHER = {
    "structure": QT_TRANSLATE_NOOP(
        "errors", "Layers and links are locked by {teacher}. Unlock them in File > For a class…"
    ),
    "weights": QT_TRANSLATE_NOOP(
        "errors", "Weights and biases are locked by {teacher}. Unlock them in File > For a class…"
    ),
    "data": QT_TRANSLATE_NOOP("errors", "The choice of data is locked by {teacher}. Unlock it in File > For a class…"),
    "settings": QT_TRANSLATE_NOOP(
        "errors", "The training settings are locked by {teacher}. Unlock them in File > For a class…"
    ),
    "training": QT_TRANSLATE_NOOP("errors", "Training is locked by {teacher}. Unlock it in File > For a class…"),
}
_ONE_OF_TEACHER = QT_TRANSLATE_NOOP("errors", "This is locked by {teacher}. Unlock it in File > For a class…")

_OF_SETTINGS = {
    "loss": "loss_function",
    "batch_size": "batch_size",
    "schedule": "schedule",
    "regularization": "regularization",
    "clip_value": "regularization",
    "clip_norm": "regularization",
    "frozen": "freezing",
}
"""Which control a field of the settings belongs to."""

_OF_DATA = {ToyChoice: "data_sets", DrawnChoice: "map_tools"}
_OF_POINTS = {"noise": "noise", "train_share": "train_share"}
_OF_LAYERS = {"units": "units", "filters": "units", "activation": "activations"}


def touched(before: Project, after: Project) -> frozenset[str]:
    """Return which controls or ``LOCKS`` a change is about: what it is made for, not what follows from that."""
    if after.data is not before.data:
        return _touched_data(before.data, after.data)
    if (after.seeds.data, after.seeds.split) != (before.seeds.data, before.seeds.split):
        return frozenset({"new_points"})
    if after.network is not before.network:
        return _touched_layers(before.network, after.network)
    found = set()
    if after.seeds.weights != before.seeds.weights:
        found.add("new_start")
    elif after.history is not before.history:
        found.add("reset" if after.history.is_empty else "training")
    elif after.parameters is not before.parameters:
        found.add("reset" if is_at_start(after) else "weight_values")
    elif after.muted != before.muted:
        found.add("muting")
    if after.training is not before.training:
        found |= _touched_settings(before.training, after.training)
    if after.stop != before.stop:
        found.add("stop_rules")
    return frozenset(found)


def is_closed(project: Project, control: str) -> bool:
    """Whether a control, or a part of it, is closed to changes by one lock or another."""
    return bool(project.locked) and not set(closers(control)).isdisjoint(project.locked)


def layer_control(setting: str) -> str:
    """Return the control to which a setting of a layer belongs."""
    return _OF_LAYERS.get(setting, "layer_settings")


def check(before: Project, after: Project) -> None:
    """Refuse a change of what is locked.

    Raises
    ------
    EditError
        With the sentence of the lock.
    """
    if not before.locked:
        return
    for name in sorted(touched(before, after)):
        closed_by = [lock for lock in closers(name) if lock in before.locked]
        if closed_by:
            raise _refusal(closed_by[-1], before.classroom.teacher)


def _refusal(lock: str, teacher: str) -> EditError:
    """What is locked, by whom, and who may free it."""
    if teacher:
        return EditError(_SENTENCES_OF_TEACHER.get(lock, _ONE_OF_TEACHER), teacher=teacher)
    return EditError(_SENTENCES.get(lock, _ONE))


@edit
def set_locks(project: Project, locked: tuple[str, ...]) -> Project:
    """Lock exactly these; locks themselves are never locked, since whoever made them may change their mind."""
    return project if locked == project.locked else replace(project, locked=locked)


@edit
def set_classroom(project: Project, classroom: Classroom, locked: tuple[str, ...]) -> Project:
    """Show this to the class, and lock exactly these."""
    if (classroom, locked) == (project.classroom, project.locked):
        return project
    return replace(project, classroom=classroom, locked=locked)


def _touched_data(before: DataChoice, after: DataChoice) -> frozenset[str]:
    kind = next((name for sort, name in _OF_DATA.items() if isinstance(after, sort)), "other_data")
    if type(before) is not type(after):
        return frozenset({kind})
    found = {_OF_POINTS.get(name, kind) for name in _changed_fields(before, after) - {"features"}}
    if isinstance(before, PlaneChoice) and isinstance(after, PlaneChoice):
        for name in set(before.features) ^ set(after.features):
            found.add(f"features.{name}" if name in FEATURES else "own_features")
    return frozenset(found) or frozenset({"features"})  # the same ones in another order


def _touched_layers(before: NetworkSpec, after: NetworkSpec) -> frozenset[str]:
    if len(before.nodes) != len(after.nodes):
        return frozenset({"palette"})
    found: set[str] = set()
    for one, other in zip(before.nodes, after.nodes, strict=True):
        if one.inputs != other.inputs:
            found.add("links")
        if one.layer != other.layer:
            found |= _touched_layer(one.layer, other.layer)
        elif one.name != other.name:
            found.add("layer_settings")
    return frozenset(found) or frozenset({"links"})


def _touched_layer(before: Layer, after: Layer) -> set[str]:
    if isinstance(before, Skipped) or isinstance(after, Skipped):
        return {"layer_settings"}
    if type(before) is not type(after):
        return {"palette"}
    return {layer_control(name) for name in _changed_fields(before, after)}


def _touched_settings(before: TrainingSettings, after: TrainingSettings) -> set[str]:
    found = {_OF_SETTINGS[name] for name in _changed_fields(before, after) - {"optimizer"}}
    if after.optimizer != before.optimizer:
        same_rate = replace(before.optimizer, learning_rate=after.optimizer.learning_rate)
        found.add("learning_rate" if same_rate == after.optimizer else "optimizer")
        if after.optimizer.learning_rate != before.optimizer.learning_rate:
            found.add("learning_rate")
    return found


def _changed_fields(before: DataclassInstance, after: DataclassInstance) -> set[str]:
    names = (each.name for each in fields(before))
    return {name for name in names if getattr(before, name) != getattr(after, name)}
