"""The code panel: the project as a program for another library."""

from nnplay.panels.code.code_panel import CodePanel

__all__ = ["CodePanel"]
