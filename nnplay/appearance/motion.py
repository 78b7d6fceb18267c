"""Motion: whether things may move to their places, or are there at once, as a person or the desktop prefers it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle

SYSTEM, OFF = MOTIONS = ("system", "off")
"""As the desktop has it, or no motion at all."""

_mode = SYSTEM


def set_mode(mode: str) -> None:
    """Take one of ``MOTIONS`` from now on."""
    global _mode
    _mode = mode


def is_wanted() -> bool:
    """Return whether something may move; a desktop on which nothing is to move gives its animations no time."""
    duration = QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return _mode != OFF and duration > 0
