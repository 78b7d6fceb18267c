"""The canvas: the network as cards, neurons and connections that can be edited with the mouse and the keyboard.

QtWidgets, GUI thread. Everything here is a projection of the document: items keep names and pictures, never the state.
"""

from nnplay.canvas.palette.layer_palette import LayerPalette
from nnplay.canvas.view import CanvasView

__all__ = ["CanvasView", "LayerPalette"]
