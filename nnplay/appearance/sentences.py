"""Sentences: the text of an error in the user's language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from nnplay.engine import NnplayError
from nnplay.engine.reasons import reason_of


def sentence(error: NnplayError) -> str:
    """Return an error's text, translated, including the reasons inside it."""
    return error.sentence(partial(QCoreApplication.translate, "errors"))


def system_reason(error: OSError) -> str:
    """Return the system's reason for a failure, translated if it is a common one."""
    reason = reason_of(error)
    return sentence(reason) if isinstance(reason, NnplayError) else str(reason)
