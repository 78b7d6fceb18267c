"""OtherSets: sets that are not toy points: curves over one input, logic gates, an empty sheet, body measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.data import CURVES, GATES, BodyMeasuresChoice, CurveChoice, DataChoice, DrawnChoice
from nnplay.document import Change, Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.widgets.thumbnail import Thumbnail
from nnplay.panels.widgets.thumbnail_pictures import curve_picture, people_picture, points_picture
from nnplay.project.proposals import choose_data

_PER_ROW = 3
_SIDE = 46

BLANK_SHEET = DrawnChoice(((-2.0, 0.0), (2.0, 0.0)), (-1.0, 1.0))
"""One point of each class, to which the person adds more."""

_Set = tuple[str, DataChoice, Callable[[int], QImage]]
"""Title, choice, and a function that draws its picture at a size in pixels."""


class OtherSets(QWidget):
    """Thumbnails under headings; the one with the document's data is checked."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._choices: dict[Thumbnail, DataChoice] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        curves = [(title, CurveChoice(kind), partial(curve_picture, kind)) for kind, title in self._curve_titles()]
        self._add_group(column, self.tr("One input: curves"), curves)
        gates = [(kind.upper(), choice, partial(points_picture, choice)) for kind, choice in GATES.items()]
        self._add_group(column, self.tr("Logic gates"), gates)
        others: list[_Set] = [
            (self.tr("Your own"), BLANK_SHEET, partial(points_picture, BLANK_SHEET)),
            (self.tr("People"), BodyMeasuresChoice(), people_picture),
        ]
        self._add_group(column, self.tr("Drawn, measured"), others)
        own, people = list(self._choices)[-2:]
        own.setToolTip(self.tr("A sheet with two points: draw others on the decision map, with the mouse set to brush"))
        people.setToolTip(self.tr("Weight, height and age of a thousand people: who is male, who female?"))
        document.changed.connect(self._on_document_changed)
        self._show()

    def _add_group(self, column: QVBoxLayout, title: str, sets: Sequence[_Set]) -> None:
        heading = QLabel(title)
        heading.setProperty("look", "caption")
        grid = QGridLayout()
        grid.setSpacing(metrics.TINY)
        for place, (name, choice, picture) in enumerate(sets):
            button = Thumbnail(name, _SIDE, picture)
            button.clicked.connect(self._on_clicked)
            self._choices[button] = choice
            grid.addWidget(button, *divmod(place, _PER_ROW))
        for number in range(_PER_ROW):
            grid.setColumnStretch(number, 1)
        column.addWidget(heading)
        column.addLayout(grid)

    def _curve_titles(self) -> list[tuple[str, str]]:
        titles = {"step": self.tr("Step"), "noise": self.tr("Noise")}
        return [(kind, titles.get(kind, curve.label)) for kind, curve in CURVES.items()]

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.data:
            self._show()

    def _show(self) -> None:
        present = self._document.project.data
        for button, choice in self._choices.items():
            button.setChecked(_is_same_set(present, choice))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, Thumbnail)
        choice = self._choices[button]
        if _is_same_set(self._document.project.data, choice):
            self._show()
            return
        try:
            self._document.perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Choose data")), lambda project: choose_data(project, choice)
            )
        except NnplayError as error:
            self._document.report(error)
        self._show()


def _is_same_set(present: DataChoice, choice: DataChoice) -> bool:
    """Return whether the present data are from the set of a button, with any number of examples and noise."""
    if isinstance(present, CurveChoice) and isinstance(choice, CurveChoice):
        return present.kind == choice.kind
    return present == choice or (isinstance(present, BodyMeasuresChoice) and isinstance(choice, BodyMeasuresChoice))
