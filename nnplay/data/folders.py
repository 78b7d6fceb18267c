"""Where the user's data lie on this kind of machine, without asking Qt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "nnplay"


def cache_folder() -> Path:
    """The folder for what nnplay could make anew at any time; it need not be there yet."""
    if sys.platform == "win32":
        return data_folder() / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / _NAME
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / _NAME


def data_folder() -> Path:
    """The folder for what nnplay keeps for a user; it need not be there yet.

    The same that Qt calls GenericDataLocation, with nnplay's name.
    """
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / _NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / _NAME
