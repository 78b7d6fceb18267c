"""Spacing, radii, icon sizes and the type scale, in logical pixels: every widget measures with these."""

from enum import IntEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

SPACE = (4, 8, 12, 16)
TINY, SMALL, MEDIUM, LARGE = SPACE

RADIUS = 8
"""Corners of cards, buttons and fields."""

FIELD = 28
"""Height of a field of one line, as the style sheet makes it."""

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
    """The type scale: a text's use and its height in pixels."""

    CAPTION = 11
    BODY = 13
    HEADING = 14
    FIGURE = 18
    DISPLAY = 26


@cache
def _families(system_family: str) -> list[str]:
    installed = set(QFontDatabase.families())
    family = QFontInfo(QFont(system_family)).family()
    if family != system_family:  # "Sans Serif" and the like: no desktop has chosen
        family = next((name for name in _LATIN_FAMILIES if name in installed), family)
    return [family, *(name for name in _CHINESE_FAMILIES if name in installed)]


def font(text: Text, *, bold: bool = False) -> QFont:
    """Return the desktop's font in one size of the scale.

    Digits have equal widths, so that a running number does not jump. Where no desktop names a family, the first of a
    few good ones is taken; Chinese falls back to a sans-serif face that is installed.
    """
    result = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    result.setFamilies(_families(result.family()))
    result.setPixelSize(int(text))
    result.setWeight(QFont.Weight.Medium if bold else QFont.Weight.Normal)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result
