"""Translations for Python's argparse, which looks for gettext files that do not exist.

argparse translates every sentence with the names ``_`` and ``ngettext`` of its module and offers no other way to change
its errors, so these two are replaced. A test compares the list with the Python version in use.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

CONTEXT = "argparse"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a literal for translation, like ``nnplay.engine.errors``, which cannot be imported without NumPy."""
    return text


WORDS = (
    QT_TRANSLATE_NOOP("argparse", "usage: "),
    QT_TRANSLATE_NOOP("argparse", "%(heading)s:"),  # since Python 3.13
    QT_TRANSLATE_NOOP("argparse", "positional arguments"),
    QT_TRANSLATE_NOOP("argparse", "options"),
    QT_TRANSLATE_NOOP("argparse", "show this help message and exit"),
    QT_TRANSLATE_NOOP("argparse", "%(prog)s: error: %(message)s\n"),
    QT_TRANSLATE_NOOP("argparse", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("argparse", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("argparse", "one of the arguments %s is required"),
    QT_TRANSLATE_NOOP("argparse", "not allowed with argument %s"),
    QT_TRANSLATE_NOOP("argparse", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("argparse", "expected one argument"),
    QT_TRANSLATE_NOOP("argparse", "invalid choice: %(value)r (choose from %(choices)s)"),
    QT_TRANSLATE_NOOP("argparse", "invalid %(type)s value: %(value)r"),
    QT_TRANSLATE_NOOP("argparse", "ignored explicit argument %r"),
)
"""The messages that a user can meet; all others are for programmers."""


def install(translate: Callable[[str, str], str]) -> None:
    """Make argparse translate with ``translate(context, text)``."""
    say = partial(translate, CONTEXT)
    for name, asked in (("_", say), ("ngettext", lambda one, many, count: say(one if count == 1 else many))):
        setattr(argparse, name, asked)
