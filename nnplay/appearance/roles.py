"""Colour roles and their colours in the three schemes: light, dark and high contrast.

Warm neutrals, a violet accent that is distinct from the two value colours, and orange (negative) against blue
(positive), a pair that can be told apart with the three common colour deficiencies.
"""

from enum import Enum


class Role(Enum):
    """The purpose of a colour: widgets name the role, the theme knows the colour."""

    WINDOW = "window"
    """Behind everything."""
    CANVAS = "canvas"
    """Background of the canvas."""
    SURFACE = "surface"
    """Background of panels and cards."""
    RAISED = "raised"
    """Background of fields, menus and buttons on a surface."""
    HOVER = "hover"
    """Background of a button under the pointer."""
    PRESSED = "pressed"
    """Background of a pressed button; groove of a slider."""
    BORDER = "border"
    """Hairlines."""
    OUTLINE = "outline"
    """Edge of a field, visible against its surface."""
    TEXT = "text"
    MUTED = "muted"
    """Captions, units, axis labels."""
    DISABLED = "disabled"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_PRESSED = "accent_pressed"
    ACCENT_SOFT = "accent_soft"
    """Background of a selected item."""
    FOCUS = "focus"
    """Edge of the item with the keyboard focus."""
    ACCENT_TEXT = "accent_text"
    """Text and icons on the accent."""
    SELECTION = "selection"
    """Background of selected text."""
    POSITIVE = "positive"
    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    """The value colour of zero."""
    TRAIN = "train"
    TEST = "test"
    """The two curves of a run."""
    ERROR = "error"
    ERROR_SOFT = "error_soft"
    """Background of an error message."""
    GRID = "grid"
    SHADOW = "shadow"


LIGHT: dict[Role, str] = {
    Role.WINDOW: "#f4f1ec",
    Role.CANVAS: "#faf8f5",
    Role.SURFACE: "#fffefc",
    Role.RAISED: "#ffffff",
    Role.HOVER: "#f1ede7",
    Role.PRESSED: "#e6e0d8",
    Role.BORDER: "#e5dfd6",
    Role.OUTLINE: "#cdc5b9",
    Role.TEXT: "#2b2722",
    Role.MUTED: "#716a60",
    Role.DISABLED: "#b3aba0",
    Role.ACCENT: "#6647d6",
    Role.ACCENT_HOVER: "#7459de",
    Role.ACCENT_PRESSED: "#5638c0",
    Role.ACCENT_SOFT: "#ede8fb",
    Role.FOCUS: "#6647d6",
    Role.ACCENT_TEXT: "#ffffff",
    Role.SELECTION: "#d9d0f7",
    Role.POSITIVE: "#1273b8",
    Role.NEGATIVE: "#ef8a1d",
    Role.NEUTRAL: "#ece9e4",
    Role.TRAIN: "#948b7e",
    Role.TEST: "#6647d6",
    Role.ERROR: "#b3261e",
    Role.ERROR_SOFT: "#fbeae7",
    Role.GRID: "#ebe6de",
    Role.SHADOW: "#d8d0c4",
}

DARK: dict[Role, str] = {
    Role.WINDOW: "#1b1a1d",
    Role.CANVAS: "#201f23",
    Role.SURFACE: "#27262a",
    Role.RAISED: "#302f34",
    Role.HOVER: "#37353b",
    Role.PRESSED: "#434148",
    Role.BORDER: "#38363c",
    Role.OUTLINE: "#55525a",
    Role.TEXT: "#ece8e2",
    Role.MUTED: "#a8a199",
    Role.DISABLED: "#6b676d",
    Role.ACCENT: "#a08bf5",
    Role.ACCENT_HOVER: "#b1a0f8",
    Role.ACCENT_PRESSED: "#8d76ea",
    Role.ACCENT_SOFT: "#3a3453",
    Role.FOCUS: "#a08bf5",
    Role.ACCENT_TEXT: "#1c1633",
    Role.SELECTION: "#4d4478",
    Role.POSITIVE: "#4aa8e8",
    Role.NEGATIVE: "#f39a3d",
    Role.NEUTRAL: "#343238",
    Role.TRAIN: "#99928a",
    Role.TEST: "#a08bf5",
    Role.ERROR: "#ff9c8f",
    Role.ERROR_SOFT: "#45292a",
    Role.GRID: "#323035",
    Role.SHADOW: "#121114",
}

CONTRAST: dict[Role, str] = {
    Role.WINDOW: "#000000",
    Role.CANVAS: "#000000",
    Role.SURFACE: "#000000",
    Role.RAISED: "#0c0c0c",
    Role.HOVER: "#2b2b2b",
    Role.PRESSED: "#454545",
    Role.BORDER: "#b4b4b4",
    Role.OUTLINE: "#ffffff",
    Role.TEXT: "#ffffff",
    Role.MUTED: "#ececec",
    Role.DISABLED: "#a6a6a6",
    Role.ACCENT: "#d0bcff",
    Role.ACCENT_HOVER: "#e4d8ff",
    Role.ACCENT_PRESSED: "#b79cff",
    Role.ACCENT_SOFT: "#32255f",
    Role.FOCUS: "#ffee00",
    Role.ACCENT_TEXT: "#000000",
    Role.SELECTION: "#5a47a0",
    Role.POSITIVE: "#5ab8ff",
    Role.NEGATIVE: "#ffab40",
    Role.NEUTRAL: "#2e2e2e",
    Role.TRAIN: "#d4d4d4",
    Role.TEST: "#d0bcff",
    Role.ERROR: "#ffb3a8",
    Role.ERROR_SOFT: "#5c1410",
    Role.GRID: "#4a4a4a",
    Role.SHADOW: "#000000",
}
"""Text contrast is at least 7:1, edges at least 3:1 (WCAG 2.2, levels AAA and AA)."""

SCHEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
"""Colours by the name of their scheme."""
