"""HandsForm: how often generated digits are written in some ways, each shown as a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.appearance.theme import theme
from nnplay.data import DigitsChoice
from nnplay.data.digits import write
from nnplay.data.drawing import Bytes
from nnplay.data.hands import FAST, HABITS, USUAL
from nnplay.data.skeletons import skeletons
from nnplay.document import Change, Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.widgets.labelled_slider import LabelledSlider
from nnplay.panels.widgets.thumbnail_pictures import ink_image
from nnplay.project import Project, edits

_SIDE = 40
_STEP = 5
_SEED = 4


class HandsForm(QWidget):
    """One row for each way of writing: its picture and its share; hidden unless the digits are generated."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._more = QPushButton(self.tr("Ways of &writing"))
        self._more.setProperty("look", "quiet")
        self._more.setCheckable(True)
        self._more.setToolTip(self.tr("Choose how often the generated digits are written in some ways"))
        self._rows = QWidget()
        self.sliders: dict[str, LabelledSlider] = {}
        self._pictures: dict[str, QLabel] = {}
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.SMALL)
        grid.setColumnStretch(1, 1)
        titles = {name: habit.title for name, habit in HABITS.items()} | {"fast_mouse": FAST}
        for row, (name, title) in enumerate(titles.items()):
            slider = LabelledSlider(QCoreApplication.translate("hands", title), 0, 100, _STEP, _percent)
            slider.moved.connect(partial(self._on_moved, name))
            picture = QLabel()
            picture.setFixedSize(_SIDE, _SIDE)
            self.sliders[name], self._pictures[name] = slider, picture
            grid.addWidget(picture, row, 0)
            grid.addWidget(slider, row, 1)
        self._usual = QPushButton(self.tr("As &usual"))
        self._usual.setToolTip(self.tr("Write every digit as often in each way as nnplay usually does"))
        self._usual.clicked.connect(self._on_usual_clicked)
        grid.addWidget(self._usual, len(titles), 1, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        column.addWidget(self._more)
        column.addWidget(self._rows)
        self._more.toggled.connect(self._on_more_toggled)
        document.changed.connect(self._on_document_changed)
        theme().changed.connect(self._show_pictures)
        self._on_more_toggled(False)
        self._show()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.data:
            self._show()

    def _show(self) -> None:
        choice = self._document.project.data
        self.setVisible(isinstance(choice, DigitsChoice))
        if isinstance(choice, DigitsChoice):
            for name, slider in self.sliders.items():
                slider.set_value(round(100 * choice.hands.share(name)))

    @Slot(bool)
    def _on_more_toggled(self, is_open: bool) -> None:
        set_icon(self._more, "up" if is_open else "down")
        self._rows.setVisible(is_open)
        self._show_pictures()

    @Slot()
    def _show_pictures(self) -> None:
        """Draw one digit in each of the ways, once somebody looks at them."""
        if self._more.isChecked():
            for name, label in self._pictures.items():
                picture = ink_image(habit_picture(name)).scaled(
                    _SIDE, _SIDE, mode=Qt.TransformationMode.SmoothTransformation
                )
                label.setPixmap(QPixmap.fromImage(picture))

    def _on_moved(self, name: str, percent: int, gesture: str) -> None:
        def edit(project: Project) -> Project:
            choice = project.data
            if not isinstance(choice, DigitsChoice):
                return project
            hands = replace(choice.hands, **{name: percent / 100})
            return edits.set_data(project, replace(choice, hands=hands))

        self._perform(edit, gesture)

    @Slot()
    def _on_usual_clicked(self) -> None:
        def edit(project: Project) -> Project:
            choice = project.data
            return (
                edits.set_data(project, replace(choice, hands=USUAL)) if isinstance(choice, DigitsChoice) else project
            )

        self._perform(edit, None)

    def _perform(self, edit: Callable[[Project], Project], gesture: str | None) -> None:
        try:
            self._document.perform(EditName(QT_TRANSLATE_NOOP("steps", "Change the ways of writing")), edit, gesture)
        except NnplayError as error:
            self._document.report(error)
            self._show()


def habit_picture(name: str) -> Bytes:
    """Return a digit (28, 28) written in one of the ways."""
    if name == "fast_mouse":
        skeleton = skeletons("3", True)[0]
    else:
        habit = HABITS[name]
        skeleton = skeletons(habit.digit)[habit.places[0]]
    picture: Bytes = write(skeleton, 1, np.random.default_rng(_SEED))[0]
    return picture


def _percent(value: int) -> str:
    return QCoreApplication.translate("PointsForm", "{percent} %").format(percent=value)
