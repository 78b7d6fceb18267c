"""Experiments as finds: each setting that can be varied, and the experiments that teach."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.languages import in_all_languages
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.experiments.sheet import offered_controls
from nnplay.panels.training.control_names import control_title
from nnplay.project import Project
from nnplay.project.sweep.examples import EXAMPLES
from nnplay.shell.finding.find import Find, Kind

_VARY = QT_TRANSLATE_NOOP("finds", "Vary in an experiment: {setting}")


def vary_finds(project: Project, vary: Callable[[str], object]) -> list[Find]:
    """Return the settings of the whole network that can be varied; ``vary`` gets the control's name."""
    found = []
    for name in offered_controls(project):
        if ":" in name:
            continue  # what belongs to one layer is varied from its menu
        setting = control_title(name)
        titles = [text.format(setting=setting) for text in in_all_languages("finds", _VARY)]
        title = QCoreApplication.translate("finds", _VARY).format(setting=setting)
        found.append(Find(Kind.EXPERIMENT, title, (*titles, f"vary {name}"), "", partial(_call, vary, name)))
    return found


def example_experiment_finds(show: Callable[[str], object]) -> list[Find]:
    """Return the experiments that teach; ``show`` gets an experiment's name."""
    return [
        Find(
            Kind.EXPERIMENT,
            QCoreApplication.translate("experiments", example.title),
            tuple(in_all_languages("experiments", example.title)),
            "",
            partial(_call, show, name),
        )
        for name, example in EXAMPLES.items()
    ]


def _call(function: Callable[[str], object], name: str, _typed: str) -> None:
    function(name)
