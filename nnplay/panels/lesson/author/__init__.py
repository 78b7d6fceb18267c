"""The dialog for writing a lesson."""
