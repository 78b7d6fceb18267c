"""The dialog that turns a table into data: its format, the uses of its columns, and what to predict."""
