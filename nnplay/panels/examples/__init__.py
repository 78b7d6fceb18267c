"""The examples panel: all examples, sorted and page by page, with the distribution of values and each preparation."""
