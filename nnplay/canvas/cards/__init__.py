"""A layer's card: where everything lies on it, what its neurons look like, its buttons."""
