"""Keeps an error inside an override of Qt's from ending the program.

PySide adds the override's name to the message of an error that leaves it. Up to Python 3.11 an error that C code has
raised, such as "list index out of range", has no exception object yet at that moment, which PySide takes for granted:
the process dies of a segmentation fault. An ``except`` makes the object, so each override gets one around it. Then the
error arrives at ``sys.excepthook`` like any other. Seen with PySide 6.8 to 6.11.

In every Python, an error keeps what the override had in its variables. A painter among them would still be painting
when Qt is done with the window, of which Qt dies too; so the variables are let go.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from functools import wraps
from traceback import clear_frames
from types import FunctionType
from typing import Any


def guard() -> None:
    """Wrap the overrides of every class made from now on that derives from one of Qt's; once a process."""
    if hasattr(builtins.__build_class__, "__wrapped__"):
        return
    from shiboken6 import Shiboken

    build = builtins.__build_class__

    @wraps(build)
    def build_guarded(*arguments: Any, **options: Any) -> Any:
        made = build(*arguments, **options)
        if isinstance(made, type) and issubclass(made, Shiboken.Object):
            qt = [each for each in made.__mro__ if each.__module__.startswith("PySide6.")]
            for name, value in list(vars(made).items()):
                if isinstance(value, FunctionType) and name[0] != "_" and any(hasattr(each, name) for each in qt):
                    setattr(made, name, _guarded(value))
        return made

    builtins.__build_class__ = build_guarded


def _guarded(override: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(override)
    def guarded(*arguments: Any, **options: Any) -> Any:
        try:
            return override(*arguments, **options)
        except BaseException as error:
            clear_frames(error.__traceback__)
            raise

    return guarded
