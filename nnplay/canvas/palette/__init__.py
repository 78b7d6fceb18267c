"""The palette: every layer of the engine and the templates, to be dragged onto the canvas or added."""
