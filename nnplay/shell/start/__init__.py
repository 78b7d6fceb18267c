"""Start pages: the welcome over the window, and the dialog of all examples and networks, with their pictures."""
