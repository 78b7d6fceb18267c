"""The palette's layers as drag-and-drop data: only the name of the kind."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from nnplay.canvas.cards import faces

LAYER_MIME = "application/x-nnplay-layer"


def layer_mime(kind: str) -> QMimeData:
    """Return drag data for a kind of layer."""
    data = QMimeData()
    data.setData(LAYER_MIME, kind.encode())
    return data


def layer_kind(data: QMimeData) -> str | None:
    """Return the kind in drag data; None if it contains no kind that can be added."""
    kind = data.data(LAYER_MIME).toStdString() if data.hasFormat(LAYER_MIME) else ""
    return kind if kind in faces.kinds() else None
