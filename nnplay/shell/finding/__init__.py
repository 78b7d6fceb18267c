"""What Ctrl+K finds: commands, settings, layers, examples, lessons, words and pages of the guide, in one list."""
