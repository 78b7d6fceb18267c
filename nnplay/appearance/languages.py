"""Languages as the window knows them: each by its own name, and a text in all of them at once.

A language is its file alone: the code is in the file's name, and what it calls itself is one of its translations.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale, QTranslator

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.languages import ENGLISH, available
from nnplay.languages.choice import file

_OWN_NAME = QT_TRANSLATE_NOOP("languages", "English")
"""Translated not by the German word for English, but by "Deutsch"."""


def own_names() -> dict[str, str]:
    """Return the languages by code, English first, each in its own words."""
    return {code: in_language(code, "languages", _OWN_NAME) or _name_of(code) for code in available()}


def in_all_languages(context: str, source: str) -> list[str]:
    """Return what a text is in each language, the English one first."""
    others = (in_language(code, context, source) for code in available() if code != ENGLISH)
    return [source, *filter(None, others)]


def in_language(code: str, context: str, source: str) -> str:
    """Return a text in a language that need not be the one in use; empty where that has no word for it."""
    return source if code == ENGLISH else _translator(str(file(code))).translate(context, source)


@cache
def _translator(path: str) -> QTranslator:
    translator = QTranslator()
    translator.load(path)
    return translator


def _name_of(code: str) -> str:
    return QLocale(code).nativeLanguageName() or code
