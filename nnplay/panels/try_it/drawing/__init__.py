"""Pictures in the panel "Try it": the pad, the steps to the network's input, the answer and its reasons."""
