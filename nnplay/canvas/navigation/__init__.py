"""Getting about on the canvas: places, motion, zoom and detail, keys, what is chosen."""
