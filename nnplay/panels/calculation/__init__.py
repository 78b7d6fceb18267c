"""The calculation panel: one pass through the network step by step, typeset as mathematics."""
