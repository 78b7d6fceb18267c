"""GeneratedForm: number, noise and share of curves and of body measures, and a way to draw new examples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.data import BodyMeasuresChoice, CurveChoice
from nnplay.document import Change, Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.widgets.labelled_field import labelled_field
from nnplay.panels.widgets.labelled_slider import LabelledSlider
from nnplay.panels.widgets.spin_box import SpinBox
from nnplay.project import edits

Generated = CurveChoice | BodyMeasuresChoice

_MOST = 10_000


class GeneratedForm(QWidget):
    """Shown for data that are generated from the project's seeds but are not points in the plane."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._count = SpinBox()
        self._count.setRange(10, _MOST)
        self._count.setSingleStep(50)
        self._count.setKeyboardTracking(False)
        self._noise = LabelledSlider(self.tr("Noise"), 0, 50, 1, _percent)
        self._noise.setToolTip(self.tr("How much noise is added to the quantity to predict"))
        self._share = LabelledSlider(self.tr("Training data"), 10, 90, 10, _percent)
        self._share.setToolTip(self.tr("Share of the examples used for training; the others are for testing"))
        self._regenerate = QPushButton(self.tr("&Regenerate"))
        self._regenerate.setToolTip(self.tr("Draw new examples from the same distribution"))
        self._regenerate.setIconSize(QSize(metrics.ICON, metrics.ICON))
        set_icon(self._regenerate, "regenerate")
        self._noise.setObjectName("noise")
        self._share.setObjectName("train_share")
        self._regenerate.setObjectName("new_points")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        column.addLayout(labelled_field(self.tr("Examples"), self._count, self.tr("Total number of examples")))
        column.addWidget(self._noise)
        column.addWidget(self._share)
        column.addWidget(self._regenerate)
        self._count.valueChanged.connect(self._on_count_changed)
        self._noise.moved.connect(self._on_noise_moved)
        self._share.moved.connect(self._on_share_moved)
        self._regenerate.clicked.connect(self._on_regenerate_clicked)
        document.changed.connect(self._on_document_changed)
        self._show()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.data:
            self._show()

    def _show(self) -> None:
        choice = self._document.project.data
        self.setVisible(isinstance(choice, Generated))
        if not isinstance(choice, Generated):
            return
        self._count.blockSignals(True)
        self._count.setValue(choice.n_points if isinstance(choice, CurveChoice) else choice.n_people)
        self._count.blockSignals(False)
        self._noise.setVisible(isinstance(choice, CurveChoice))
        if isinstance(choice, CurveChoice):
            self._noise.set_value(round(100 * choice.noise))
        with QSignalBlocker(self._share.slider):  # all people may be used for training, as in the article about them
            self._share.slider.setMaximum(9 if isinstance(choice, CurveChoice) else 10)
        self._share.set_value(round(100 * choice.train_share))

    @Slot(int)
    def _on_count_changed(self, n: int) -> None:
        def changed(choice: Generated) -> Generated:
            return replace(choice, n_points=n) if isinstance(choice, CurveChoice) else replace(choice, n_people=n)

        self._perform(EditName(QT_TRANSLATE_NOOP("steps", "Change number of examples")), changed)

    @Slot(int, str)
    def _on_noise_moved(self, percent: int, gesture: str) -> None:
        self._perform(EditName(QT_TRANSLATE_NOOP("steps", "Change noise")), _with_noise(percent / 100), gesture)

    @Slot(int, str)
    def _on_share_moved(self, percent: int, gesture: str) -> None:
        text = EditName(QT_TRANSLATE_NOOP("steps", "Change share of training data"))
        self._perform(text, lambda choice: replace(choice, train_share=percent / 100), gesture)

    @Slot()
    def _on_regenerate_clicked(self) -> None:
        try:
            self._document.perform(EditName(QT_TRANSLATE_NOOP("steps", "Regenerate data")), edits.regenerate)
        except NnplayError as error:
            self._document.report(error)

    def _perform(self, text: EditName, change: Callable[[Generated], Generated], merge_key: str | None = None) -> None:
        choice = self._document.project.data
        if not isinstance(choice, Generated):
            return
        try:
            self._document.perform(text, lambda project: edits.set_data(project, change(choice)), merge_key)
        except NnplayError as error:
            self._document.report(error)
            self._show()


def _with_noise(noise: float) -> Callable[[Generated], Generated]:
    """Set another noise for curves; people have none."""
    return lambda choice: replace(choice, noise=noise) if isinstance(choice, CurveChoice) else choice


def _percent(value: int) -> str:
    return QCoreApplication.translate("PointsForm", "{percent} %").format(percent=value)
