"""Controls: the parts of the window that a teacher can lock, in groups or one by one, or hide."""

from __future__ import annotations

from collections.abc import Iterable

from nnplay.data import FEATURES

LOCKS = ("structure", "weights", "data", "settings", "training")
"""What can be closed as a whole: layers and links; weights and biases; the choice of data; how it is trained; and
training itself, with starting anew."""

CONTROLS: dict[str, str] = {
    **dict.fromkeys(("train", "stop", "step", "reset", "new_start"), "training"),
    **dict.fromkeys(("learning_rate", "batch_size", "optimizer", "loss_function"), "settings"),
    **dict.fromkeys(("schedule", "regularization", "freezing", "stop_rules"), "settings"),
    **dict.fromkeys(("palette", "links", "units", "activations", "layer_settings"), "structure"),
    **dict.fromkeys(("weight_values", "muting"), "weights"),
    **dict.fromkeys(("data_sets", "other_data", "noise", "train_share", "new_points", "features"), "data"),
    **{f"features.{name}": "data" for name in FEATURES},
    **dict.fromkeys(("own_features", "map_tools"), "data"),
    **dict.fromkeys(("test_data", "discretize", "speed"), ""),
}
"""Controls by the names of their widgets, each with the lock that closes it as well; one without changes nothing that
is kept, and can only be taken away. ``features.x1`` is a part of ``features``."""

LOCKABLE = (*LOCKS, *(name for name, lock in CONTROLS.items() if lock))
HIDEABLE = tuple(name for name in CONTROLS if name not in ("links", "weight_values"))
"""Weights and links are the network itself: they can be locked, but not hidden."""


def closers(name: str) -> tuple[str, ...]:
    """Return the locks that close a control or a part of it: its own, that of the whole it belongs to, and its group's.

    Parameters
    ----------
    name
        A control, with a point and a part behind it perhaps (``palette.paste``), or one of ``LOCKS``.
    """
    whole = name.partition(".")[0]
    return tuple(dict.fromkeys(each for each in (name, whole, CONTROLS.get(whole, "")) if each))


def is_among(name: str, chosen: Iterable[str]) -> bool:
    """Whether a control, or the whole it is part of, is among the chosen ones."""
    return not {name, name.partition(".")[0]}.isdisjoint(chosen)
