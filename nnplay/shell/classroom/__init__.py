"""What a teacher locks and hides, and how the window shows it."""
