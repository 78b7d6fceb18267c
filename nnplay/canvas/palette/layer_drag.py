"""LayerDrag: turns a mouse drag on a widget into a drag of one kind of layer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from nnplay.canvas.layer_mime import layer_mime


class LayerDrag(QObject):
    """Watches a widget, which still handles its own clicks and double clicks.

    Signals
    -------
    started : a drag has started.
    """

    started = Signal()

    def __init__(self, kind: str, source: QWidget) -> None:
        super().__init__(source)
        self._kind, self._source = kind, source
        self._pressed_at: QPoint | None = None
        source.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed_at = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed_at is not None:
            moved = event.position().toPoint() - self._pressed_at
            if moved.manhattanLength() >= QApplication.startDragDistance():
                self._pressed_at = None
                self._start()
                return True
        return False

    def _start(self) -> None:
        drag = QDrag(self._source)
        drag.setMimeData(layer_mime(self._kind))
        picture: QPixmap = self._source.grab()
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(min(picture.deviceIndependentSize().toSize().width() // 2, 60), picture.height() // 2))
        self.started.emit()
        drag.exec(Qt.DropAction.CopyAction)
