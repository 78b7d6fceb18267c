"""Values worth trying for a control: what a person is offered who wants to see what it does."""

from __future__ import annotations

from nnplay.engine import INITIALIZERS
from nnplay.project.sweep.controls import MOST_LAYERS, SweptControl, Value

_LISTS: dict[str, tuple[Value, ...]] = {
    "learning_rate": (0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0),
    "batch_size": (1, 4, 10, 32, 100, 256),
    "noise": (0.0, 0.1, 0.2, 0.3, 0.4, 0.5),
    "train_share": (0.1, 0.3, 0.5, 0.7, 0.9),
    "l1": (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3),
    "l2": (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3),
    "dropout": (0.0, 0.1, 0.2, 0.5, 0.8),
    "rate": (0.0, 0.1, 0.2, 0.5, 0.8),
    "momentum": (0.0, 0.5, 0.9, 0.99),
    "rho": (0.5, 0.9, 0.99),
    "beta_1": (0.0, 0.5, 0.9, 0.99),
    "beta_2": (0.9, 0.99, 0.999),
    "weight_decay": (0.0, 0.001, 0.01, 0.1),
    "max_norm": (1.0, 2.0, 3.0, 4.0),
    "clip_value": (0.01, 0.1, 1.0),
    "clip_norm": (0.1, 1.0, 5.0),
    "kernel_initializer": tuple(INITIALIZERS),
}

_SHARES = (0.25, 0.5, 2, 4)
"""Factors for a number of units, points or people that has no list of its own."""

_COUNTS = ("units", "filters", "n_points", "n_people", "history_size", "max_iterations")


def proposals(control: SweptControl) -> tuple[Value, ...]:
    """Values for a control other than its present one, in order; empty if none are better than others."""
    name = control.name.partition(":")[0]
    if "|" in control.range:
        found: tuple[Value, ...] = tuple(control.range.split("|"))
    elif name == "layers":
        found = tuple(range(1, min(MOST_LAYERS, max(6, int(control.present or 0) + 3))))
    elif name == "seed":
        found = tuple(int(control.present or 0) + place for place in range(1, 6))
    elif name in _COUNTS and isinstance(control.present, int):
        least = 10 if name.startswith("n_") else 1
        found = tuple(dict.fromkeys(max(least, int(control.present * share)) for share in _SHARES))
    else:
        found = _LISTS.get(name, ())
    return tuple(value for value in found if value != control.present)


def best_proposal(control: SweptControl) -> Value | None:
    """The value to try first: the next larger one of a list, or the choice after the present one."""
    found = proposals(control)
    if not found:
        return None
    present = control.present
    if isinstance(present, str):
        names = control.range.split("|")
        place = names.index(present) + 1 if present in names else 0
        return names[place % len(names)] if present in names else found[0]
    if present is None:
        return found[0]
    return next((value for value in found if isinstance(value, int | float) and value > present), found[-1])
