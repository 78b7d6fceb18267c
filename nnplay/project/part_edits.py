"""Edits that freeze and mute: a weight, a neuron or a layer that training leaves alone, or that is not heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nnplay.engine import Part
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.parts import check_parts, describe
from nnplay.project.editing import edit
from nnplay.project.errors import EditError
from nnplay.project.project import Project
from nnplay.project.restructuring import with_frozen

MAX_PARTS = 1000
"""Most single parts that a project remembers as frozen, and as muted."""


@edit
def freeze(project: Project, parts: Iterable[Part]) -> Project:
    """Have training leave parts as they are."""
    frozen = _with(project, project.training.frozen, tuple(parts))
    return _frozen(project, frozen)


@edit
def release(project: Project, parts: Iterable[Part]) -> Project:
    """Have training move frozen parts, and all that is frozen in them, again."""
    return _frozen(project, _without(project, project.training.frozen, tuple(parts)))


@edit
def mute(project: Project, parts: Iterable[Part]) -> Project:
    """Have the network do without parts: neurons and layers give 0, weights count as 0."""
    return _muted(project, _with(project, project.muted, tuple(parts)))


@edit
def unmute(project: Project, parts: Iterable[Part]) -> Project:
    """Have muted parts, and all that is muted in them, heard again."""
    return _muted(project, _without(project, project.muted, tuple(parts)))


def covers(outer: Part, inner: Part) -> bool:
    """Whether a part is another one or has it in it: a layer its neurons, a neuron the weights that end in it."""
    if outer.node != inner.node:
        return False
    if outer.parameter is not None:
        return outer.parameter == inner.parameter and outer.index in ((), inner.index)
    if outer.unit is not None:
        return outer.unit == inner.unit or (bool(inner.index) and inner.index[-1] == outer.unit)
    return True


def is_covered(marked: Iterable[Part], part: Part) -> bool:
    """Whether a part is among the ``marked`` ones, alone or as a piece of a larger one."""
    return any(covers(outer, part) for outer in marked)


def silent_layers(project: Project) -> tuple[str, ...]:
    """The layers of which nothing is heard, muted as a whole or neuron by neuron; no gradient comes through them."""
    if not project.muted:
        return ()
    units = {name: shape[-1] for name, shape in project.network.shapes.items()}
    return tuple(
        name for name, n in units.items() if all(is_covered(project.muted, Part(name, unit)) for unit in range(n))
    )


def _with(project: Project, marked: tuple[Part, ...], added: tuple[Part, ...]) -> tuple[Part, ...]:
    check_parts(project.network, added)
    new = tuple(part for part in dict.fromkeys(added) if not is_covered(marked, part))
    if not new:
        return marked
    found = (*(part for part in marked if not is_covered(new, part)), *new)
    if len(found) > MAX_PARTS:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "errors", "At most {most} single weights can be marked: choose neurons or a layer instead."
            ),
            most=MAX_PARTS,
        )
    return found


def _without(project: Project, marked: tuple[Part, ...], removed: tuple[Part, ...]) -> tuple[Part, ...]:
    left = tuple(part for part in marked if not is_covered(removed, part))
    held = next((outer for outer in left for part in removed if covers(outer, part)), None)
    if held is not None:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "It belongs to {part}, which is marked as a whole: unmark that first."),
            part=describe(project.network, held),
        )
    return left


def _frozen(project: Project, frozen: tuple[Part, ...]) -> Project:
    training = with_frozen(project.training, frozen)
    return project if training is project.training else replace(project, training=training)


def _muted(project: Project, muted: tuple[Part, ...]) -> Project:
    return project if muted == project.muted else replace(project, muted=muted)
