"""What all plots are made with."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from nnplay.panels.plots import plot_style

PATIENCE_MS = 2500
"""Qt puts off finding places for items by two seconds."""


class Timers(QObject):
    """Counts the timers that fire in a scene and what belongs to it."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Timer
        return False


def test_a_hidden_plot_that_has_changed_does_nothing_afterwards(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    plot = plot_style.create_plot("x", "y", holder)
    plot_style.add_curve(plot, grows=False).setData([0.0, 1.0], [0.0, 1.0])
    timers = Timers()
    for each in (plot.scene(), *plot.scene().findChildren(QObject)):
        each.installEventFilter(timers)
    qtbot.wait(PATIENCE_MS)
    assert timers.count == 0


def test_what_is_dragged_over_a_plot_is_for_the_window(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    plot = plot_style.create_plot("x", "y", holder)
    assert not plot.acceptDrops()
    assert not plot.viewport().acceptDrops()
