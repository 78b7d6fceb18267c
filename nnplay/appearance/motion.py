"""Motion: whether things move to their positions or appear there at once, as the user or the desktop prefers."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle

SYSTEM, OFF = MOTIONS = ("system", "off")
"""Follow the desktop, or no motion at all."""

_mode = SYSTEM


def set_mode(mode: str) -> None:
    """Set one of ``MOTIONS``."""
    global _mode
    _mode = mode


def is_wanted() -> bool:
    """Return whether motion is wanted; a desktop without animations sets their duration to 0."""
    duration = QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return _mode != OFF and duration > 0
