"""The calculation panel: one pass through the network step by step, set as mathematics is set."""
