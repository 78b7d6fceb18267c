"""Curves over axes as every panel draws them."""
