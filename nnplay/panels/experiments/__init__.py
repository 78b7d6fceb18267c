"""The experiments panel: one project trained many times with other settings, side by side."""
