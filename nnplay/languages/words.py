"""The words of the process in its language: what ``QTranslator`` is to the window.

One language a process, like a terminal's own: every command has exactly one reader.
"""

from __future__ import annotations

from nnplay.languages.choice import ENGLISH, file

_words: dict[tuple[str, str], str] = {}


def use(code: str) -> None:
    """Speak this language from now on. English costs nothing: nothing is read or imported for it."""
    _words.clear()
    if code != ENGLISH:
        from nnplay.languages import argparse_words, qm

        _words.update(qm.read(file(code)))
        argparse_words.install(translate)


def translate(context: str, text: str) -> str:
    """Return a text in the language in use; as it is where that has no word for it.

    Qt's string extractor knows this name, so that the literals end in the translation files.
    """
    return _words.get((context, text)) or text
