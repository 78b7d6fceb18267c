"""PictureExample: the picture that is asked about: the drawing, or one that was chosen elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from nnplay.appearance.data_names import shown_names
from nnplay.asking import Example
from nnplay.asking.example import target_class
from nnplay.asking.pictures import are_plain_pictures, input_of_file, input_of_pixels
from nnplay.data import ArraysChoice
from nnplay.data.picture_input import picture_shape
from nnplay.engine import NnplayError
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.try_it.drawing.pictures import pixels_of

if TYPE_CHECKING:
    from nnplay.training import TrainingController


class PictureExample(QObject):
    """Keeps the pad and the example that the window asks about in step.

    Signals
    -------
    given_changed()
        Another picture was chosen elsewhere, or it is no longer asked about.
    refused(NnplayError)
        A picture could not be read.
    """

    given_changed = Signal()
    refused = Signal(object)

    def __init__(self, asked: Asked, controller: TrainingController, parent: QObject) -> None:
        super().__init__(parent)
        self._asked, self._controller = asked, controller
        self._mine: Example | None = None  # the drawing, as the network on the canvas reads it
        self._given: Example | None = None
        asked.changed.connect(self._on_asked)

    @property
    def given(self) -> Example | None:
        """The picture that was chosen elsewhere, until something is drawn."""
        return self._given

    def note_drawing(self, x: NDArray[np.float32] | None) -> None:
        """Note the input (*input_shape) that the network on the canvas reads; None if it reads no drawing."""
        if self._given is not None:
            return
        if x is None:
            if self._mine is not None and self._asked.example is self._mine:
                self._asked.forget()  # at once: the canvas may have another network by now
            self._mine = None
        elif self._mine is None or not np.array_equal(self._mine.x, x):
            self._mine = Example(x)

    def ask(self) -> None:
        """Ask about the drawing."""
        if self._mine is not None and self._given is None and self._asked.example is not self._mine:
            self._asked.ask(self._mine)

    def drop_given(self) -> None:
        """Forget the chosen picture: the person draws."""
        self._given = None

    def take(self, source: Path | QImage) -> bool:
        """Ask about a picture as a whole, and return True, if the network on the canvas learns such pictures."""
        project = self._controller.project
        if project is None or not are_plain_pictures(project.data):
            return False
        try:
            if isinstance(source, Path):
                x = input_of_file(source, project.data)
            else:
                x = input_of_pixels(pixels_of(source), project.data)
        except NnplayError as error:
            self.refused.emit(error)
        else:
            self._asked.ask(Example(x))
        return True

    def text(self) -> str:
        """Return where the chosen picture is in the data, and its true answer; empty if it is not from there."""
        example, project = self._given, self._controller.project
        if example is None or example.origin is None or project is None:
            return ""
        actual = target_class(example.target, project.data.task)
        if actual is None:
            return ""
        text = self.tr("Test example {n:,} · true answer: {answer}")
        if example.origin.part == "train":
            text = self.tr("Training example {n:,} · true answer: {answer}")
        names = shown_names(project.data, project.data.class_names)
        return text.format(n=example.origin.number + 1, answer=names[actual])

    @Slot()
    def _on_asked(self) -> None:
        example = self._asked.example
        if example is self._mine and example is not None:
            return
        before, self._given = self._given, example if example is not None and self._is_picture(example) else None
        if self._given is not before:
            self.given_changed.emit()

    def _is_picture(self, example: Example) -> bool:
        """Return whether an example is a picture: the columns of a table are none, however many there are."""
        project = self._controller.project
        are_pictures = project is not None and (project.data.has_pictures or isinstance(project.data, ArraysChoice))
        return are_pictures and picture_shape(example.x.shape) is not None
