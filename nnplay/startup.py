"""What a start needs from the machine: a display, and system libraries for Qt.

Standard library only, because it runs before anything else is available: in ``run.py``, before NumPy and Qt are
installed, and in ``nnplay`` itself, before Qt would abort the process with a misleading message.
"""

import ctypes
import os
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from enum import Enum
from pathlib import Path


class Start(Enum):
    """The three kinds of start, by the libraries they need."""

    HEADLESS = "headless"  # none
    OFFSCREEN = "offscreen"  # Qt's own: pictures, tests, and windows that are not X11's
    WINDOW = "window"  # X11's as well


_OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_WINDOW_LIBRARIES = _OFFSCREEN_LIBRARIES | {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
LIBRARIES: Mapping[Start, Mapping[str, str]] = {
    Start.HEADLESS: {},
    Start.OFFSCREEN: _OFFSCREEN_LIBRARIES,
    Start.WINDOW: _WINDOW_LIBRARIES,
}
"""For each kind of start, the libraries that Qt loads on Linux, each with its Debian package."""

FONT_SETTINGS = Path("/etc/fonts/fonts.conf")
"""The font settings of every Linux system that has fonts."""

SCREENSHOT = "screenshot"
"""The command that draws the window: it needs Qt but no display (and uses one if present)."""

COMMANDS = ("presets", "train", "sweep", "compare", "evaluate", "predict", "trace", "export", "download", SCREENSHOT)
"""First arguments that do not open the window."""

DRAWN = ("png", "plot-png", "pdf")
"""The formats for which ``nnplay export --to`` needs Qt."""


def kind_of_start(words: list[str], environ: Mapping[str, str] = os.environ) -> Start:
    """Return the kind of start for a command line.

    Without arguments, or with a preset or a project file, the window opens.
    """
    if is_drawing(words):
        return Start.OFFSCREEN
    is_screenshot = words[:1] == [SCREENSHOT]
    if is_command(words) and not is_screenshot:
        return Start.HEADLESS
    if is_screenshot and not has_display(environ):
        return Start.OFFSCREEN
    return Start.WINDOW if _wants_x11(environ) else Start.OFFSCREEN


def is_command(words: list[str]) -> bool:
    """Return whether the first argument is a command, not an option, a preset or a project file."""
    return bool(words) and words[0] in COMMANDS


def is_drawing(words: list[str]) -> bool:
    """Return whether the arguments ask for an export that Qt draws."""
    formats = [
        word.removeprefix("--to=") for i, word in enumerate(words) if word.startswith("--to=") or words[i - 1] == "--to"
    ]
    return words[:1] == ["export"] and any(name in DRAWN for name in formats)


def has_display(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether the environment names a display; only Linux needs one to be named."""
    platform = environ.get("QT_QPA_PLATFORM", "")
    needs_display = sys.platform.startswith("linux") and (not platform or platform.startswith(("xcb", "wayland")))
    return not needs_display or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def display_answers(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether the X server accepts us as a client; if it does not, Qt aborts the process."""
    if not sys.platform.startswith("linux") or not _wants_x11(environ):
        return True
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    is_open = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return is_open


def use_own_font_settings(settings: Path, environ: MutableMapping[str, str] = os.environ) -> None:
    """Tell fontconfig where to look for fonts, on a Linux system that has no settings for it.

    Only a bare system has none, such as one where nothing with a window was ever installed; fontconfig would complain
    and find no fonts even if there are some.
    """
    is_told = any(name in environ for name in ("FONTCONFIG_FILE", "FONTCONFIG_PATH"))
    if sys.platform.startswith("linux") and not is_told and not FONT_SETTINGS.exists():
        environ["FONTCONFIG_FILE"] = str(settings)


def missing_libraries(start: Start) -> dict[str, str]:
    """Return the system libraries that this start needs but the machine lacks, each with its Debian package."""
    if not sys.platform.startswith("linux"):
        return {}
    return {library: package for library, package in LIBRARIES[start].items() if not _can_load(library)}


def install_line(packages: Sequence[str]) -> str:
    """Return the command that installs these packages on Debian and Ubuntu."""
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)


def _wants_x11(environ: Mapping[str, str]) -> bool:
    platform = environ.get("QT_QPA_PLATFORM")
    return platform.startswith("xcb") if platform else not environ.get("WAYLAND_DISPLAY")


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
