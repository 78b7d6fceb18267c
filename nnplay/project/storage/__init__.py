"""The project's file: descriptions as JSON, arrays as tensors, written whole or not at all, read strictly."""
