"""Navigation on the canvas: layout, animation, zoom and detail, keys, selection."""
