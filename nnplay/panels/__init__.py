"""The panels: views of the project and the training that live in docks; they do not know the canvas or each other."""
