"""The translations of the process: what ``QTranslator`` is to the window.

One language per process, as in a terminal: every command has exactly one reader.
"""

from __future__ import annotations

from nnplay.languages.choice import ENGLISH, file

_words: dict[tuple[str, str], str] = {}


def use(code: str) -> None:
    """Use this language from now on. For English nothing is read or imported."""
    _words.clear()
    if code != ENGLISH:
        from nnplay.languages import argparse_words, qm

        _words.update(qm.read(file(code)))
        argparse_words.install(translate)


def translate(context: str, text: str) -> str:
    """Return a text in the current language, or unchanged if there is no translation.

    Qt's string extractor knows this name, so the literals end up in the translation files.
    """
    return _words.get((context, text)) or text
