"""The results panel: a network's predictions for whole data sets, and the examples behind the numbers."""
