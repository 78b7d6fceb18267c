"""Timeline: a handle below the curves with which one goes back to any epoch of the run, and plays it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStyle, QStyleOptionSlider, QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.appearance.theme import Role, theme
from nnplay.panels.widgets.steady_label import SteadyLabel
from nnplay.training import TimeMachine

_FRAME_MS = 40
"""Interval of the pictures while it plays."""

_PLAY_S = 8.0
"""A run plays in about this time, however long it is; a short one at least an epoch a picture."""

_TICK_PX = 4.0


class Timeline(QWidget):
    """Play, a slider of epochs, the epoch in words, and Film. It is hidden until there is something to look back at.

    Signals
    -------
    film_wanted(): the person wants a film of the run.
    """

    film_wanted = Signal()

    def __init__(self, time_machine: TimeMachine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._machine = time_machine
        self._play = QToolButton()
        self._play.setIconSize(QSize(metrics.ICON - 2, metrics.ICON - 2))
        self._play.setCheckable(True)
        self._play.setToolTip(self.tr("Play the run from the epoch shown"))
        self._play.setAccessibleName(self.tr("Play the run"))
        set_icon(self._play, "play")
        self.slider = EventSlider()
        self.slider.setAccessibleName(self.tr("Epoch"))
        self.slider.setToolTip(self.tr("Look back at an earlier epoch (arrow keys, Home); End is the present"))
        self.film = QToolButton()
        self.film.setIconSize(QSize(metrics.ICON - 2, metrics.ICON - 2))
        self.film.setToolTip(self.tr("Make a film of the run: a GIF, or a series of pictures"))
        self.film.setAccessibleName(self.tr("Film of the run"))
        set_icon(self.film, "film")
        self._text = SteadyLabel()
        self._text.setProperty("look", "muted")
        self._timer = QTimer(self, interval=_FRAME_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.TINY)
        row.addWidget(self._play)
        row.addWidget(self.slider, 1)
        row.addWidget(self._text)
        row.addWidget(self.film)
        self._play.toggled.connect(self._on_play_toggled)
        self.film.clicked.connect(self.film_wanted)
        self.slider.valueChanged.connect(self._machine.look_at)
        self._timer.timeout.connect(self._on_tick)
        time_machine.changed.connect(self.refresh)
        self.refresh()

    def show_events(self, epochs: Sequence[float]) -> None:
        """Mark the epochs at which something was changed."""
        self.slider.show_events(epochs)

    @Slot()
    def refresh(self) -> None:
        """Show where the time machine is."""
        machine = self._machine
        self.setVisible(machine.can_look_back or machine.is_looking_back)
        if not machine.is_looking_back:
            self._play.setChecked(False)
        if self.isHidden():
            return
        with QSignalBlocker(self.slider):
            self.slider.setRange(machine.first_epoch, machine.last_epoch)
            self.slider.setPageStep(max(1, machine.last_epoch // 20))
            self.slider.setValue(machine.epoch)
        text = self.tr("{epoch} of {last}")
        self._text.show_text(text.format(epoch=f"{machine.epoch:,}", last=f"{machine.last_epoch:,}"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._play.setChecked(False)

    @Slot(bool)
    def _on_play_toggled(self, is_playing: bool) -> None:
        set_icon(self._play, "pause" if is_playing else "play")
        if not is_playing:
            self._timer.stop()
            return
        if not self._machine.is_looking_back:  # from the beginning
            self._machine.look_at(self._machine.first_epoch)
        self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        machine = self._machine
        n_pictures = 1000 * _PLAY_S / _FRAME_MS
        stride = max(1, ceil((machine.last_epoch - machine.first_epoch) / n_pictures))
        machine.look_at(machine.epoch + stride)  # the last epoch is the present, which ends it


class EventSlider(QSlider):
    """A slider with ticks where something was changed during the run."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._epochs: tuple[float, ...] = ()

    def show_events(self, epochs: Sequence[float]) -> None:
        """Mark these values."""
        if tuple(epochs) != self._epochs:
            self._epochs = tuple(epochs)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setValue(self.maximum())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._epochs or self.maximum() == self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        length = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, option, self)
        painter = QPainter(self)
        painter.setPen(theme().color(Role.ACCENT))
        for epoch in self._epochs:
            share = (epoch - self.minimum()) / (self.maximum() - self.minimum())
            x = length / 2 + share * (self.width() - length)
            painter.drawLine(QPointF(x, self.height() - _TICK_PX), QPointF(x, self.height()))
