"""The window, assembled: application, session, actions, docks, messages, settings."""
