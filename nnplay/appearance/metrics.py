"""Spacing, radii, icon sizes and the type scale in logical pixels, used by every widget."""

from enum import IntEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from nnplay import resources

SPACE = (4, 8, 12, 16)
TINY, SMALL, MEDIUM, LARGE = SPACE

RADIUS = 8
"""Corner radius of cards, buttons and fields."""

_FIELD = 28

ICON = 18
"""Side of an icon in a button or a menu."""

_LATIN_FAMILIES = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Open Sans")
_CHINESE_FAMILIES = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)


class Text(IntEnum):
    """The type scale: the use of a text and its height in pixels."""

    CAPTION = 11
    BODY = 13
    HEADING = 14
    FIGURE = 18
    DISPLAY = 26


@cache
def _families(system_family: str) -> list[str]:
    installed = set(QFontDatabase.families())
    family = QFontInfo(QFont(system_family)).family()
    if family != system_family:  # "Sans Serif" and the like: the desktop has not chosen a font
        family = next((name for name in _LATIN_FAMILIES if name in installed), family)
    return [family, *([name for name in _CHINESE_FAMILIES if name in installed] or fallback_families())]


def fallback_families() -> list[str]:
    """Return nnplay's own Chinese font family if the system has none; the font is loaded only then."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return []
    font = QFontDatabase.addApplicationFont(str(resources.path("fonts", "nnplay-sans-sc.ttf")))
    return QFontDatabase.applicationFontFamilies(font)


TEXT_SCALES = (1.0, 1.15, 1.3, 1.5)
"""The text scales that the user can choose; the largest is for the last row of a classroom."""

_scale = 1.0


def text_scale() -> float:
    """Return the current text scale."""
    return _scale


def set_text_scale(scale: float) -> None:
    """Measure with another text scale; ``Theme.set_text_scale`` also restyles the application."""
    global _scale
    _scale = scale


def text_size(text: Text) -> int:
    """Return the height of a text in pixels."""
    return round(text * _scale)


def field_height() -> int:
    """Return the height of a single-line field, as in the style sheet."""
    return round(_FIELD * _scale)


def font(text: Text, *, bold: bool = False) -> QFont:
    """Return the desktop's font in a size of the type scale.

    All digits have the same width, so that a changing number does not jump. If the desktop names no family, the first
    available of a few good ones is used; Chinese falls back to an installed sans-serif font.
    """
    result = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    result.setFamilies(_families(result.family()))
    result.setPixelSize(text_size(text))
    result.setWeight(QFont.Weight.Medium if bold else QFont.Weight.Normal)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result
