"""Sentences: an error of the engine or the document in the person's language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from nnplay.engine import NnplayError
from nnplay.engine.reasons import reason_of


def sentence(error: NnplayError) -> str:
    """Return an error's text, translated; reasons within it are translated too."""
    return error.sentence(partial(QCoreApplication.translate, "errors"))


def system_reason(error: OSError) -> str:
    """Return what the system says of a failure, translated where it is one of the usual."""
    reason = reason_of(error)
    return sentence(reason) if isinstance(reason, NnplayError) else str(reason)
