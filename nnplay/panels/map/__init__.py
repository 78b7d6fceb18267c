"""The decision map: the network's output at every point of the plane, and points to draw into it."""
