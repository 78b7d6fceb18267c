"""Plots with curves and axes, as all panels draw them."""
