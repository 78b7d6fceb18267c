"""Whatever is edited: undo leads to the very start, redo to the very end, and the changes told are complete."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Slot

from nnplay.data import FEATURES, TOY_SETS
from nnplay.document import Change, Document, EditName
from nnplay.engine import Activation, Adam, Dense, Dropout, NnplayError
from nnplay.project import Project, edits, run_edits
from nnplay.project.presets import preset

PARTS = [field.name for field in fields(Project)]
START = preset("circle")


class Mirror(QObject):
    """A view: it knows the project only by the changes it was told, and takes over what they name."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.project = document.project
        self.parts = {name: getattr(document.project, name) for name in PARTS}
        document.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        assert change.before is self.project
        self.project = change.after
        for name in PARTS:
            if getattr(change, name):
                self.parts[name] = getattr(change.after, name)

    def shows(self, project: Project) -> bool:
        return self.project is project and all(part is getattr(project, name) for name, part in self.parts.items())


Edit = Callable[[Project], Project]


def some_layer(project: Project, i: int) -> str:
    return project.network.nodes[i % len(project.network.nodes)].name


def inserted(layer, i: int, project: Project) -> Project:
    return edits.insert_layer(project, layer, after=some_layer(project, i))


def removed(i: int, project: Project) -> Project:
    return edits.remove_layer(project, some_layer(project, i))


def renamed(i: int, name: str, project: Project) -> Project:
    return edits.rename_layer(project, some_layer(project, i), name)


def moved(i: int, x: float, project: Project) -> Project:
    return edits.move_layers(project, {some_layer(project, i): (x, -x)})


def resized(i: int, units: int, project: Project) -> Project:
    name = some_layer(project, i)
    return edits.replace_layer(project, name, Dense(units, "relu"))


def weighted(i: int, value: float, project: Project) -> Project:
    return edits.set_parameter(project, some_layer(project, i), "bias", (0,), value)


def trained(value: float, project: Project) -> Project:
    vector = np.full_like(project.parameters, value)
    return run_edits.set_trained(project, vector, replace(project.history, step=project.history.step + 1))


def with_kind(kind: str, project: Project) -> Project:
    return edits.set_data(project, replace(project.data, kind=kind))


def with_features(features: list[str], project: Project) -> Project:
    return edits.set_data(project, replace(project.data, features=tuple(features)))


def with_noise(noise: float, project: Project) -> Project:
    return edits.set_data(project, replace(project.data, noise=noise))


def with_rate(rate: float, project: Project) -> Project:
    return edits.set_training(project, replace(project.training, optimizer=Adam(rate)))


numbers = st.integers(0, 5)
small = st.floats(-5, 5, width=32)
an_edit = st.one_of(
    st.builds(partial, st.just(inserted), st.sampled_from([Dense(3), Activation("relu"), Dropout(0.2)]), numbers),
    st.builds(partial, st.just(removed), numbers),
    st.builds(partial, st.just(renamed), numbers, st.sampled_from(["a", "b", "dense", ""])),
    st.builds(partial, st.just(moved), numbers, small),
    st.builds(partial, st.just(resized), numbers, st.sampled_from([0, 1, 2, 5, 10**7])),
    st.builds(partial, st.just(weighted), numbers, small | st.just(float("nan"))),
    st.builds(partial, st.just(trained), small),
    st.builds(partial, st.just(with_kind), st.sampled_from(sorted(TOY_SETS))),
    st.builds(partial, st.just(with_features), st.lists(st.sampled_from(sorted(FEATURES)), min_size=1, unique=True)),
    st.builds(partial, st.just(with_noise), st.floats(0, 0.5)),
    st.builds(partial, st.just(with_rate), st.floats(1e-4, 1.0)),
    st.sampled_from([edits.reset, edits.new_start, edits.regenerate, partial(edits.set_title, title="other")]),
)
an_action = st.tuples(an_edit, st.sampled_from([None, None, "slider 1", "slider 2"])) | st.sampled_from(
    ["undo", "redo", "save"]
)


@given(st.lists(an_action, max_size=25))
def test_undo_leads_to_the_start_redo_to_the_end_and_views_miss_nothing(qapp, actions):
    document = Document(START)
    mirror = Mirror(document)
    for action in actions:
        match action:
            case "undo":
                document.undo()
            case "redo":
                document.redo()
            case "save":
                saved = document.about_to_save()
                document.mark_saved(Path("net.nnplay"))
            case (edit, merge_key):
                perform(document, edit, merge_key)
        assert mirror.shows(document.project)
    while document.undo_stack.canRedo():
        document.redo()
    end = document.project
    while document.undo_stack.canUndo():
        document.undo()
        assert mirror.shows(document.project)
        if "save" in actions and not document.is_modified:
            assert document.project is saved
    assert document.project is START
    while document.undo_stack.canRedo():
        document.redo()
    assert document.project is end
    assert mirror.shows(end)


def perform(document: Document, edit: Edit, merge_key: str | None) -> None:
    before = document.project
    try:
        document.perform(EditName("Edit"), edit, merge_key)
    except NnplayError:
        assert document.project is before
