"""The user's data folders on this system, found without Qt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "nnplay"


def cache_folder() -> Path:
    """Return the folder for what nnplay can recreate at any time; it may not exist yet."""
    if sys.platform == "win32":
        return data_folder() / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / _NAME
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / _NAME


def data_folder() -> Path:
    """Return the folder for what nnplay keeps for a user; it may not exist yet.

    Qt's GenericDataLocation with nnplay's name appended.
    """
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / _NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / _NAME
