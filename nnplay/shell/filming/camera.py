"""Camera: takes a picture of a widget at each of some epochs, to which it sets the time machine."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from nnplay.appearance import metrics
from nnplay.appearance.qt_types import png_of
from nnplay.appearance.theme import Role, theme
from nnplay.training import TimeMachine, TrainingController

_ROUNDS = 2
"""How often all questions are waited for: a moment that is made by training on is asked about once more."""


class Camera(QObject):
    """Takes one picture after the other while the event loop runs, and returns to the present at the end.

    Signals
    -------
    taken(int) : so many pictures have been taken.
    finished() : all pictures have been taken.
    """

    taken = Signal(int)
    finished = Signal()

    def __init__(self, machine: TimeMachine, controller: TrainingController, parent: QObject) -> None:
        super().__init__(parent)
        self._machine = machine
        self._quick = controller.new_question(self, is_quick=True)
        self._slow = controller.new_question(self)
        self._quick.answered.connect(self._on_quick_answered)
        self._slow.answered.connect(self._on_slow_answered)
        self._widget: QWidget | None = None
        self._size = QSize()
        self._epochs: list[int] = []
        self._rounds = 0
        self._is_captioned = False
        self.pictures: list[bytes] = []

    @property
    def is_busy(self) -> bool:
        """Whether pictures are being taken."""
        return self._widget is not None

    def begin(self, widget: QWidget, size: QSize, epochs: Sequence[int], *, is_captioned: bool) -> None:
        """Begin to take pictures.

        Parameters
        ----------
        widget
            What is seen, which must be visible.
        size
            Of the pictures, in pixels, without the caption.
        epochs
            In order.
        is_captioned
            Whether a line below each picture says which epoch it is.
        """
        self._widget, self._size, self._epochs = widget, size, list(reversed(epochs))
        self._is_captioned = is_captioned
        self.pictures = []
        self._go_on()

    @Slot()
    def stop(self) -> None:
        """Take no more pictures."""
        self._widget = None
        self._quick.forget()
        self._slow.forget()
        self._machine.return_to_present()

    def _go_on(self) -> None:
        """Look at the next epoch, and wait until everybody who shows it knows what to show."""
        self._machine.look_at(self._epochs[-1])
        self._rounds = _ROUNDS
        self._wait()

    def _wait(self) -> None:
        # Questions are answered in turn: when this one is answered, those that were asked before it are, too.
        self._quick.ask(_nothing)

    @Slot()
    def _on_quick_answered(self) -> None:
        self._slow.ask(_nothing)

    @Slot()
    def _on_slow_answered(self) -> None:
        self._rounds -= 1
        if self._rounds:
            self._wait()
        else:
            QTimer.singleShot(0, self, self._take)

    @Slot()
    def _take(self) -> None:
        if self._widget is None:  # stopped meanwhile
            return
        self.pictures.append(png_of(self._picture(self._widget, self._epochs.pop())))
        self.taken.emit(len(self.pictures))
        if self._widget is not None and self._epochs:
            self._go_on()
        elif self._widget is not None:
            self.stop()
            self.finished.emit()

    def _picture(self, widget: QWidget, epoch: int) -> QImage:
        image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(1)
        if image.size() != self._size:
            image = image.scaled(
                self._size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return self._captioned(image, epoch) if self._is_captioned else image

    def _captioned(self, image: QImage, epoch: int) -> QImage:
        painter = QPainter()
        font = metrics.font(metrics.Text.BODY)
        height = 2 * metrics.MEDIUM + metrics.SMALL
        whole = QImage(image.width(), image.height() + height, QImage.Format.Format_RGB32)
        whole.fill(image.pixelColor(0, image.height() - 1))  # the picture's own background
        painter.begin(whole)
        painter.drawImage(0, 0, image)
        painter.setFont(font)
        painter.setPen(theme().color(Role.TEXT))
        area = QRectF(metrics.SMALL, image.height(), image.width() - 2 * metrics.SMALL, height)
        text = self.tr("Epoch {epoch}").format(epoch=f"{epoch:,}")
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
        return whole


def _nothing() -> None:
    """The work of a question that only waits for others."""
