"""What every edit has in common: it refuses with an EditError, and layers are known by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.errors import EditError
from nnplay.project.project import Project

_Options = ParamSpec("_Options")
_Edit = Callable[Concatenate[Project, _Options], Project]


def edit(function: _Edit[_Options]) -> _Edit[_Options]:
    """Whatever the engine or the project refuses becomes an EditError with the same sentence."""

    @wraps(function)
    def checked(project: Project, /, *arguments: _Options.args, **options: _Options.kwargs) -> Project:
        try:
            return function(project, *arguments, **options)
        except EditError:
            raise
        except NnplayError as error:
            raise EditError(error.template, **error.values) from error

    return checked


def known(project: Project, name: str) -> str:
    """The name, if the network has such a layer."""
    if name not in project.network.shapes:
        raise EditError(QT_TRANSLATE_NOOP("errors", "The network has no layer “{layer}”."), layer=name)
    return name
