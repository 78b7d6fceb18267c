"""The decision map: what the network answers at every point of the plane, and points to draw into it."""
