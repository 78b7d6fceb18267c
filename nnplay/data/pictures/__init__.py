"""Pictures from files: decoded and resized, one folder per class."""
