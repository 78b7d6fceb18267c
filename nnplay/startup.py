"""What a start needs from the machine: a display, and system libraries for Qt.

Standard library only, because it is asked before anything else is there: by ``run.py``, before NumPy and Qt are
installed, and by ``nnplay`` itself, before Qt would abort the process with a message that misleads.
"""

import ctypes
import os
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from enum import Enum
from pathlib import Path


class Start(Enum):
    """The three kinds of start, by the libraries they ask of the machine."""

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
"""For each kind of start the libraries that Qt loads on Linux, with the Debian package that has each."""

FONT_SETTINGS = Path("/etc/fonts/fonts.conf")
"""Where every Linux with fonts says where they are."""

SCREENSHOT = "screenshot"
"""The command that draws the window: it needs Qt, but no display (it uses one that is there)."""

COMMANDS = ("presets", "train", "evaluate", "predict", "trace", "export", "download", SCREENSHOT)
"""The first words that ask for something else than the window."""

DRAWN = ("png", "pdf")
"""What ``nnplay export --to`` needs Qt for."""


def kind_of_start(words: list[str], environ: Mapping[str, str] = os.environ) -> Start:
    """Tell what the command line asks for.

    Without words, with the name of a preset or the path of a project, the window opens.
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
    """Tell whether the first word names a command, not an option, a preset or the path of a project."""
    return bool(words) and words[0] in COMMANDS


def is_drawing(words: list[str]) -> bool:
    """Tell whether the words ask for an export that Qt draws."""
    formats = [
        word.removeprefix("--to=") for i, word in enumerate(words) if word.startswith("--to=") or words[i - 1] == "--to"
    ]
    return words[:1] == ["export"] and any(name in DRAWN for name in formats)


def has_display(environ: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the environment names a place to show a window; Linux alone needs to be told one."""
    platform = environ.get("QT_QPA_PLATFORM", "")
    needs_display = sys.platform.startswith("linux") and (not platform or platform.startswith(("xcb", "wayland")))
    return not needs_display or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def display_answers(environ: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the X server that a window would be shown on lets us in; Qt aborts the process where it does not."""
    if not sys.platform.startswith("linux") or not _wants_x11(environ):
        return True
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    is_open = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return is_open


def use_own_font_settings(settings: Path, environ: MutableMapping[str, str] = os.environ) -> None:
    """Tell the library that finds fonts where to look, on a Linux that has no settings for it.

    Only a bare system has none, such as one on which nothing with a window was ever installed; the library would
    complain and find no font even where there are some.
    """
    is_told = any(name in environ for name in ("FONTCONFIG_FILE", "FONTCONFIG_PATH"))
    if sys.platform.startswith("linux") and not is_told and not FONT_SETTINGS.exists():
        environ["FONTCONFIG_FILE"] = str(settings)


def missing_libraries(start: Start) -> dict[str, str]:
    """Return the system libraries that this start needs and the machine does not have, each with its Debian package."""
    if not sys.platform.startswith("linux"):
        return {}
    return {library: package for library, package in LIBRARIES[start].items() if not _can_load(library)}


def install_line(packages: Sequence[str]) -> str:
    """Return the one command that installs these packages on Debian and Ubuntu."""
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
