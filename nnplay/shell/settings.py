"""What the program remembers between sessions: positions, looks, language, shortcuts, speed, folders, recent files."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from nnplay.appearance import metrics, motion
from nnplay.appearance.theme import MODES
from nnplay.lessons import Progress
from nnplay.panels.training.speed_box import FIRST_SPEED, SPEEDS
from nnplay.runs import Speed

SYSTEM = "system"
"""The value of theme or language that follows the system."""

_MAX_RECENT = 8


class Settings:
    """Typed access to the settings store; an invalid value counts as missing."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def geometry(self) -> QByteArray:
        """Size and position of the window; empty before the first time."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def docks(self) -> QByteArray:
        """Positions of the docks; empty before the first time."""
        return self._bytes("window/docks")

    @docks.setter
    def docks(self, value: QByteArray) -> None:
        self._store.setValue("window/docks", value)

    @property
    def theme_mode(self) -> str:
        """One of the theme's ``MODES``."""
        mode = self._text("look/theme", SYSTEM)
        return mode if mode in MODES else SYSTEM

    @theme_mode.setter
    def theme_mode(self, mode: str) -> None:
        self._store.setValue("look/theme", mode)

    @property
    def language(self) -> str:
        """A language's code, or ``SYSTEM``."""
        return self._text("look/language", SYSTEM)

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("look/language", code)

    @property
    def text_scale(self) -> float:
        """One of the metrics' ``TEXT_SCALES``."""
        return next((scale for scale in metrics.TEXT_SCALES if str(scale) == self._text("look/text_scale", "")), 1.0)

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._store.setValue("look/text_scale", str(scale))

    @property
    def motion(self) -> str:
        """One of the ``MOTIONS``."""
        mode = self._text("look/motion", motion.SYSTEM)
        return mode if mode in motion.MOTIONS else motion.SYSTEM

    @motion.setter
    def motion(self, mode: str) -> None:
        self._store.setValue("look/motion", mode)

    @property
    def is_simple(self) -> bool:
        """Whether the simple view is on, which shows only what a beginner needs."""
        return self._text("window/view", "simple") == "simple"

    @is_simple.setter
    def is_simple(self, is_simple: bool) -> None:
        self._store.setValue("window/view", "simple" if is_simple else "full")

    @property
    def presented(self) -> tuple[str, ...]:
        """Names of the panels in the last presentation; empty before the first one."""
        return tuple(name for name in self._text("window/presented", "").split(",") if name)

    @presented.setter
    def presented(self, panels: tuple[str, ...]) -> None:
        self._store.setValue("window/presented", ",".join(panels))

    @property
    def has_welcome(self) -> bool:
        """Whether the welcome is shown at a start without a project."""
        return self._text("window/welcome", "yes") == "yes"

    @has_welcome.setter
    def has_welcome(self, is_wanted: bool) -> None:
        self._store.setValue("window/welcome", "yes" if is_wanted else "no")

    @property
    def has_hints(self) -> bool:
        """Whether hints are wanted."""
        return self._text("hints/wanted", "yes") == "yes"

    @has_hints.setter
    def has_hints(self, is_wanted: bool) -> None:
        self._store.setValue("hints/wanted", "yes" if is_wanted else "no")

    @property
    def seen_hints(self) -> frozenset[str]:
        """The hints that need not be shown again."""
        return frozenset(self._text("hints/seen", "").split())

    @seen_hints.setter
    def seen_hints(self, hints: frozenset[str]) -> None:
        self._store.setValue("hints/seen", " ".join(sorted(hints)))

    @property
    def shortcuts(self) -> dict[str, str]:
        """Changed shortcuts by the keys of the catalogue, in Qt's portable format; an empty one means no shortcut."""
        try:
            found = json.loads(self._text("shortcuts", "{}"))
        except ValueError:
            return {}
        is_sound = isinstance(found, dict) and all(isinstance(keys, str) for keys in found.values())
        return found if is_sound else {}

    @shortcuts.setter
    def shortcuts(self, shortcuts: dict[str, str]) -> None:
        self._store.setValue("shortcuts", json.dumps(shortcuts))

    def reset_preferences(self) -> None:
        """Forget all preferences; positions, recent files and progress in lessons stay."""
        for key in ("look", "window/view", "window/welcome", "window/presented", "hints", "shortcuts"):
            self._store.remove(key)

    @property
    def speed(self) -> Speed:
        """The speed limit of training: one of the ``SPEEDS``."""
        wanted = self._text("training/speed", "")
        return next((speed for speed in SPEEDS if _speed_text(speed) == wanted), FIRST_SPEED)

    @speed.setter
    def speed(self, speed: Speed) -> None:
        self._store.setValue("training/speed", _speed_text(speed))

    @property
    def last_folder(self) -> str:
        """The folder in which the next file dialog opens; empty for the system's choice."""
        return self._text("files/last_folder", "")

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self._store.setValue("files/last_folder", folder)

    @property
    def last_export(self) -> dict[str, object]:
        """Format and options of the last export, as the dialog wrote them; empty before the first one."""
        try:
            found = json.loads(self._text("files/last_export", "{}"))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    @last_export.setter
    def last_export(self, choice: dict[str, object]) -> None:
        self._store.setValue("files/last_export", json.dumps(choice))

    @property
    def recent_files(self) -> list[Path]:
        """Recently opened or saved projects, newest first; they may no longer exist."""
        value = self._store.value("files/recent", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in names if isinstance(name, str)]

    def remember_file(self, path: Path) -> None:
        """Put a project first in the recent files."""
        others = [other for other in self.recent_files if other != path]
        self._keep_recent([path, *others])
        self.last_folder = str(path.parent)

    def forget_file(self, path: Path) -> None:
        """Remove a project from the recent files."""
        self._keep_recent([other for other in self.recent_files if other != path])

    def _keep_recent(self, paths: list[Path]) -> None:
        self._store.setValue("files/recent", [str(path) for path in paths][:_MAX_RECENT])

    def lesson_progress(self, lesson: str) -> Progress:
        """Return the user's progress in a lesson."""
        try:
            return Progress.from_json(json.loads(self._text(f"lessons/{lesson}", "null")))
        except ValueError:
            return Progress()

    def keep_lesson_progress(self, lesson: str, progress: Progress) -> None:
        """Save the user's progress in a lesson."""
        self._store.setValue(f"lessons/{lesson}", json.dumps(progress.as_json()))

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default


def _speed_text(speed: Speed) -> str:
    return f"{speed.per_second:g} {'steps' if speed.is_in_steps else 'epochs'}"
