"""The dialog in which a table becomes data: how it is written, what its columns are for, what is to be predicted."""
