"""The palette: every layer of the engine and the templates, to drag onto the canvas or to add."""
