"""CardItem: one layer as a card with its name, its neurons and its controls."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsRectItem,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from nnplay.appearance import locked
from nnplay.appearance.marks import draw_cross, draw_lock
from nnplay.appearance.number_text import short_text
from nnplay.canvas.cards import faces
from nnplay.canvas.cards.card_button import CardButton, Sign
from nnplay.canvas.cards.card_layout import PADDING, Body, CardLayout, control_height, is_pass_through, shape_text
from nnplay.canvas.cards.far_face import paint_far_face
from nnplay.canvas.cards.units_item import UnitsItem
from nnplay.canvas.editing.network_edits import NetworkEdits
from nnplay.canvas.style import CARD_RADIUS, grown, style
from nnplay.engine import Input, NetworkSpec, Node, Placeholder, Skipped
from nnplay.project import Project
from nnplay.project.controls import is_among
from nnplay.project.fitting import layer_with_units
from nnplay.project.locks import is_closed

_DRAG_DISTANCE = 6
_SKIPPED = 0.45
_MARK_AT, _MARK_STEP = QPointF(12, 12), 14.0
"""Position of the frozen mark in a card's upper left corner, and the distance of the muted mark from it."""

_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CardItem(QGraphicsObject):
    """A layer's card; its position is the middle of the layer.

    Signals
    -------
    pressed(str, bool) : the card was pressed; whether with a key that extends the selection.
    clicked(str) : the card was pressed and released without a drag and without such a key.
    dragged(str, QPointF) : the card is being dragged; its distance from where it was pressed.
    released(str) : the drag has ended.
    popup_wanted(str, str) : the user wants to edit a field ("units", "activation" or "rate") of the layer.
    stepper_hovered(CardButton | None) : the pointer is on − or +, or has left it.
    """

    pressed = Signal(str, bool)
    clicked = Signal(str)
    dragged = Signal(str, QPointF)
    released = Signal(str)
    popup_wanted = Signal(str, str)
    stepper_hovered = Signal(object)

    def __init__(self, edits: NetworkEdits, node: Node, layout: CardLayout) -> None:
        super().__init__()
        self._edits = edits
        self._node, self._layout, self._bounds = node, layout, _bounds(layout)
        self._kind_line = self._caption = ""
        self._is_frozen = self._is_muted = False
        self._is_selected = self._is_hovered = self._is_held = self._is_dragged = self._is_adding = False
        self._far_line, self._far_size = "", 0
        # Groups everything that is hidden at a distance; it paints nothing itself.
        self._inside = QGraphicsRectItem(self)
        self._inside.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self.units = UnitsItem(self._inside, node.name, layout)
        self._less = CardButton(self._inside, Sign.MINUS)
        self._count = CardButton(self._inside, None, is_flat=True)
        self._more = CardButton(self._inside, Sign.PLUS)
        self._activation = CardButton(self._inside, Sign.CHEVRON)
        self._rate = CardButton(self._inside, None)
        self._remove = CardButton(self._inside, Sign.CROSS, is_flat=True)
        self._is_removable = False
        self._hidden: tuple[str, ...] = ()
        self._less.clicked.connect(self._on_less_clicked)
        self._count.clicked.connect(self._on_count_clicked)
        self._more.clicked.connect(self._on_more_clicked)
        for step in (self._less, self._more):
            step.hovered.connect(self._on_step_hovered)
        self._activation.clicked.connect(self._on_activation_clicked)
        self._rate.clicked.connect(self._on_rate_clicked)
        # Queued: removing the card destroys its button, which must have returned from its event by then.
        self._remove.clicked.connect(self._on_remove_clicked, Qt.ConnectionType.QueuedConnection)
        self.setAcceptHoverEvents(True)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def name(self) -> str:
        """The layer's name."""
        return self._node.name

    @property
    def layout(self) -> CardLayout:
        """The positions of the card's parts."""
        return self._layout

    def control(self, field: str) -> CardButton:
        """Return the button "less", "units", "more", "activation", "rate" or "remove"."""
        return {
            "less": self._less,
            "units": self._count,
            "more": self._more,
            "activation": self._activation,
            "rate": self._rate,
            "remove": self._remove,
        }[field]

    def show_node(
        self,
        project: Project,
        node: Node,
        layout: CardLayout,
        unit_names: tuple[str, ...] = (),
        *,
        shows_maps: bool = True,
        shows_count: bool = True,
    ) -> None:
        """Show the current state of the layer.

        Parameters
        ----------
        unit_names
            Names of the units, for tiles without a picture; empty for none.
        shows_maps
            Whether a convolution shows feature maps instead of filters.
        shows_count
            Whether it tells how many weights the layer has.
        """
        network = project.network
        self.prepareGeometryChange()
        self._node, self._layout, self._bounds = node, layout, _bounds(layout)
        shape, kind = network.shapes[node.name], faces.title_of(node.layer)
        n_parameters = sum(slot.size for slot in network.node_slots(node.name))
        self._far_line = self.tr("{kind} · {shape}").format(kind=kind, shape=shape_text(shape))
        if is_pass_through(network, node):
            self._kind_line, self._caption = kind, shape_text(shape)
        else:
            self._kind_line = self._far_line
            counted = self.tr("%Ln param(s)", "", n_parameters) if shows_count else self.tr("? params")
            self._caption = counted if n_parameters else ""
        if isinstance(node.layer, Skipped):
            self._kind_line, self._caption = kind, self.tr("skipped")
            self._far_line = kind
        elif isinstance(node.layer, Placeholder):
            self._caption = self.tr("placeholder")
        self.setOpacity(_SKIPPED if isinstance(node.layer, Skipped) else 1.0)
        self.units.set_layout(layout, unit_names, self._note(network, shows_maps=shows_maps))
        self.setToolTip(faces.explanation_of(node.layer))
        self._hidden = project.classroom.hidden
        self._place_controls()
        self._offer_controls(project, is_given=layer_with_units(network) is node)
        self.update()

    @property
    def caption(self) -> str:
        """The line at the bottom: how many weights the layer has, or what it gives."""
        return self._caption

    def show_parameters(self, network: NetworkSpec, parameters: NDArray[np.float32], scale: float) -> None:
        """Show the biases of a flat parameter vector on a scale to ±``scale``."""
        self.units.set_biases(network.view(parameters, self.name, "bias"), scale)

    def set_far(self, text_size: int) -> None:
        """Show only what is readable at a distance, with this text height (px of the scene); 0 shows everything."""
        if text_size != self._far_size:
            self._far_size = text_size
            self._inside.setVisible(not text_size)
            self.update()

    def set_selected(self, is_selected: bool) -> None:
        """Show whether the card is selected."""
        if is_selected != self._is_selected:
            self._is_selected = is_selected
            self.update()

    def set_marks(self, *, is_frozen: bool, is_muted: bool) -> None:
        """Show whether the whole layer is frozen, and whether it is muted."""
        if (is_frozen, is_muted) != (self._is_frozen, self._is_muted):
            self._is_frozen, self._is_muted = is_frozen, is_muted
            self.update()

    def apply_theme(self) -> None:
        """Update to the theme's colours."""
        self.units.apply_theme()
        for item in (self, *self._inside.childItems()):
            item.update()

    def boundingRect(self) -> QRectF:
        return self._bounds  # cached: Qt asks for it several times per frame

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look, layout = style(), self._layout
        pen = QPen(
            look.card_edge_selected
            if self._is_selected
            else look.card_edge_hover
            if self._is_hovered
            else look.card_edge
        )
        if isinstance(self._node.layer, Placeholder):
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(look.card)
        painter.drawRoundedRect(layout.rect, CARD_RADIUS, CARD_RADIUS)
        if self._far_size:
            paint_far_face(painter, layout.rect, self.name, self._far_line, self._far_size)
            self._paint_marks(painter)
            return
        top, width = layout.rect.top(), layout.width - 2 * PADDING
        name = QFontMetricsF(look.name_font).elidedText(self.name, Qt.TextElideMode.ElideMiddle, width)
        painter.setFont(look.name_font)
        painter.setPen(look.text)
        line, middle = QRectF(-layout.width / 2, top, layout.width, 0), Qt.AlignmentFlag.AlignCenter
        painter.drawText(line.adjusted(0, grown(10), 0, grown(28)), middle, name)
        painter.setFont(look.caption_font)
        painter.setPen(look.muted)
        kind = QFontMetricsF(look.caption_font).elidedText(self._kind_line, Qt.TextElideMode.ElideRight, width)
        painter.drawText(line.adjusted(0, grown(28), 0, grown(43)), middle, kind)
        painter.drawText(layout.caption, middle, self._caption)
        self._paint_marks(painter)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._set_hovered(True)

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        is_header = self._grip.contains(event.pos())
        self.setCursor(Qt.CursorShape.OpenHandCursor if is_header else Qt.CursorShape.ArrowCursor)
        # Below the header, hover labels describe neurons and weights; a tooltip would cover them.
        self.setToolTip(faces.explanation_of(self._node.layer) if is_header else "")

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._set_hovered(False)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._is_held = True
        self._is_adding = bool(event.modifiers() & _ADDING)
        self.pressed.emit(self.name, self._is_adding)

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        moved = event.scenePos() - event.buttonDownScenePos(Qt.MouseButton.LeftButton)
        is_by_header = self._grip.contains(event.buttonDownPos(Qt.MouseButton.LeftButton))
        if self._is_dragged or (self._is_held and is_by_header and moved.manhattanLength() > _DRAG_DISTANCE):
            self._is_dragged = True
            self.dragged.emit(self.name, moved)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        # The drop may scroll the view, which sends more moves before this release has returned; they are not a drag.
        was_dragged, self._is_dragged, self._is_held = self._is_dragged, False, False
        if was_dragged:
            self.released.emit(self.name)
        elif not self._is_adding:
            self.clicked.emit(self.name)

    @property
    def _grip(self) -> QRectF:
        """The part of the card that can be dragged."""
        return self._layout.rect if self._far_size else self._layout.header

    def _note(self, network: NetworkSpec, *, shows_maps: bool) -> str:
        """Return what the samples are, and how many of the total are shown."""
        layout, is_picture = self._layout, len(network.shapes[self.name]) == 3
        if layout.body is Body.EXAMPLES:
            return self.tr("examples")
        if layout.body is not Body.SAMPLES:
            return ""
        some, counts = layout.n_shown < layout.n_units, {"shown": layout.n_shown, "all": layout.n_units}
        if not is_picture:
            return self.tr("{shown} of {all}").format(**counts) if some else ""
        if shows_maps or is_pass_through(network, self._node):
            return self.tr("{shown} of {all} maps").format(**counts) if some else self.tr("feature maps")
        return self.tr("{shown} of {all} filters").format(**counts) if some else self.tr("filters")

    def _paint_marks(self, painter: QPainter) -> None:
        at, color = self._layout.rect.topLeft() + _MARK_AT, style().text.color()
        if self._is_frozen:
            draw_lock(painter, at, color)
            at += QPointF(_MARK_STEP, 0)
        if self._is_muted:
            draw_cross(painter, at, color)

    def _place_controls(self) -> None:
        layer, stepper, choice = self._node.layer, self._layout.control(0), self._layout.control(1)
        field = faces.units_field(layer)
        units = None if field is None else getattr(layer, field)
        for button in (self._less, self._count, self._more):
            button.setVisible(units is not None and not self._is_hidden("units"))
        self._count.set_text("" if units is None else str(units))
        side = control_height()
        self._less.place(QRectF(stepper.left(), stepper.top(), side, side))
        self._more.place(QRectF(stepper.right() - side, stepper.top(), side, side))
        self._count.place(stepper.adjusted(side + 2, 0, -side - 2, 0))
        activation = None if isinstance(layer, Skipped) else getattr(layer, "activation", None)
        self._activation.setVisible(activation is not None and not self._is_hidden("activations"))
        self._activation.set_text(activation or "")
        self._activation.place(choice)
        rate = getattr(layer, "rate", None)
        self._rate.setVisible(rate is not None and not self._is_hidden("layer_settings"))
        self._rate.set_text("" if rate is None else short_text(rate))
        self._rate.place(choice)
        corner = self._layout.rect.topRight()
        self._remove.place(QRectF(corner.x() - 25, corner.y() + 5, 20, 20))

    def _is_hidden(self, control: str) -> bool:
        return is_among(control, self._hidden)

    def _offer_controls(self, project: Project, *, is_given: bool) -> None:
        """Disable what is fixed by the data or locked, with the reason; remove what is hidden."""
        given = self.tr("The data determine the number of outputs of the last layer") if is_given else ""
        for button, control, tip, why_not in (
            (self._less, "units", self.tr("One unit less"), given),
            (self._more, "units", self.tr("One unit more"), given),
            (self._count, "units", self.tr("Number of units. Click to edit"), given),
            (self._activation, "activations", self.tr("Activation function"), ""),
            (
                *(self._rate, "layer_settings"),
                *(self.tr("Share of the neurons that are switched off. Click to edit"), ""),
            ),
            (self._remove, "palette", self.tr("Remove this layer"), ""),
        ):
            reason = locked.reason(project) if is_closed(project, control) else why_not
            button.set_reason(reason or tip, is_enabled=not reason)
        self._is_removable = not (
            isinstance(self._node.layer, Input) or is_closed(project, "palette") or self._is_hidden("palette")
        )
        self._remove.setVisible(self._is_hovered and self._is_removable)

    def _set_hovered(self, is_hovered: bool) -> None:
        self._is_hovered = is_hovered
        self._remove.setVisible(is_hovered and self._is_removable)
        self.update()

    @Slot()
    def _on_less_clicked(self) -> None:
        self._edits.step_units(self.name, -1)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._edits.step_units(self.name, 1)

    @Slot(bool)
    def _on_step_hovered(self, is_hovered: bool) -> None:
        self.stepper_hovered.emit(self.sender() if is_hovered else None)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._edits.structure.remove((self.name,))

    @Slot()
    def _on_count_clicked(self) -> None:
        self.popup_wanted.emit(self.name, "units")

    @Slot()
    def _on_activation_clicked(self) -> None:
        self.popup_wanted.emit(self.name, "activation")

    @Slot()
    def _on_rate_clicked(self) -> None:
        self.popup_wanted.emit(self.name, "rate")


def _bounds(layout: CardLayout) -> QRectF:
    return layout.rect.adjusted(-1.5, -1.5, 1.5, 1.5)
