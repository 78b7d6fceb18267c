"""Sentences: an error of the engine or the document in the person's language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from nnplay.engine import NnplayError


def sentence(error: NnplayError) -> str:
    """Return an error's text, translated; reasons within it are translated too."""
    return error.sentence(partial(QCoreApplication.translate, "errors"))
