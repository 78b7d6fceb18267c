"""The picture of a sweep: the quality of the networks along one axis, as an SVG file."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import floor, log10

from nnplay.runs.sweeps.summary import Spread, SummaryRow

_WIDTH, _HEIGHT = 720, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 200, 30, 60
_COLORS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#000000")
"""The colours of Okabe and Ito, which people with any colour vision can tell apart."""

_WIDE = 20
"""Ratio of the largest to the smallest number from which the scale is logarithmic."""

Point = tuple[float, Spread]


def picture(names: Sequence[str], rows: Sequence[SummaryRow]) -> bytes:
    """Return medians as lines with bars from minimum to maximum, one colour for each combination of the other axes.

    The first numeric axis is horizontal; without one, the combinations are side by side. The vertical axis is the
    accuracy, or the loss if there are no classes.
    """
    axis = next(
        (name for name in names if all(isinstance(row.values.get(name), int | float) for row in rows)),
        None,
    )
    has_accuracy = any(row.accuracy is not None for row in rows)
    series: dict[str, list[Point]] = {}
    for place, row in enumerate(rows):
        found = row.accuracy if has_accuracy else row.loss
        if found is None:
            continue
        x = float(place + 1) if axis is None else float(row.values[axis])
        others = [f"{name}={value}" for name, value in row.values.items() if name != axis and value != "-"]
        series.setdefault(", ".join(others), []).append((x, found))
    label = "accuracy" if has_accuracy else "loss"
    return _drawn(
        axis or "", label, {name: sorted(points, key=lambda point: point[0]) for name, points in series.items()}
    )


class AxisScale:
    """Return numbers as positions from ``start`` to ``end``, and round numbers to label them."""

    def __init__(self, values: Sequence[float], start: float, end: float, *, may_be_logarithmic: bool = False) -> None:
        low, high = min(values), max(values)
        self._is_logarithmic = may_be_logarithmic and low > 0 and high / low >= _WIDE
        if low == high:
            low, high = low - 0.5, high + 0.5
        elif not self._is_logarithmic:
            low, high = low - 0.04 * (high - low), high + 0.04 * (high - low)
        self._low, self._high, self._start, self._end = low, high, start, end

    def at(self, value: float) -> float:
        """Return the position of a number."""
        if self._is_logarithmic:
            share = log10(value / self._low) / log10(self._high / self._low)
        else:
            share = (value - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)

    def ticks(self) -> list[float]:
        """Return the round numbers in a range."""
        if self._is_logarithmic:
            powers = range(floor(log10(self._low)), floor(log10(self._high)) + 1)
            found = [digit * 10.0**power for power in powers for digit in (1, 2, 5)]
            return [value for value in found if self._low <= value <= self._high * (1 + 1e-9)]
        step = 10 ** floor(log10((self._high - self._low) / 2))
        step *= next(factor for factor in (1, 2, 5, 10) if (self._high - self._low) / (step * factor) <= 6)
        first = -(-self._low // step)
        return [round((first + k) * step, 12) for k in range(int((self._high - first * step) / step) + 1)]


def _drawn(x_label: str, y_label: str, series: dict[str, list[Point]]) -> bytes:
    points = [point for each in series.values() for point in each]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        ' font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    if points:
        x_scale = AxisScale([x for x, _ in points], _LEFT + 10, right - 10, may_be_logarithmic=True)
        y_scale = AxisScale([y for _, spread in points for y in (spread.least, spread.most)], bottom, _TOP)
        for y in y_scale.ticks():
            place = y_scale.at(y)
            parts.append(f'<path d="M{_LEFT} {place:.1f}H{right}" stroke="#dddddd"/>')
            parts.append(f'<text x="{_LEFT - 8}" y="{place + 4:.1f}" text-anchor="end">{y:g}</text>')
        for x in x_scale.ticks() if x_label else []:
            place = x_scale.at(x)
            parts.append(f'<path d="M{place:.1f} {bottom}v5" stroke="black"/>')
            parts.append(f'<text x="{place:.1f}" y="{bottom + 20}" text-anchor="middle">{x:g}</text>')
        for number, (name, line) in enumerate(series.items()):
            color = _COLORS[number % len(_COLORS)]
            corners = " ".join(f"{x_scale.at(x):.1f},{y_scale.at(spread.median):.1f}" for x, spread in line)
            parts.append(f'<polyline points="{corners}" fill="none" stroke="{color}" stroke-width="1.5"/>')
            for x, spread in line:
                place = x_scale.at(x)
                low, middle, high = (y_scale.at(y) for y in (spread.least, spread.median, spread.most))
                parts.append(f'<path d="M{place:.1f} {low:.1f}V{high:.1f}" stroke="{color}" stroke-opacity="0.5"/>')
                parts.append(f'<circle cx="{place:.1f}" cy="{middle:.1f}" r="3" fill="{color}"/>')
            height = _TOP + 10 + 18 * number
            if name and height < bottom:
                parts.append(f'<circle cx="{right + 14}" cy="{height}" r="4" fill="{color}"/>')
                parts.append(f'<text x="{right + 24}" y="{height + 4}">{escape(name)}</text>')
    parts.append(f'<path d="M{_LEFT} {_TOP}V{bottom}H{right}" fill="none" stroke="black"/>')
    parts.append(
        f'<text x="{(_LEFT + right) / 2:.0f}" y="{_HEIGHT - 14}" text-anchor="middle">{escape(x_label)}</text>'
    )
    middle = (_TOP + bottom) / 2
    turned = f'x="18" y="{middle:.0f}" transform="rotate(-90 18 {middle:.0f})"'
    parts.append(f'<text {turned} text-anchor="middle">{escape(y_label)}</text>')
    return "\n".join([*parts, "</svg>\n"]).encode()
