"""Draw a digit and see it read: the pad, the steps to the network's picture, the answer and its reasons."""
