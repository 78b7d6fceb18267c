"""What a person meets first and sets once: welcome, simple view, command palette, preferences, shortcuts, a class."""
