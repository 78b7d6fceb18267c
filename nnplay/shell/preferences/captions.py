"""The captions of the preferences, for the dialog and for the command palette, which finds them without opening it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.engine.errors import QT_TRANSLATE_NOOP

LANGUAGE = QT_TRANSLATE_NOOP("Preferences", "&Language")
THEME = QT_TRANSLATE_NOOP("Preferences", "&Theme")
TEXT_SIZE = QT_TRANSLATE_NOOP("Preferences", "Text si&ze")
MOTION = QT_TRANSLATE_NOOP("Preferences", "&Motion")
VIEW = QT_TRANSLATE_NOOP("Preferences", "&View")

CAPTIONS = (LANGUAGE, THEME, TEXT_SIZE, MOTION, VIEW)
"""English, with an ``&`` before the access key."""


def translated(caption: str) -> str:
    """Return a caption in the user's language, with its access key."""
    return QCoreApplication.translate("Preferences", caption)
