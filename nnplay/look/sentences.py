"""Sentences: an error of the engine or the document in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.engine import NnplayError


def sentence(error: NnplayError) -> str:
    """Return an error's text, translated; reasons within it are translated too."""
    values = {
        name: sentence(value) if isinstance(value, NnplayError) else value for name, value in error.values.items()
    }
    return QCoreApplication.translate("errors", error.template).format(**values)
