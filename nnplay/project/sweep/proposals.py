"""Other values of a control that are worth a try: those that an axis begins with, without the present one."""

from __future__ import annotations

from nnplay.engine import INITIALIZERS
from nnplay.project.project import Project
from nnplay.project.sweep.controls import SweptControl, Value
from nnplay.project.sweep.defaults import default_values

_SHARES = (0.25, 0.5, 2, 4)
"""Factors for numbers of units: what is worth a try depends on how many there are."""


def proposals(control: SweptControl, project: Project) -> tuple[Value, ...]:
    """Return values for a control of a project other than its present one, in order; all others if it has choices."""
    name, present = control.name.partition(":")[0], control.present
    if "|" in control.range:
        found: tuple[Value, ...] = tuple(control.range.split("|"))
    elif name == "kernel_initializer":
        found = tuple(INITIALIZERS)
    elif name in ("units", "filters") and isinstance(present, int):
        found = tuple(dict.fromkeys(max(1, int(present * share)) for share in _SHARES))
    else:
        found = default_values(control, project)
    return tuple(value for value in found if value != present)


def best_proposal(control: SweptControl, project: Project) -> Value | None:
    """Return the value to try first: the next larger number, or the choice after the present one; None without any."""
    found, present = proposals(control, project), control.present
    if not found:
        return None
    if isinstance(present, str):
        choices = control.range.split("|")
        place = choices.index(present) + 1 if present in choices else len(choices)
        return choices[place] if place < len(choices) else found[0]
    if present is None:
        return found[0]
    return next((value for value in found if isinstance(value, int | float) and value > present), found[-1])
