"""Settings as finds: the controls of the bar and the panels, and the preferences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import partial

from nnplay.appearance import glossary
from nnplay.appearance.languages import in_all_languages
from nnplay.engine import OPTIMIZERS, Optimizer
from nnplay.engine.losses import LOSSES
from nnplay.panels.training.field_names import explanation_of, title_of, titles_of
from nnplay.project.controls import HIDEABLE
from nnplay.shell.classroom.control_names import control_name, control_names
from nnplay.shell.finding.find import Find, Kind
from nnplay.shell.preferences.captions import CAPTIONS, translated

_PANELS = {
    **dict.fromkeys(("learning_rate", "batch_size", "optimizer", "loss_function", "speed"), ""),
    **dict.fromkeys(("schedule", "regularization", "stop_rules"), "settings"),
    **dict.fromkeys(("data_sets", "other_data", "noise", "train_share", "features", "own_features"), "data"),
    **dict.fromkeys(("test_data", "discretize", "map_tools"), "map"),
}
"""Controls by the panel that has them; those without are in the bar at the top."""

_TERMS = {
    "learning_rate": ("learning_rate",),
    "batch_size": ("batch_size",),
    "optimizer": ("optimizer",),
    "loss_function": ("loss", "squared_error", "cross_entropy"),
    "schedule": ("schedule",),
    "regularization": ("regularization", "clipping"),
    "stop_rules": ("early_stopping",),
    "noise": ("noise",),
    "train_share": ("train_share",),
    "features": ("features",),
}
"""Terms of the glossary whose names lead to a control, too."""


_WORDS = {"optimizer": tuple(OPTIMIZERS), "loss_function": tuple(LOSSES)}
"""What a control offers, by the names that are to lead to it."""


def control_finds(is_hidden: Callable[[str], bool], show: Callable[[str, str], object]) -> list[Find]:
    """Return the controls that a teacher has not hidden; ``show`` gets a control's panel and its name."""
    return [
        Find(
            Kind.SETTING,
            control_name(name),
            (*control_names(name), name, *_WORDS.get(name, ()), *_names_of_terms(name)),
            "",
            partial(_show, show, panel, name),
            note=glossary.what_is(_TERMS[name][0]) if name in _TERMS else "",
        )
        for name, panel in _PANELS.items()
        if name in HIDEABLE and not is_hidden(name)
    ]


def _names_of_terms(control: str) -> Iterator[str]:
    for term in _TERMS.get(control, ()):
        yield from glossary.names(term)


def optimizer_finds(optimizer: Optimizer, show: Callable[[str, str], object]) -> list[Find]:
    """Return the settings of the present optimizer."""
    names = [each.name for each in fields(optimizer) if each.name != "learning_rate"]
    run = partial(_show, show, "settings", "optimizer.settings")
    return [
        Find(Kind.SETTING, title_of(name), (*titles_of(name), name), "", run, note=explanation_of(name))
        for name in names
    ]


def preference_finds(open_at: Callable[[str], object]) -> list[Find]:
    """Return the preferences; ``open_at`` opens them where the caption is."""
    return [
        Find(
            Kind.SETTING,
            translated(source).replace("&", ""),
            tuple(each.replace("&", "") for each in in_all_languages("Preferences", source)),
            "",
            partial(_open_at, open_at, translated(source).replace("&", "")),
        )
        for source in CAPTIONS
    ]


def _show(show: Callable[[str, str], object], panel: str, name: str, _typed: str) -> None:
    show(panel, name)


def _open_at(open_at: Callable[[str], object], name: str, _typed: str) -> None:
    open_at(name)
