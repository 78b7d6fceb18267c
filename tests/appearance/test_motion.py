"""Motion: as the desktop has it, unless a person wants none."""

import pytest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from nnplay.appearance import motion


class Desktop(QProxyStyle):
    """A desktop whose animations take so long."""

    def __init__(self, duration_ms):
        super().__init__("Fusion")
        self._duration_ms = duration_ms

    def styleHint(self, hint, *rest):
        is_asked = hint == QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._duration_ms if is_asked else super().styleHint(hint, *rest)


@pytest.mark.parametrize(
    ("duration_ms", "mode", "is_wanted"),
    [(200, motion.SYSTEM, True), (0, motion.SYSTEM, False), (200, motion.OFF, False), (0, motion.OFF, False)],
)
def test_the_desktop_decides_unless_a_person_does(qapp, monkeypatch, duration_ms, mode, is_wanted):
    style = Desktop(duration_ms)
    monkeypatch.setattr(QApplication, "style", lambda: style)
    motion.set_mode(mode)
    try:
        assert motion.is_wanted() is is_wanted
    finally:
        motion.set_mode(motion.SYSTEM)
