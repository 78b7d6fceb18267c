"""The landscape panel: the loss over weights, and the path of training through it."""
