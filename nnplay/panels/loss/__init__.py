"""The loss panel: the curves of a run, its events, and earlier runs."""
