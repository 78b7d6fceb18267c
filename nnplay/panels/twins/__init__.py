"""Twins: asking for one, and how it and the present network learn side by side."""
