"""The panel with the curves of a training, its events, and the runs before it."""
