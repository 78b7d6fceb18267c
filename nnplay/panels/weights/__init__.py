"""The weight table: every number of a layer, to see and to set."""
