"""The window's docks: the table of panels, their menus, and their positions."""
