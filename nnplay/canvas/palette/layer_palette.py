"""LayerPalette: the strip of layers above the canvas: as many as fit, and a button for all."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.appearance.qt_types import layout_of
from nnplay.canvas.cards import faces
from nnplay.canvas.palette.drawer import PaletteDrawer
from nnplay.canvas.palette.layer_chip import LayerChip
from nnplay.engine import NetworkSpec


class LayerPalette(QWidget):
    """Chips of the layers that are useful in the network, and a drawer with all layers and templates.

    Signals
    -------
    layer_activated(str) : the user wants a layer of this kind, at no particular position.
    template_chosen(str) : the user wants the network of a template.
    """

    layer_activated = Signal(str)
    template_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Layers to add"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(metrics.MEDIUM, metrics.SMALL, metrics.MEDIUM, metrics.SMALL)
        layout.setSpacing(metrics.SMALL)
        self.chips = {kind: LayerChip(kind, self) for kind in faces.kinds()}
        self._useful = set(self.chips)
        for chip in self.chips.values():
            chip.activated.connect(self.layer_activated)
            layout.addWidget(chip)
        layout.addStretch(1)
        self.all_button = QToolButton(self)
        self.all_button.setProperty("look", "raised")
        self.all_button.setText(self.tr("All layers"))
        self.all_button.setToolTip(self.tr("All layers, to search and to drag, and whole networks"))
        self.all_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.all_button.setIconSize(QSize(metrics.ICON, metrics.ICON))
        set_icon(self.all_button, "search")
        layout.addWidget(self.all_button)
        self.all_button.clicked.connect(self.open_drawer)

    @cached_property
    def drawer(self) -> PaletteDrawer:
        """All layers and all templates; created when it is first opened."""
        drawer = PaletteDrawer(self)
        drawer.layer_activated.connect(self.layer_activated)
        drawer.template_chosen.connect(self.template_chosen)
        return drawer

    def show_for(self, network: NetworkSpec) -> None:
        """Show the layers that are useful in a network: those for pictures only if it has pictures."""
        self._useful = {kind for kind in self.chips if faces.is_useful(kind, network)}
        self._show_fitting()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.all_button.sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_fitting()

    @Slot()
    def open_drawer(self) -> None:
        """Show all layers, or hide them again."""
        self.drawer.toggle(self.all_button)

    def _show_fitting(self) -> None:
        margins = layout_of(self).contentsMargins()
        room = self.width() - margins.left() - margins.right() - self.all_button.sizeHint().width()
        for kind, chip in self.chips.items():
            room -= chip.sizeHint().width() + metrics.SMALL if kind in self._useful else 0
            chip.setVisible(kind in self._useful and room >= 0)
