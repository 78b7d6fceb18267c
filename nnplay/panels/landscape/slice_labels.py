"""SliceLabels: the names of what is seen along one weight: initial weight, gradient, learning rate, minimum."""

from __future__ import annotations

from math import isclose

import pyqtgraph
from PySide6.QtCore import QCoreApplication

from nnplay.appearance import metrics
from nnplay.appearance.number_text import short_text
from nnplay.appearance.theme import Role, theme
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.inspection.terrain import Slice

_START = QT_TRANSLATE_NOOP("landscape", "initial weight {w}")
_GRADIENT = QT_TRANSLATE_NOOP("landscape", "gradient {slope}")
_STEP = QT_TRANSLATE_NOOP("landscape", "learning rate {rate}")
_OTHER_STEP = QT_TRANSLATE_NOOP("landscape", "next step")
_MINIMUM = QT_TRANSLATE_NOOP("landscape", "minimum {w}")

_LEAST_STEP = 0.04
"""Share of the range below which a step is too short for names beside it."""

_ROLES = {"start": Role.ACCENT, "gradient": Role.NEGATIVE, "step": Role.TEXT, "minimum": Role.POSITIVE}


class SliceLabels:
    """Four texts in a plot, each shown only where there is room for it; they stand inside the valley."""

    def __init__(self, plot: pyqtgraph.PlotWidget) -> None:
        self._texts = {name: pyqtgraph.TextItem(anchor=(0.5, 0.5)) for name in _ROLES}
        for text in self._texts.values():
            text.setFont(metrics.font(metrics.Text.CAPTION))
            plot.addItem(text)
        self.apply_theme()

    @property
    def words(self) -> dict[str, str]:
        """What is shown, by name."""
        return {name: text.toPlainText() for name, text in self._texts.items() if text.isVisible()}

    def show(
        self, found: Slice, heights: dict[str, float], top: float, rate: float | None, *, shows_slope: bool
    ) -> None:
        """Name the places of a slice.

        Parameters
        ----------
        heights
            The heights in the plot of "start", "here", "next" and "minimum"; NaN or missing where there is none.
        top
            The highest visible height.
        rate
            The learning rate.
        shows_slope
            Whether more than the start is named.
        """
        low, high = float(found.values[0]), float(found.values[-1])
        middle = found.best[0] if found.best is not None else (low + high) / 2
        for text in self._texts.values():
            text.hide()
        self._put("start", _tr(_START).format(w=short_text(found.start)), found.start, heights["start"], middle)
        if not shows_slope:
            return
        if found.best is not None:
            words = _tr(_MINIMUM).format(w=short_text(found.best[0]))
            self._put("minimum", words, found.best[0], heights["minimum"], middle, anchor=(0.5, 1.4))
        step = found.next_value - found.value
        if abs(step) < _LEAST_STEP * (high - low) or not found.slope:
            return
        rise = 0.3 * (top - heights["here"])
        at = found.value + rise / found.slope
        words = _tr(_GRADIENT).format(slope=short_text(found.slope))
        self._put("gradient", words, at, heights["here"] + rise, middle)
        is_plain = rate is not None and isclose(step, -rate * found.slope, rel_tol=1e-3)
        words = _tr(_STEP).format(rate=f"{rate:g}") if is_plain else _tr(_OTHER_STEP)
        self._put("step", words, found.value + step / 2, (heights["here"] + heights["next"]) / 2, middle)

    def apply_theme(self) -> None:
        """Use the theme's new colours."""
        for name, text in self._texts.items():
            text.setColor(theme().color(_ROLES[name]))

    def _put(
        self,
        name: str,
        words: str,
        x: float,
        height: float,
        middle: float,
        anchor: tuple[float, float] | None = None,
    ) -> None:
        """Write words beside a point, on the side of the valley's middle."""
        text = self._texts[name]
        text.setText(words)
        text.setAnchor(anchor or ((1.06, 0.5) if x >= middle else (-0.06, 0.5)))
        text.setPos(x, height)
        text.setVisible(height == height)  # not NaN


def _tr(text: str) -> str:
    return QCoreApplication.translate("landscape", text)
