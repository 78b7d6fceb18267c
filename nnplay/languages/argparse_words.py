"""The words of Python's own argparse, which asks gettext for them and so for files that nobody has.

argparse looks every sentence up by the names ``_`` and ``ngettext`` of its module and offers no other way to its
errors: those two are what is replaced. A test compares the list with the Python it runs on.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

CONTEXT = "argparse"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a literal for translation, as ``nnplay.engine.errors`` does, which cannot be imported without NumPy."""
    return text


WORDS = (
    QT_TRANSLATE_NOOP("argparse", "usage: "),
    QT_TRANSLATE_NOOP("argparse", "%(heading)s:"),  # from Python 3.13 on
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
"""What a person can meet; the rest is said to programmers only."""


def install(translate: Callable[[str, str], str]) -> None:
    """Have argparse ask ``translate(context, text)`` from now on."""
    say = partial(translate, CONTEXT)
    for name, asked in (("_", say), ("ngettext", lambda one, many, count: say(one if count == 1 else many))):
        setattr(argparse, name, asked)
