"""The data page: all examples, sorted and page by page, how their values are distributed, what is done to each."""
