"""Languages in the window: each under its own name, and texts in all of them at once.

A language is just its file: the file name contains its code, and its own name is one of its translations.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale, QTranslator

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.languages import ENGLISH, available
from nnplay.languages.choice import file

_OWN_NAME = QT_TRANSLATE_NOOP("languages", "English")
"""Each file translates this to its own name, such as "Deutsch"."""


def own_names() -> dict[str, str]:
    """Return the languages' own names by code, English first."""
    return {code: in_language(code, "languages", _OWN_NAME) or _name_of(code) for code in available()}


def in_all_languages(context: str, source: str) -> list[str]:
    """Return a text in every language, English first."""
    others = (in_language(code, context, source) for code in available() if code != ENGLISH)
    return [source, *filter(None, others)]


def in_language(code: str, context: str, source: str) -> str:
    """Return a text in any language, current or not; empty if there is no translation."""
    return source if code == ENGLISH else _translator(str(file(code))).translate(context, source)


@cache
def _translator(path: str) -> QTranslator:
    translator = QTranslator()
    translator.load(path)
    return translator


def _name_of(code: str) -> str:
    return QLocale(code).nativeLanguageName() or code
