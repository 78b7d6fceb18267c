"""Guidance for beginners: hints, and the buttons of empty panels."""
