"""The weight table: every number of a layer, to be seen and set."""
