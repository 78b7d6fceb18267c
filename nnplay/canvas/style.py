"""The canvas's fonts, pens and brushes, made once per theme and never inside ``paint``."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPen

from nnplay.appearance import metrics
from nnplay.appearance.roles import SCHEMES
from nnplay.appearance.theme import Role, theme

CARD_RADIUS = 12.0
_NUMBER_PX = 7
"""Height of text that is only read at nearly twice the normal zoom."""


class Style:
    """Fonts, pens and brushes in the colours of one theme."""

    def __init__(self) -> None:
        def color(role: Role) -> QColor:
            return theme().color(role)

        self.name_font = metrics.font(metrics.Text.BODY, bold=True)
        self.caption_font = metrics.font(metrics.Text.CAPTION)
        self.control_font = metrics.font(metrics.Text.BODY)
        self.figure_font = metrics.font(metrics.Text.HEADING, bold=True)
        self.number_font = metrics.font(metrics.Text.CAPTION)
        self.number_font.setPixelSize(round(grown(_NUMBER_PX)))
        self.name_width = QFontMetricsF(self.name_font).horizontalAdvance
        self.caption_width = QFontMetricsF(self.caption_font).horizontalAdvance
        self.control_width = QFontMetricsF(self.control_font).horizontalAdvance

        self.canvas = QBrush(color(Role.CANVAS))
        self.card = QBrush(color(Role.SURFACE))
        self.number = QBrush(_faded(color(Role.SURFACE), 215))
        self.card_edge = QPen(color(Role.BORDER), 1)
        self.card_edge_hover = QPen(color(Role.OUTLINE), 1)
        self.card_edge_selected = QPen(color(Role.ACCENT), 2)
        self.tile_plain = QBrush(color(Role.NEUTRAL))
        self.tile_edge = QPen(color(Role.OUTLINE), 1)
        self.tile_edge_hover = QPen(color(Role.ACCENT), 2)
        self.veil = QBrush(_faded(color(Role.SURFACE), 170))
        self.tile_gap = QPen(color(Role.SURFACE), 1.5)
        self.dot = QBrush(color(Role.OUTLINE))
        self.text = QPen(color(Role.TEXT))
        self.muted = QPen(color(Role.MUTED))
        self.control = QBrush(color(Role.RAISED))
        self.control_hover = QBrush(color(Role.HOVER))
        self.control_pressed = QBrush(color(Role.PRESSED))
        self.control_edge = QPen(color(Role.BORDER), 1)
        self.glyph = _round(QPen(color(Role.TEXT), 1.5))
        self.glyph_disabled = _round(QPen(color(Role.DISABLED), 1.5))
        self.ribbon = QBrush(_faded(color(Role.OUTLINE), 70))
        self.strand = QPen(color(Role.OUTLINE), 1.2)
        self.bow = _round(QPen(_faded(color(Role.OUTLINE), 130), 5))
        self.bow_selected = _round(QPen(color(Role.ACCENT), 5))
        self.port_edge = QPen(color(Role.OUTLINE), 1)
        self.port_edge_near = QPen(color(Role.SURFACE), 1.5)
        self.port_near = QBrush(color(Role.ACCENT))
        self.highlight = QPen(color(Role.ACCENT), 2.5)
        self.halo = QPen(_faded(color(Role.ACCENT), 60), 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self.hint = QBrush(color(Role.TEXT))
        self.hint_text = QPen(color(Role.CANVAS))
        self.hint_muted = QPen(_mixed(color(Role.CANVAS), color(Role.TEXT), 0.3))
        self.ghost = QBrush(_faded(color(Role.ACCENT_SOFT), 200))
        self.ghost_edge = _dashed(QPen(color(Role.ACCENT), 2))
        self.refused = QBrush(color(Role.ERROR_SOFT))
        self.refused_edge = _dashed(QPen(color(Role.ERROR), 2))
        self.refused_text = QPen(color(Role.ERROR))


def style() -> Style:
    """Return the style of the current theme; this is cheap, so do not keep it beyond one paint."""
    return _style(theme().scheme, metrics.text_scale())


def grown(length: float) -> float:
    """Return a length, px of the scene, scaled by the user's text size."""
    return length * metrics.text_scale()


@lru_cache(maxsize=len(SCHEMES))
def _style(scheme: str, text_scale: float) -> Style:
    return Style()


def _faded(color: QColor, alpha: int) -> QColor:
    color.setAlpha(alpha)
    return color


def _mixed(color: QColor, other: QColor, share: float) -> QColor:
    """Return ``color`` mixed with ``share`` of ``other``."""
    return QColor.fromRgbF(
        color.redF() * (1 - share) + other.redF() * share,
        color.greenF() * (1 - share) + other.greenF() * share,
        color.blueF() * (1 - share) + other.blueF() * share,
    )


def _round(pen: QPen) -> QPen:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _dashed(pen: QPen) -> QPen:
    pen.setDashPattern([4, 3])
    return pen
