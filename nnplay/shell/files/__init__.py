"""What goes in and out by files: projects, data, lessons."""
