"""Gestures with the mouse over several events, one class each."""
