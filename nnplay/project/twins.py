"""Twins: a project with one control set otherwise, so that two runs can be compared that differ in nothing else."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import edits, run_edits
from nnplay.project.errors import EditError
from nnplay.project.locks import check as check_locks
from nnplay.project.project import Project
from nnplay.project.sweep.controls import Value, swept_controls

_T = TypeVar("_T")


@dataclass(frozen=True)
class Difference:
    """The one thing in which a twin differs: a control as in ``swept_controls``, and the twin's value."""

    control: str
    value: Value


def twin_of(project: Project, difference: Difference, *, is_from_start: bool) -> Project:
    """The project with one control set otherwise by the ordinary edit, without its earlier runs.

    Parameters
    ----------
    is_from_start
        Whether the twin begins with initial weights; otherwise with the project's weights, and with the curves up to
        now.

    Raises
    ------
    EditError, SettingError
        If the control does not exist, is locked, or cannot have this value.
    """
    control = swept_controls(project).get(difference.control)
    if control is None:
        raise EditError(QT_TRANSLATE_NOOP("errors", "The project has no setting “{name}”."), name=difference.control)
    twin = control.apply(project, difference.value)
    check_locks(project, twin)
    if is_from_start:
        return replace(edits.reset(twin), runs=(), experiments=())
    return replace(twin, run=project.run, runs=(), experiments=())


def twin_number(project: Project) -> int:
    """The number of the twin's run: the one after that of the project's present or next run."""
    return run_edits.next_number(project) + (project.run is None)


def followed(own: _T, before: _T, after: _T) -> _T:
    """The twin's settings after a change of the project's, one by one: where both agreed before, they agree now."""
    if own == before:
        return after
    if not is_dataclass(own) or isinstance(own, type) or type(before) is not type(after):
        return own
    names = [field.name for field in fields(own) if hasattr(before, field.name)]
    changed = {name: followed(getattr(own, name), getattr(before, name), getattr(after, name)) for name in names}
    return replace(own, **changed)
