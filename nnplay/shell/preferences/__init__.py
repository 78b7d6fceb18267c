"""The preferences dialog and the keyboard shortcuts."""
