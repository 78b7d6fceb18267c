"""The inside panel: statistics of layers, histograms over time, weights and feature maps."""
