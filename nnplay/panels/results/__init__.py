"""What the network says to whole data sets, and the examples behind the numbers."""
