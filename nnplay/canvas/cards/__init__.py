"""A layer's card: its layout, the pictures of its neurons, its buttons."""
