"""Exporting in the window: the table of all formats, the dialog that shows them, the writing beside the GUI thread."""
