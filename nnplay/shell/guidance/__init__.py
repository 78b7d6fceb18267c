"""What to try first: hints, and the buttons of empty panels."""
