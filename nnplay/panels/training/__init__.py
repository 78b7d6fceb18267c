"""The training panel: all settings of training that are not in the control bar."""
