"""What goes on inside the network: statistics of layers, histograms over time, weights and feature maps."""
