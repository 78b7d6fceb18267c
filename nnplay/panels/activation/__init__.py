"""The panel about activation functions, and where a layer's neurons lie on theirs."""
