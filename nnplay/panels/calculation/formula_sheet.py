"""FormulaSheet: equations below each other; every number in them can be pointed at and clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.theme import Role, theme
from nnplay.engine import Part
from nnplay.panels.calculation.pieces import Glyphs, Ink, Link, Piece, Stroke, row
from nnplay.panels.calculation.typesetter import Typesetter
from nnplay.project.calculation import Equation, NumberFormat, calculation_text

_LINE_GAP = 5.0
_EQUATION_GAP = 7.0
_INDENT = 26.0


class FormulaSheet(QWidget):
    """A sheet of typeset equations; lines break before an equals sign or a plus where there is no more room.

    Signals
    -------
    part_pointed(Part | None) : the part of the network to which the number under the pointer belongs.
    leaf_clicked(Leaf) : a number that belongs to a part of the network was clicked.
    """

    part_pointed = Signal(object)
    leaf_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._equations: tuple[Equation, ...] = ()
        self._numbers = NumberFormat()
        self._atoms: list[list[list[Piece]]] = []
        self._inks: tuple[Ink, ...] = ()
        self._height = 0.0
        self._pointed: Link | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Equations"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme().changed.connect(self._on_theme_changed)

    @property
    def equations(self) -> tuple[Equation, ...]:
        """The equations shown."""
        return self._equations

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of all numbers, in reading order."""
        return tuple(ink for ink in self._inks if isinstance(ink, Link))

    def show_equations(self, equations: Sequence[Equation], numbers: NumberFormat) -> None:
        """Show these equations, with numbers in this format."""
        self._equations, self._numbers = tuple(equations), numbers
        typesetter = Typesetter(numbers)
        self.show_atoms([typesetter.atoms(equation) for equation in equations], calculation_text(equations, numbers))

    def show_atoms(self, atoms: Sequence[list[list[Piece]]], description: str) -> None:
        """Show what is typeset already, each equation as parts between which a line may end, and its words."""
        self._atoms = list(atoms)
        self.setAccessibleDescription(description)
        self._set_pointed(None)
        self._break_lines()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self._height))

    def link_rect(self, link: Link) -> QRectF:
        """Return where a link is in the widget."""
        return link.rect.translated(link.at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._break_lines()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_inks(painter, self._inks, QRectF(event.rect()), self._pointed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_pointed(self._link_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_pointed(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        link = self._link_at(event.position())
        if link is not None and event.button() == Qt.MouseButton.LeftButton:
            self.leaf_clicked.emit(link.leaf)

    def _link_at(self, at: QPointF) -> Link | None:
        return next(
            (link for link in self.links if link.leaf.part is not None and self.link_rect(link).contains(at)), None
        )

    def _set_pointed(self, link: Link | None) -> None:
        if link is self._pointed:
            return
        self._pointed = link
        self.setCursor(Qt.CursorShape.ArrowCursor if link is None else Qt.CursorShape.PointingHandCursor)
        self.update()
        part: Part | None = None if link is None else link.leaf.part
        self.part_pointed.emit(part)

    def _break_lines(self) -> None:
        self._inks, self._height = laid_out(self._atoms, max(self.width() - 2 * metrics.SMALL, 60), metrics.SMALL)
        self._pointed = None
        self.setMinimumHeight(round(self._height))
        self.updateGeometry()
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


def laid_out(equations: Sequence[list[list[Piece]]], width: float, left: float) -> tuple[tuple[Ink, ...], float]:
    """Return equations of atoms as inks in lines of at most ``width``, and their total height."""
    inks: list[Ink] = []
    y = _EQUATION_GAP
    for sides in equations:
        for number, line in enumerate(_lines(sides, width)):
            piece = row(line)
            inks += piece.laid_out(QPointF(left + (_INDENT if number else 0), y + piece.ascent))
            y += piece.height + _LINE_GAP
        y += _EQUATION_GAP - _LINE_GAP
    return tuple(inks), y + _EQUATION_GAP


def _lines(sides: list[list[Piece]], width: float) -> list[list[Piece]]:
    """Fill lines with whole sides; a side longer than a line is broken between its terms."""
    lines: list[list[Piece]] = [[]]
    room = width
    for side in sides:
        length = sum(piece.width for piece in side)
        if lines[-1] and length > room and len(lines[-1]) > (1 if len(lines) == 1 else 0):
            lines.append([])
            room = width - _INDENT
        for piece in side:
            if lines[-1] and piece.width > room:
                lines.append([])
                room = width - _INDENT
            lines[-1].append(piece)
            room -= piece.width
    return lines


def paint_inks(painter: QPainter, inks: Sequence[Ink], area: QRectF, pointed: Link | None = None) -> None:
    """Paint the part in an area, with the pointed number on a soft background."""
    colors = theme()
    if pointed is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color(Role.ACCENT_SOFT))
        painter.drawRoundedRect(pointed.rect.translated(pointed.at), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink in inks:
        if not area.top() - 60 <= ink.at.y() <= area.bottom() + 60:
            continue
        if isinstance(ink, Glyphs):
            painter.setFont(ink.font)
            painter.setPen(colors.color(ink.role))
            painter.drawText(ink.at, ink.text)
        elif isinstance(ink, Stroke):
            painter.setPen(QPen(colors.color(ink.role), 1.15))
            painter.drawPath(ink.path.translated(ink.at))
