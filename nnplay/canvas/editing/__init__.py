"""Editing on the canvas: commands and menus, editors in place, and the named edits."""
