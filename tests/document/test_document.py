"""The document: one undoable step an edit, one signal a change, and a clean state that the file decides."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot

from nnplay.document import Change, Document, EditName
from nnplay.engine import SettingError
from nnplay.project import EditError, edits
from nnplay.project.locks import set_locks
from nnplay.project.presets import preset


@dataclass(frozen=True, eq=False)
class FakeProject:
    """To a document a project is one frozen value; what is in it does not matter, but for what is locked."""

    title: str = "start"
    value: float = 0.0
    locked: tuple[str, ...] = ()


class Recorder(QObject):
    """Writes down what a document says."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.changes: list[Change] = []
        self.modified: list[bool] = []
        self.paths: list[str] = []
        document.changed.connect(self._on_changed)
        document.modified_changed.connect(self._on_modified_changed)
        document.path_changed.connect(self._on_path_changed)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.changes.append(change)

    @Slot(bool)
    def _on_modified_changed(self, is_modified: bool) -> None:
        self.modified.append(is_modified)

    @Slot(str)
    def _on_path_changed(self, path: str) -> None:
        self.paths.append(path)


@pytest.fixture
def start() -> FakeProject:
    return FakeProject()


@pytest.fixture
def document(qapp, start) -> Document:
    return Document(start)


def set_value(value: float):
    return lambda project: replace(project, value=value)


def test_an_edit_replaces_the_project_and_says_so_once(document, start):
    recorder = Recorder(document)
    document.perform(EditName("Set value"), set_value(1.0))
    assert document.project.value == 1.0
    [change] = recorder.changes
    assert change.before is start
    assert change.after is document.project
    assert str(document.edit_name(0)) == "Set value"


def test_undo_and_redo_bring_back_the_very_projects(document, start):
    document.perform(EditName("Set value"), set_value(1.0))
    edited = document.project
    document.undo()
    assert document.project is start
    document.redo()
    assert document.project is edited


def test_undo_and_redo_with_nothing_to_do_change_nothing(document, start):
    recorder = Recorder(document)
    document.undo()
    document.redo()
    assert document.project is start
    assert recorder.changes == []


def test_an_edit_that_changes_nothing_leaves_no_step(document):
    recorder = Recorder(document)
    document.perform(EditName("Nothing"), lambda project: project)
    assert document.undo_stack.count() == 0
    assert recorder.changes == []


def test_a_refused_edit_leaves_everything_as_it_was(document, start):
    recorder = Recorder(document)

    def refuse(project):
        raise SettingError("Layer {layer} cannot have {units} units.", layer="dense", units=0)

    with pytest.raises(SettingError, match="dense cannot have 0"):
        document.perform(EditName("Set units"), refuse)
    assert document.project is start
    assert document.undo_stack.count() == 0
    assert recorder.changes == []
    assert not document.is_modified


def test_a_slider_is_one_step(document, start):
    for value in (0.1, 0.2, 0.3):
        document.perform(EditName(f"Set value to {value}"), set_value(value), merge_key="value 1")
    assert document.undo_stack.count() == 1
    assert str(document.edit_name(0)) == "Set value to 0.3"
    document.undo()
    assert document.project is start
    document.redo()
    assert document.project.value == 0.3


@pytest.mark.parametrize("keys", [("a", "b"), ("a", None), (None, "a"), (None, None)])
def test_steps_with_different_keys_stay_apart(document, keys):
    for value, key in enumerate(keys, 1):
        document.perform(EditName("Set value"), set_value(value), merge_key=key)
    assert document.undo_stack.count() == 2
    document.undo()
    assert document.project.value == 1


def test_a_slider_does_not_merge_over_another_edit(document):
    document.perform(EditName("Set value"), set_value(1.0), merge_key="value")
    document.perform(EditName("Set title"), lambda project: replace(project, title="other"))
    document.perform(EditName("Set value"), set_value(2.0), merge_key="value")
    assert document.undo_stack.count() == 3


def test_is_modified_until_saved_and_again_after_undo(document):
    recorder = Recorder(document)
    document.perform(EditName("Set value"), set_value(1.0))
    assert document.is_modified
    document.about_to_save()
    document.mark_saved(Path("/a/net.nnplay"))
    assert not document.is_modified
    assert document.path == Path("/a/net.nnplay")
    document.undo()
    assert document.is_modified
    document.redo()
    assert not document.is_modified
    assert recorder.modified == [True, False, True, False]
    assert recorder.paths == [str(Path("/a/net.nnplay"))]


def test_a_slider_after_saving_is_a_step_of_its_own(document):
    document.perform(EditName("Set value"), set_value(1.0), merge_key="value")
    document.about_to_save()
    document.mark_saved(Path("net.nnplay"))
    document.perform(EditName("Set value"), set_value(2.0), merge_key="value")
    assert document.is_modified
    document.undo()
    assert document.project.value == 1.0
    assert not document.is_modified


def test_what_is_changed_while_a_save_runs_stays_an_unsaved_change(document):
    recorder = Recorder(document)
    document.perform(EditName("Set value"), set_value(1.0))
    document.about_to_save()
    document.perform(EditName("Set value"), set_value(2.0))
    document.mark_saved(Path("net.nnplay"))
    assert document.is_modified
    document.undo()
    assert not document.is_modified
    assert recorder.modified == [True, False]


def test_a_slider_during_a_save_is_a_step_of_its_own(document):
    document.perform(EditName("Set value"), set_value(1.0), merge_key="value")
    document.about_to_save()
    document.perform(EditName("Set value"), set_value(2.0), merge_key="value")
    document.mark_saved(Path("net.nnplay"))
    document.undo()
    assert (document.project.value, document.is_modified) == (1.0, False)


def test_a_save_that_ends_after_another_project_was_opened_says_nothing_about_that(document):
    document.about_to_save()
    document.replace(FakeProject("other"), None, is_saved=False)
    document.mark_saved(Path("net.nnplay"))
    assert document.path is None
    assert document.is_modified


def test_what_follows_a_recovered_project_is_not_changed(document):
    document.replace(FakeProject("recovered"), None, is_saved=False)
    document.replace(FakeProject("new"), None)
    assert not document.is_modified


def test_another_project_has_no_past(document, start):
    recorder = Recorder(document)
    document.perform(EditName("Set value"), set_value(1.0))
    other = FakeProject("other")
    document.replace(other, Path("other.nnplay"))
    assert document.project is other
    assert document.path == Path("other.nnplay")
    assert not document.is_modified
    assert not document.undo_stack.canUndo()
    assert recorder.changes[-1].after is other
    document.replace(start, None)
    assert recorder.paths == ["other.nnplay", ""]


def test_a_listener_may_commit_a_run_before_the_edit(document):
    """What a run has learned becomes a step below the edit that interrupts it, and the edit builds on it."""

    class Shell(QObject):
        learned: float | None = 5.0

        @Slot(object)
        def on_about_to_change(self, change: Change) -> None:
            if self.learned is not None:
                learned, self.learned = self.learned, None
                document.perform(EditName("Train"), set_value(learned))

    shell = Shell()
    document.about_to_change.connect(shell.on_about_to_change)
    document.perform(EditName("Add one"), lambda project: replace(project, value=project.value + 1))
    assert document.project.value == 6.0
    document.undo()
    assert document.project.value == 5.0
    document.undo()
    assert document.project.value == 0.0


def test_undo_during_a_run_takes_back_the_run(document, start):
    class Shell(QObject):
        is_running = False

        @Slot(object)
        def on_about_to_change(self, change: Change) -> None:
            if self.is_running:
                self.is_running = False
                document.perform(EditName("Train"), set_value(9.0))

    shell = Shell()
    document.about_to_change.connect(shell.on_about_to_change)
    document.perform(EditName("Set value"), set_value(1.0))
    shell.is_running = True
    document.undo()
    assert document.project.value == 1.0
    document.redo()
    assert document.project.value == 9.0


def test_about_to_change_tells_what_undo_and_redo_will_do(document, start, qtbot):
    document.perform(EditName("Set value"), set_value(1.0))
    edited = document.project
    with qtbot.waitSignal(document.about_to_change) as undone:
        document.undo()
    assert (undone.args[0].before, undone.args[0].after) == (edited, start)
    with qtbot.waitSignal(document.about_to_change) as redone:
        document.redo()
    assert (redone.args[0].before, redone.args[0].after) == (start, edited)


def test_errors_are_passed_on(document, qtbot):
    error = SettingError("no")
    with qtbot.waitSignal(document.reported) as reported:
        document.report(error)
    assert reported.args == [error]


def test_what_is_locked_is_refused_and_nothing_changes(qapp):
    project = set_locks(preset("circle"), ("weights",))
    document = Document(project)
    with pytest.raises(EditError):
        document.perform(EditName("edit"), lambda p: edits.set_parameter(p, "dense", "kernel", (0, 0), 3.0))
    assert document.project is project
    assert document.undo_stack.count() == 0
