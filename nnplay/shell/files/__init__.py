"""Files: opening and saving projects, data, lessons."""
