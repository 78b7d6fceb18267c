"""The network in words, for screen readers."""
