"""Locks: what of a project a teacher or a lesson has closed to changes; one rule for every way to change it."""

from __future__ import annotations

from dataclasses import replace

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.classroom import Classroom
from nnplay.project.editing import edit
from nnplay.project.errors import EditError
from nnplay.project.project import LOCKS, Project

_SENTENCES = {
    "structure": QT_TRANSLATE_NOOP("errors", "Layers and links are locked here, by a lesson or a teacher."),
    "weights": QT_TRANSLATE_NOOP("errors", "Weights and biases are locked here, by a lesson or a teacher."),
    "data": QT_TRANSLATE_NOOP("errors", "The choice of data is locked here, by a lesson or a teacher."),
    "settings": QT_TRANSLATE_NOOP("errors", "The settings of the training are locked here, by a lesson or a teacher."),
    "training": QT_TRANSLATE_NOOP("errors", "Training is locked here, by a lesson or a teacher."),
}


def touched(before: Project, after: Project) -> frozenset[str]:
    """Return which of ``LOCKS`` a change is about: what it is made for, not what follows from that."""
    if (
        after.data is not before.data
        or after.seeds.data != before.seeds.data
        or after.seeds.split != before.seeds.split
    ):
        return frozenset({"data"})
    if after.network is not before.network:
        return frozenset({"structure"})
    found = set()
    if after.history is not before.history or after.seeds.weights != before.seeds.weights:
        found.add("training")
    elif after.parameters is not before.parameters or after.muted != before.muted:
        found.add("weights")
    if after.training is not before.training or after.stop != before.stop:
        found.add("settings")
    return frozenset(found)


def check(before: Project, after: Project) -> None:
    """Refuse a change of what is locked.

    Raises
    ------
    EditError
        With the sentence of the lock.
    """
    locked = touched(before, after) & set(before.locked) if before.locked else frozenset[str]()
    for name in LOCKS:
        if name in locked:
            raise EditError(_SENTENCES[name])


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
