"""The activation panel: activation functions, and where the weighted sums of a layer lie on them."""
