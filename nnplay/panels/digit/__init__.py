"""The digit panel: draw a digit and see it read, with the steps to the network's input, the result and its reasons."""
