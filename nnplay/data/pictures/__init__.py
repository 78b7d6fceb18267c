"""Pictures from files: decoded, resized, a folder for each class."""
