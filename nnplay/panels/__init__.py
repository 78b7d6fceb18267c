"""The panels: views of the project and the training, each in a dock; they know neither the canvas nor each other."""
