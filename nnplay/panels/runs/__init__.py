"""The runs panel: the present run and those that have ended, what differs between them, and the way back to each."""
