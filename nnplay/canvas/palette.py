"""LayerPalette: the strip of layers that a person can drag onto the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QWidget

from nnplay.canvas import faces
from nnplay.canvas.layer_mime import layer_mime
from nnplay.engine import NetworkSpec
from nnplay.look import metrics
from nnplay.look.icons import set_icon


class LayerChip(QToolButton):
    """One kind of layer: dragged, double-clicked or chosen with Enter.

    Signals
    -------
    activated(str) : append a layer of this kind.
    """

    activated = Signal(str)

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self._pressed_at: QPoint | None = None
        self.setProperty("look", "raised")
        self.setText(faces.title(kind))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(metrics.ICON, metrics.ICON))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(
            self.tr("{explanation}\nDrag it onto the network, or double-click.").format(
                explanation=faces.explanation(kind)
            )
        )
        self.setAccessibleName(faces.title(kind))
        self.setAccessibleDescription(faces.explanation(kind))
        set_icon(self, faces.face(kind).icon)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None:
            moved = event.position().toPoint() - self._pressed_at
            if moved.manhattanLength() >= QApplication.startDragDistance():
                self._pressed_at = None
                self.setDown(False)
                self._start_drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(self.kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.kind)
        else:
            super().keyPressEvent(event)

    def _start_drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(layer_mime(self.kind))
        picture = self.grab()
        drag.setPixmap(picture)
        drag.setHotSpot(self.rect().center())
        drag.exec(Qt.DropAction.CopyAction)


class LayerPalette(QWidget):
    """A strip of chips, one for each kind of layer that the engine has.

    Signals
    -------
    layer_activated(str) : a person asks for a layer of this kind without saying where.
    """

    layer_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Layers to add"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(metrics.MEDIUM, metrics.SMALL, metrics.MEDIUM, metrics.SMALL)
        layout.setSpacing(metrics.SMALL)
        caption = QLabel(self.tr("Add a layer"), self)
        caption.setProperty("look", "muted")
        layout.addWidget(caption)
        self.chips = {kind: LayerChip(kind, self) for kind in faces.kinds()}
        for chip in self.chips.values():
            chip.activated.connect(self._on_chip_activated)
            layout.addWidget(chip)
        layout.addStretch(1)

    def show_for(self, network: NetworkSpec) -> None:
        """Show the layers that are of use in a network: those for pictures where it has pictures."""
        for kind, chip in self.chips.items():
            chip.setVisible(faces.is_useful(kind, network))

    @Slot(str)
    def _on_chip_activated(self, kind: str) -> None:
        self.layer_activated.emit(kind)
