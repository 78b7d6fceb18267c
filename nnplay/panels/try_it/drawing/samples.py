"""SamplesView: ten examples of the data side by side, with the network's answers below them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.data_names import shown_names
from nnplay.appearance.focus_ring import paint_focus_ring
from nnplay.appearance.icons import set_icon
from nnplay.asking import Answer, Asker, Meaning, Origin
from nnplay.asking.example import part_of, target_class
from nnplay.data import DataChoice, Dataset
from nnplay.data.picture_input import picture_shape
from nnplay.engine import NetworkSpec, Part
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.try_it.drawing.pictures import in_grey, shown_picture
from nnplay.panels.try_it.drawing.pixels import Pixels
from nnplay.panels.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from nnplay.training import TrainingController

N_SHOWN = 10
_SIDE = 30


class Sample(Pixels):
    """A picture to click.

    Signals
    -------
    chosen()
        The person clicked it, or pressed Return on it.
    """

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, side=_SIDE)
        self.set_caption(" ")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_focus_ring(QPainter(self), self, self.rect().toRectF().adjusted(1, 1, -1, -1))


class SamplesView(QWidget):
    """The first ten test examples at first; two buttons lead to the others."""

    def __init__(self, asked: Asked, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._controller = asked, controller
        self._dataset: Dataset | None = None
        self._first = 0
        self._question = controller.new_question(self)
        self._question.answered.connect(self._on_answered)
        self._samples = [Sample(self.tr("Example")) for _ in range(N_SHOWN)]
        self._text = QLabel()
        self._text.setProperty("look", "caption")
        self._text.setWordWrap(True)
        self._back = self._make_button("chevron-left", self.tr("The ten before"))
        self._on = self._make_button("chevron-right", self.tr("The next ten"))
        self._back.clicked.connect(self._on_back)
        self._on.clicked.connect(self._on_next)
        self._lay_out()

    @property
    def captions(self) -> list[str]:
        """The answers below the pictures."""
        return [sample.caption for sample in self._samples]

    def show_present(self) -> None:
        """Ask about the examples again, with the present weights."""
        project, dataset, snapshot = self._controller.project, self._controller.dataset, self._controller.snapshot
        if dataset is not self._dataset:
            self._dataset, self._first = dataset, 0
            self._show_pictures()
        if project is None or snapshot is None or dataset is None or not self._rows(dataset):
            self._question.forget()
            return
        if project.network.shapes[project.network.input.name] == dataset.input_shape:
            network = (project.network, snapshot.parameters, snapshot.muted)
            self._question.ask(
                partial(_answers, dataset, self._part(dataset), self._rows(dataset), project.data, *network)
            )

    def _part(self, dataset: Dataset) -> str:
        return "test" if len(dataset.test) else "train"

    def _rows(self, dataset: Dataset) -> range:
        """Return the numbers of the examples shown; none if they are no pictures."""
        if picture_shape(dataset.input_shape) is None or len(dataset.input_shape) != 3:
            return range(0)
        n = len(part_of(dataset, self._part(dataset)))
        return range(self._first, min(self._first + N_SHOWN, n))

    def _show_pictures(self) -> None:
        dataset = self._dataset
        rows = range(0) if dataset is None else self._rows(dataset)
        for sample in self._samples[len(rows) :]:
            sample.show_grey(None)
            sample.set_caption(" ")
            sample.setEnabled(False)
        n = 0
        if dataset is not None:
            part = part_of(dataset, self._part(dataset))
            n = len(part)
            for sample, row in zip(self._samples, rows, strict=False):
                sample.show_grey(in_grey(shown_picture(part.inputs(np.array([row]))[0])))
                sample.set_caption(" ")
                sample.setEnabled(True)
        if not rows:
            self._text.setText(self.tr("This project has no pictures: choose digits under Data."))
        else:
            is_test = dataset is not None and self._part(dataset) == "test"
            text = self.tr("Test examples {first:,} to {last:,}, and the answers")
            text = text if is_test else self.tr("Training examples {first:,} to {last:,}, and the answers")
            self._text.setText(text.format(first=rows.start + 1, last=rows.stop))
        self._back.setEnabled(self._first > 0)
        self._on.setEnabled(self._first + N_SHOWN < n and bool(rows))

    @Slot(object)
    def _on_answered(self, answered: tuple[Dataset, range, Answer]) -> None:
        dataset, rows, answer = answered
        project = self._controller.project
        if project is None or dataset is not self._dataset or rows != self._rows(dataset):
            return
        names = shown_names(project.data, project.data.class_names)
        part = part_of(dataset, self._part(dataset))
        for place, (sample, row) in enumerate(zip(self._samples, rows, strict=False)):
            actual = target_class(part.y[row], dataset.task)
            if answer.best is None or actual is None:
                return
            said = names[int(answer.best[place])]
            sample.set_caption(said if actual == answer.best[place] else f"{said} ✗")
            text = self.tr("Example {n:,}: actual {actual}, predicted {said}. Click to try it")
            sample.setToolTip(text.format(n=row + 1, actual=names[actual], said=said))
            sample.setAccessibleName(sample.toolTip())

    @Slot()
    def _on_chosen(self) -> None:
        sample, dataset = self.sender(), self._dataset
        if isinstance(sample, Sample) and dataset is not None:
            number = self._first + self._samples.index(sample)
            self._asked.ask_about(Origin(self._part(dataset), number), in_front=False)

    @Slot()
    def _on_back(self) -> None:
        self._go(self._first - N_SHOWN)

    @Slot()
    def _on_next(self) -> None:
        self._go(self._first + N_SHOWN)

    def _go(self, first: int) -> None:
        self._first = max(0, first)
        self._show_pictures()
        self.show_present()

    def _make_button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(metrics.ICON - 4, metrics.ICON - 4))
        button.setFixedHeight(metrics.ICON + 2)
        button.setToolTip(name)
        button.setAccessibleName(name)
        set_icon(button, icon)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._text, 1)
        head.addWidget(self._back)
        head.addWidget(self._on)
        row = FlowRow(spacing=2)
        for sample in self._samples:
            sample.chosen.connect(self._on_chosen)
            row.addWidget(sample)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY)
        column.addLayout(head)
        column.addLayout(row)
        column.addStretch(1)


def _answers(
    dataset: Dataset,
    part: str,
    rows: range,
    data: DataChoice,
    spec: NetworkSpec,
    parameters: NDArray[np.float32],
    muted: tuple[Part, ...],
) -> tuple[Dataset, range, Answer]:
    x = part_of(dataset, part).inputs(slice(rows.start, rows.stop))
    return dataset, rows, Asker().ask(Meaning.of(data), spec, parameters, x, muted)
