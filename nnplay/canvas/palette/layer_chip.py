"""LayerChip: one kind of layer as a small button of the palette."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolButton, QToolTip, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.canvas.cards import faces
from nnplay.canvas.palette.groups import shape_rule
from nnplay.canvas.palette.layer_drag import LayerDrag


class LayerChip(QToolButton):
    """One kind of layer: drag it, double-click it, or press Enter; a single click explains this.

    Signals
    -------
    activated(str) : append a layer of this kind.
    """

    activated = Signal(str)

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setProperty("look", "raised")
        self.setText(faces.title(kind))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(metrics.ICON, metrics.ICON))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(
            self.tr("{explanation}\n{rule}\nDrag onto the network, or double-click.").format(
                explanation=faces.explanation(kind), rule=shape_rule(kind)
            )
        )
        self.setAccessibleName(faces.title(kind))
        self.setAccessibleDescription(faces.explanation(kind))
        set_icon(self, faces.face(kind).icon)
        self.clicked.connect(self._on_clicked)
        self._drag = LayerDrag(kind, self)
        self._drag.started.connect(self._on_drag_started)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(self.kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.kind)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        QToolTip.showText(
            self.mapToGlobal(QPoint(0, self.height() // 2)),
            self.tr("Drag onto the network, or double-click."),
            self,
        )

    @Slot()
    def _on_drag_started(self) -> None:
        self.setDown(False)
