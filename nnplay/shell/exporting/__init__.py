"""Export in the window: the table of all formats, the dialog that shows them, and writing in the background."""
