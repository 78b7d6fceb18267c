"""The assembled window: application, session, actions, docks, messages, settings."""
