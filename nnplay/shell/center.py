"""Center: the middle of the window: the palette of layers, the band of a moment looked back to, and the canvas."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from nnplay.appearance import metrics
from nnplay.canvas import CanvasView, LayerPalette
from nnplay.shell.looking_back import LookingBackBand
from nnplay.shell.session import Session


class Center(QFrame):
    """Palette, band and canvas, one above the other."""

    def __init__(self, session: Session, layers: LayerPalette, canvas: CanvasView) -> None:
        super().__init__()
        self.setProperty("look", "canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.TINY,) * 4)
        column.setSpacing(0)
        column.addWidget(layers)
        column.addWidget(LookingBackBand(session))
        column.addWidget(canvas, 1)
