"""HeadView: the head of the table's first rows: each column's name above the distribution of its values."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from nnplay.appearance.theme import Role, theme
from nnplay.data.table import ColumnScan
from nnplay.panels.data_import.preview_model import PreviewModel
from nnplay.panels.data_import.words import range_text

_HEIGHT = 22
_MARGIN = 4
_WIDEST_BAR = 10
_MOST_BARS = 12
_MOST_NAMED = 5


class HeadView(QHeaderView):
    """Paints a small histogram of numbers or dates, or bars for the most frequent words; the tooltip says them."""

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._preview = model
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width(), self.fontMetrics().height() + _HEIGHT + 3 * _MARGIN)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        painter.save()
        super().paintSection(painter, rect, index)
        painter.restore()
        scan = self._preview.scan
        heights = bars(scan.columns[index]) if scan is not None else ()
        if not heights:
            return
        room = QRectF(rect).adjusted(_MARGIN, 0, -_MARGIN, -_MARGIN)
        width = min(_WIDEST_BAR, room.width() / len(heights))
        left = room.center().x() - width * len(heights) / 2
        is_numeric = scan is not None and bool(scan.columns[index].histogram)
        color = theme().color(Role.ACCENT if is_numeric else Role.MUTED)
        for place, height in enumerate(heights):
            high = max(1.0, height * _HEIGHT) if height else 0.0
            painter.fillRect(QRectF(left + place * width, room.bottom() - high, max(1.0, width - 1), high), color)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            text = self.words(self.logicalIndexAt(event.pos()))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def words(self, index: int) -> str:
        """Return the name of a column, the range of its numbers, and its most frequent values."""
        scan = self._preview.scan
        if scan is None or not 0 <= index < len(scan.columns):
            return ""
        found = scan.columns[index]
        lines = [found.name]
        if found.n_numbers or found.has_dates:
            lines.append(range_text(found))
        if found.categories:
            ranked = sorted(zip(found.counts, found.categories, strict=True), key=lambda each: -each[0])
            shown = [f"{name}: {count:,}" for count, name in ranked[:_MOST_NAMED]]
            lines += [*shown, "…"] if len(ranked) > _MOST_NAMED else shown
        if found.n_missing:
            lines.append(self.tr("%Ln empty cell(s)", "", found.n_missing))
        return "\n".join(lines)


def bars(found: ColumnScan) -> tuple[float, ...]:
    """Return the heights of a column's bars, 0 to 1; none if there is nothing to show."""
    if found.has_dates:
        return found.histogram
    is_counted = bool(found.categories) and (found.n_words > found.n_numbers or len(found.categories) <= _MOST_BARS)
    if is_counted:
        counts = found.counts
        if found.n_words:
            counts = tuple(sorted(counts, reverse=True))
        return tuple(count / max(counts) for count in counts[:_MOST_BARS])
    return found.histogram if found.n_numbers >= found.n_words else ()
