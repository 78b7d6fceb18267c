"""The canvas: the network as cards, neurons and connections that a person can grab.

QtWidgets, GUI thread. Everything here is a projection of the document: items keep names and pictures, never the truth.
"""

from nnplay.canvas.palette.layer_palette import LayerPalette
from nnplay.canvas.view import CanvasView

__all__ = ["CanvasView", "LayerPalette"]
