"""What every edit has in common: it refuses with an EditError, drops what no longer belongs to the weights, and keeps
the run that it ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec

from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.errors import EditError
from nnplay.project.project import Project
from nnplay.project.run import within_budget

_TRAINED = ("network", "parameters", "data", "seeds", "muted")

_Options = ParamSpec("_Options")
_Edit = Callable[Concatenate[Project, _Options], Project]


def edit(function: _Edit[_Options]) -> _Edit[_Options]:
    """Whatever the engine or the project refuses becomes an EditError with the same sentence."""

    @wraps(function)
    def checked(project: Project, /, *arguments: _Options.args, **options: _Options.kwargs) -> Project:
        try:
            return _with_ended_run(project, _without_stale_trainer(project, function(project, *arguments, **options)))
        except EditError:
            raise
        except NnplayError as error:
            raise EditError(error.template, **error.values) from error

    return checked


def _without_stale_trainer(before: Project, after: Project) -> Project:
    """What an optimizer has gathered is of no use for other weights, other examples or another optimizer."""
    if after.trainer is None or after.trainer is not before.trainer:
        return after
    is_same = all(getattr(after, name) is getattr(before, name) for name in _TRAINED)
    optimizers = {type(project.training.optimizer) for project in (before, after)}
    return after if is_same and len(optimizers) == 1 else replace(after, trainer=None)


def _with_ended_run(before: Project, after: Project) -> Project:
    """A run that an edit ends, such as a reset, stays among the earlier ones."""
    ended = before.run
    if ended is None or (after.run is not None and after.run.number == ended.number):
        return after
    return replace(after, runs=within_budget((*after.runs, ended)))


def known(project: Project, name: str) -> str:
    """The name, if the network has such a layer."""
    if name not in project.network.shapes:
        raise EditError(QT_TRANSLATE_NOOP("errors", "The network has no layer “{layer}”."), layer=name)
    return name
