"""Gestures: what a person does with the pointer over several events, one class each."""
