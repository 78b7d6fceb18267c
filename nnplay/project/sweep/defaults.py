"""The values that an axis begins with: what a teacher would try first."""

from __future__ import annotations

from math import inf

from nnplay.project.project import Project
from nnplay.project.sweep.controls import EXAMPLES, SweptControl, Value, swept_controls

_POWERS = (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
_AROUND = 3
"""Values below and above the present one."""

_VALUES: dict[str, tuple[Value, ...]] = {
    "noise": (0.0, 0.1, 0.2, 0.3, 0.4, 0.5),
    "train_share": (0.1, 0.3, 0.5, 0.7, 0.9),
    "n_points": (50, 100, 200, 500, 1000),
    "n_people": (50, 100, 200, 500, 1000),
    "inputs": ("x1+x2", "x1+x2+x1_x2", "x1+x2+x1_squared+x2_squared"),
    EXAMPLES: (5, 10, 20, 50, 100, 200, 500, 1000),
    "layers": (1, 2, 3, 4, 5),
    "units": (1, 2, 3, 4, 6, 8),
    "activation": ("linear", "sigmoid", "tanh", "relu"),
    "kernel_initializer": ("zeros", "random_normal", "glorot_uniform", "he_normal"),
    "optimizer": ("SGD", "Adagrad", "RMSprop", "Adam"),
    "batch_size": (1, 4, 16, 64, 256),
    "l1": (0.0, 0.0001, 0.001, 0.01, 0.1),
    "l2": (0.0, 0.0001, 0.001, 0.01, 0.1),
    "max_norm": (0.5, 1.0, 2.0, 4.0),
    "kernel_max_norm": (0.5, 1.0, 2.0, 4.0),
    "kernel_l1": (0.0, 0.0001, 0.001, 0.01, 0.1),
    "kernel_l2": (0.0, 0.0001, 0.001, 0.01, 0.1),
    "clip_value": (0.01, 0.1, 1.0),
    "clip_norm": (0.01, 0.1, 1.0),
    "dropout": (0.0, 0.1, 0.3, 0.5),
    "rate": (0.0, 0.1, 0.3, 0.5),
    "momentum": (0.0, 0.5, 0.9, 0.99),
    "rho": (0.5, 0.9, 0.99),
    "eta_minus": (0.3, 0.5, 0.7),
    "eta_plus": (1.1, 1.2, 1.5),
    "beta_1": (0.0, 0.5, 0.9, 0.99),
    "beta_2": (0.9, 0.99, 0.999),
    "seed": (1, 2, 3, 4, 5),
}


def default_values(control: SweptControl, project: Project) -> tuple[Value, ...]:
    """Return sensible values for an axis of a project: those that its network and data can take."""
    found = _first_values(control)
    if control.kind is str and control.range:
        choices = control.range.split("|") if "|" in control.range else None
        found = tuple(value for value in found if choices is None or value in choices)
        return found or tuple(choices or ())[:4] or _present(control)
    if control.name == EXAMPLES:
        n_train = _n_train(project)
        found = tuple(value for value in found if isinstance(value, int) and value <= n_train)
    return found or _present(control)


def _n_train(project: Project) -> float:
    """Return how many training examples there are, as far as that can be known without loading them."""
    controls = swept_controls(project)
    points = controls.get("n_points") or controls.get("n_people")
    share = controls.get("train_share")
    if points is None or share is None:
        return inf
    return float(points.present or 0) * float(share.present or 1)


def _first_values(control: SweptControl) -> tuple[Value, ...]:
    name = control.name.partition(":")[0]
    if name in _VALUES:
        return _VALUES[name]
    present = control.present
    if name == "learning_rate" or (control.kind is float and present):
        place = min(range(len(_POWERS)), key=lambda k: abs(_POWERS[k] / float(present or 0.03) - 1))
        start = max(0, min(place - _AROUND, len(_POWERS) - 2 * _AROUND - 1))
        return _POWERS[start : start + 2 * _AROUND + 1]
    if control.kind is float:
        return (0.0, 0.001, 0.01, 0.1)
    if control.kind is int and isinstance(present, int):
        return tuple(dict.fromkeys(max(1, round(present * factor)) for factor in (0.25, 0.5, 1, 2, 4)))
    return ()


def _present(control: SweptControl) -> tuple[Value, ...]:
    return () if control.present is None else (control.present,)
