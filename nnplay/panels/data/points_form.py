"""PointsForm: noise, training share and input features of a toy set, and a way to draw new points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nnplay.appearance import glossary, metrics
from nnplay.appearance.icons import set_icon
from nnplay.data import ABOVE_CURVE, FEATURES, FIRST_FORMULA, Dataset, ToyChoice
from nnplay.document import Change, Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.data.own_features import OwnFeatures
from nnplay.panels.widgets.labelled_slider import LabelledSlider
from nnplay.panels.widgets.thumbnail import Thumbnail
from nnplay.panels.widgets.thumbnail_pictures import feature_picture
from nnplay.project import edits

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_FEATURES_PER_ROW = 4
_CHIP_SIDE = 32


class PointsForm(QWidget):
    """All settings of a toy set, except which one it is."""

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._noise = LabelledSlider(self.tr("Noise"), 0, 50, 1, _percent)
        self._share = LabelledSlider(self.tr("Training data"), 10, 90, 10, _percent)
        self._noise.setObjectName("noise")
        self._share.setObjectName("train_share")
        glossary.explain("noise", self._noise)
        glossary.explain("train_share", self._share)
        self._chips = {name: self._make_chip(name) for name in FEATURES}
        self.own_features = OwnFeatures()
        self._formula = QLineEdit()
        self._formula.setPlaceholderText(self.tr("y > {formula}").format(formula=FIRST_FORMULA))
        self._formula.setToolTip(
            self.tr("Points above the curve of this formula in x are one class, all others the other")
        )
        self._formula.setAccessibleName(self.tr("Formula of the curve"))
        self._counts = QLabel()
        self._counts.setProperty("look", "caption")
        self._counts.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._regenerate = QPushButton(self.tr("&Regenerate"))
        self._regenerate.setToolTip(self.tr("Draw new points from the same distribution"))
        self._regenerate.setIconSize(QSize(metrics.ICON, metrics.ICON))
        glossary.explain("seed", self._regenerate)
        set_icon(self._regenerate, "regenerate")

        chips = QGridLayout()
        chips.setSpacing(metrics.TINY)
        for index, chip in enumerate(self._chips.values()):
            chips.addWidget(chip, *divmod(index, _FEATURES_PER_ROW))
        heading = QLabel(self.tr("Inputs"))
        heading.setProperty("look", "heading")
        heading.setObjectName("features")
        for name, chip in self._chips.items():
            chip.setObjectName(f"features.{name}")
        self.own_features.setObjectName("own_features")
        self._regenerate.setObjectName("new_points")
        glossary.explain("features", heading, *self._chips.values())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        column.addWidget(self._formula)
        column.addWidget(self._noise)
        column.addWidget(self._share)
        column.addWidget(heading)
        column.addLayout(chips)
        column.addWidget(self.own_features)
        column.addWidget(self._regenerate)
        column.addWidget(self._counts)

        self.own_features.features_chosen.connect(self._on_own_chosen)
        self.own_features.feature_edited.connect(self._on_own_edited)
        self._formula.editingFinished.connect(self._on_formula_edited)
        self._noise.moved.connect(self._on_noise_moved)
        self._share.moved.connect(self._on_share_moved)
        self._regenerate.clicked.connect(self._on_regenerate_clicked)
        document.changed.connect(self._on_document_changed)
        controller.dataset_changed.connect(self._on_dataset_changed)
        self._show()
        self._on_dataset_changed(controller.dataset)

    @property
    def choice(self) -> ToyChoice | None:
        """The document's toy set; None if it has other data."""
        choice = self._document.project.data
        return choice if isinstance(choice, ToyChoice) else None

    # -- from the document --------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.data:
            self._show()

    @Slot(object)
    def _on_dataset_changed(self, dataset: Dataset | None) -> None:
        if dataset is not None:
            text = self.tr("{n_train} for training, {n_test} for testing")
            self._counts.setText(text.format(n_train=len(dataset.train), n_test=len(dataset.test)))

    def _show(self) -> None:
        choice = self.choice
        if choice is None:
            return
        self._formula.setVisible(choice.kind == ABOVE_CURVE)
        self._formula.setText(choice.formula)
        self._noise.set_value(round(100 * choice.noise))
        self._share.set_value(round(100 * choice.train_share))
        for name, chip in self._chips.items():
            chip.setChecked(name in choice.features)
        self.own_features.show_features(choice.features)

    def _make_chip(self, name: str) -> Thumbnail:
        chip = Thumbnail(FEATURES[name].label, _CHIP_SIDE, partial(feature_picture, name))
        chip.setToolTip(self.tr("Use {feature} as an input").format(feature=FEATURES[name].label))
        chip.setAccessibleDescription(chip.toolTip())
        chip.clicked.connect(self._on_chip_clicked)
        return chip

    # -- to the document ----------------------------------------------------------------------------------------------

    @Slot()
    def _on_formula_edited(self) -> None:
        text = self._formula.text().strip()
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Change formula")), lambda choice: replace(choice, formula=text)
        )

    @Slot(int, str)
    def _on_noise_moved(self, percent: int, gesture: str) -> None:
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Change noise")),
            lambda choice: replace(choice, noise=percent / 100),
            gesture,
        )

    @Slot(int, str)
    def _on_share_moved(self, percent: int, gesture: str) -> None:
        text = EditName(QT_TRANSLATE_NOOP("steps", "Change share of training data"))
        self._perform(text, lambda choice: replace(choice, train_share=percent / 100), gesture)

    @Slot()
    def _on_chip_clicked(self) -> None:
        built_in = tuple(name for name, chip in self._chips.items() if chip.isChecked())
        self._choose(lambda features: (*built_in, *(name for name in features if name not in FEATURES)))

    @Slot(object)
    def _on_own_chosen(self, own: tuple[str, ...]) -> None:
        self._choose(lambda features: (*(name for name in features if name in FEATURES), *own))

    @Slot(str, str)
    def _on_own_edited(self, before: str, after: str) -> None:
        def edited(features: tuple[str, ...]) -> tuple[str, ...]:
            if before not in features:
                return (*features, after)
            return tuple(after if name == before else name for name in features)

        self._choose(edited)

    def _choose(self, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> None:
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Change inputs")),
            lambda choice: replace(choice, features=change(choice.features)),
        )

    @Slot()
    def _on_regenerate_clicked(self) -> None:
        try:
            self._document.perform(EditName(QT_TRANSLATE_NOOP("steps", "Regenerate data")), edits.regenerate)
        except NnplayError as error:
            self._document.report(error)

    def _perform(self, text: EditName, change: Callable[[ToyChoice], ToyChoice], merge_key: str | None = None) -> None:
        choice = self.choice
        if choice is None:
            return
        try:
            self._document.perform(text, lambda project: edits.set_data(project, change(choice)), merge_key)
        except NnplayError as error:
            self._document.report(error)
            self._show()


def _percent(value: int) -> str:
    return QCoreApplication.translate("PointsForm", "{percent} %").format(percent=value)
