"""The loss as a landscape over weights, and the way of the training through it."""
