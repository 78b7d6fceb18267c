"""LabelledSlider: a slider below its name and value; a drag is one undoable gesture."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

_gestures = count()


class LabelledSlider(QWidget):
    """A slider in steps.

    Parameters
    ----------
    caption
        The name of the setting, translated.
    least, most, step
        The range, in units of the slider.
    text_of
        Returns a value's text, shown beside the caption.

    Signals
    -------
    moved(int, str)
        The person chose a value; the key is the same during one drag, so that its edits are merged.
    """

    moved = Signal(int, str)

    def __init__(
        self,
        caption: str,
        least: int,
        most: int,
        step: int,
        text_of: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._caption = caption
        self._step = step
        self._text_of = text_of
        self._gesture = ""
        self._value_text = QLabel()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(least // step, most // step)
        self._slider.setPageStep(1)
        self._slider.setAccessibleName(caption)
        self.setFocusProxy(self._slider)

        label = QLabel(caption)
        label.setBuddy(self._slider)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self._value_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._slider)

        self._slider.sliderPressed.connect(self._begin_gesture)
        self._slider.sliderReleased.connect(self._begin_gesture)
        self._slider.valueChanged.connect(self._on_value_changed)
        self._begin_gesture()
        self.set_value(least)

    @property
    def slider(self) -> QSlider:
        """The slider itself; its value counts steps."""
        return self._slider

    def value(self) -> int:
        """Return the value shown, in units."""
        return self._slider.value() * self._step

    def set_value(self, value: int) -> None:
        """Show the document's value, without a signal; a handle that is being dragged does not move."""
        if not self._slider.isSliderDown():
            with QSignalBlocker(self._slider):
                self._slider.setValue(round(value / self._step))
        self._value_text.setText(self._text_of(value))

    @Slot()
    def _begin_gesture(self) -> None:
        self._gesture = f"{self._caption} {next(_gestures)}"

    @Slot()
    def _on_value_changed(self) -> None:
        self._value_text.setText(self._text_of(self.value()))
        self.moved.emit(self.value(), self._gesture)
