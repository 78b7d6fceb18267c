"""What a person changes on the canvas: commands and menus, editors in place, each edit by its name."""
