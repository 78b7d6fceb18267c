"""The dialog in which a person makes classes of pictures by typing names and drawing or dropping examples."""
