"""Writing a lesson of one's own."""
