"""A run as a film: its pictures taken by the time machine, as a GIF or as a series of PNG files."""
