"""The panel with everything about training that has no place in the control bar."""
