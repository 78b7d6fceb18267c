"""TrainingPanel: how the network is trained; each setting is an undoable edit that also affects a running training."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import plain_text
from nnplay.appearance.qt_types import line_edit_of, remove_completer
from nnplay.document import Change as DocumentChange
from nnplay.document import EditName
from nnplay.engine import OPTIMIZERS, Loss, NnplayError, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.training.loss_box import LossBox
from nnplay.panels.training.regularization_box import RegularizationBox
from nnplay.panels.training.settings_edit import Change, SettingsEdit
from nnplay.panels.widgets.labelled_field import term_field
from nnplay.panels.widgets.spin_box import SpinBox
from nnplay.project.fitting import losses_for
from nnplay.project.typed_number import parse_number

if TYPE_CHECKING:
    from nnplay.document import Document
    from nnplay.training import TrainingController

LEARNING_RATES = (0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
"""TensorFlow Playground's list; any other positive number can be typed."""

_WIDEST_BATCH_SIZE = 99_999
_LOSS_CHARACTERS = 14
_LEAST_LOSS_WIDTH = 120
"""Width of the loss list on a screen for which the bar would otherwise be too wide."""


class TrainingPanel(QWidget):
    """Learning rate, regularization, batch size, optimizer and loss in one row, each below its caption.

    There is room for regularization only in the simple view, which has no optimizer and no loss here.
    """

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._edit = SettingsEdit(document)
        self._controller = controller
        self._gestures = count()
        self._gesture = next(self._gestures)
        self._misread_rate: str | None = None
        self._rate = QComboBox()
        self._rate.setEditable(True)
        remove_completer(self._rate)  # a completer would turn a typed 1 into 10
        self._rate.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._rate.addItems([plain_text(rate) for rate in LEARNING_RATES])
        self._rate.setMaxVisibleItems(len(LEARNING_RATES))
        self._rate.setMinimumContentsLength(5)
        self._regularization = RegularizationBox(self._edit)
        self._batch = SpinBox()
        self._batch.setRange(1, _WIDEST_BATCH_SIZE)
        self._batch.setFixedWidth(self._batch.sizeHint().width())
        self._batch.setKeyboardTracking(False)
        self._batch.installEventFilter(self)
        self._optimizer = QComboBox()
        self._optimizer.addItems(list(OPTIMIZERS))
        self._loss = LossBox()
        self._loss.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._loss.setMinimumContentsLength(_LOSS_CHARACTERS)
        self._loss.setMinimumWidth(_LEAST_LOSS_WIDTH)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.SMALL)
        for term, field, control in (
            ("learning_rate", self._rate, "learning_rate"),
            ("regularization", self._regularization, "regularization.bar"),
            ("batch_size", self._batch, "batch_size"),
            ("optimizer", self._optimizer, "optimizer"),
            ("loss", self._loss, "loss_function"),
        ):
            row.addWidget(term_field(term, field, control))

        self._rate.activated.connect(self._on_rate_edited)
        line_edit_of(self._rate).editingFinished.connect(self._on_rate_edited)
        self._rate.editTextChanged.connect(self._on_rate_typed)
        self._batch.valueChanged.connect(self._on_batch_size_changed)
        self._optimizer.activated.connect(self._on_optimizer_activated)
        self._loss.activated.connect(self._on_loss_activated)
        document.changed.connect(self._on_document_changed)
        controller.dataset_changed.connect(self._on_dataset_changed)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start a new gesture whenever the batch size gets the focus, so that each visit is one undo step."""
        if event.type() == QEvent.Type.FocusIn:
            self._gesture = next(self._gestures)
        return super().eventFilter(watched, event)

    # -- from the document --------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_document_changed(self, change: DocumentChange) -> None:
        if change.training or change.data:
            self._show()

    @Slot()
    def _on_dataset_changed(self) -> None:
        self._show_batch_size()

    def _show(self) -> None:
        settings = self._document.project.training
        self._misread_rate = None
        self._rate.setCurrentText(plain_text(settings.optimizer.learning_rate))
        self._mark_rate(is_valid=True)
        self._regularization.show_settings(settings)
        self._show_batch_size()
        self._optimizer.setCurrentText(settings.optimizer.kind)
        self._show_losses(settings.loss)

    def _show_batch_size(self) -> None:
        size, dataset = self._document.project.training.batch_size, self._controller.dataset
        with QSignalBlocker(self._batch):
            self._batch.setMaximum(size if dataset is None else max(size, len(dataset.train)))
            self._batch.setValue(size)

    def _show_losses(self, current: str | Loss) -> None:
        names = list(losses_for(self._document.project.data.task))
        if [self._loss.itemData(index) for index in range(self._loss.count())] != names:
            self._loss.clear()
            for name in names:
                self._loss.addItem(self._loss_title(name), name)
        self._loss.setCurrentIndex(names.index(current) if isinstance(current, str) else -1)

    def _loss_title(self, name: str) -> str:
        titles = {
            "half_squared_error": self.tr("½ squared error"),
            "squared_error_sum": self.tr("Squared error"),
            "mean_squared_error": self.tr("Mean squared error"),
            "mean_absolute_error": self.tr("Mean absolute error"),
            "huber": self.tr("Huber loss"),
            "binary_crossentropy": self.tr("Binary cross-entropy"),
            "categorical_crossentropy": self.tr("Cross-entropy 1-hot"),
            "sparse_categorical_crossentropy": self.tr("Cross-entropy"),
            "hinge": self.tr("Hinge loss"),
        }
        return titles.get(name, name)

    def _mark_rate(self, *, is_valid: bool) -> None:
        if self._rate.property("valid") != is_valid:
            self._rate.setProperty("valid", is_valid)
            self._rate.style().unpolish(self._rate)
            self._rate.style().polish(self._rate)

    # -- to the document ----------------------------------------------------------------------------------------------

    @Slot(str)
    def _on_rate_typed(self, text: str) -> None:
        self._misread_rate = None
        try:
            self._with_rate(self._document.project.training, parse_number(text))
        except NnplayError:
            self._mark_rate(is_valid=False)
        else:
            self._mark_rate(is_valid=True)

    @Slot()
    def _on_rate_edited(self) -> None:
        text = self._rate.currentText()
        if text == plain_text(self._document.project.training.optimizer.learning_rate):
            return
        if text == self._misread_rate:
            return
        try:
            rate = parse_number(text)
        except NnplayError as error:
            self._misread_rate = text  # it stays, marked, until it is corrected
            self._document.report(error)
            return
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Change learning rate")),
            lambda settings: self._with_rate(settings, rate),
        )

    @Slot(int)
    def _on_batch_size_changed(self, batch_size: int) -> None:
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Change batch size")),
            lambda settings: replace(settings, batch_size=batch_size),
            f"batch size {self._gesture}",
        )

    @Slot()
    def _on_optimizer_activated(self) -> None:
        kind = OPTIMIZERS[self._optimizer.currentText()]

        def change(settings: TrainingSettings) -> TrainingSettings:
            if isinstance(settings.optimizer, kind):
                return settings
            return replace(settings, optimizer=kind(learning_rate=settings.optimizer.learning_rate))

        self._perform(EditName(QT_TRANSLATE_NOOP("steps", "Change optimizer")), change)

    @Slot()
    def _on_loss_activated(self) -> None:
        loss = self._loss.currentData()
        self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Change loss")), lambda settings: replace(settings, loss=loss)
        )

    @staticmethod
    def _with_rate(settings: TrainingSettings, rate: float) -> TrainingSettings:
        return replace(settings, optimizer=replace(settings.optimizer, learning_rate=rate))

    def _perform(self, text: EditName, change: Change, merge_key: str | None = None) -> None:
        self._edit.perform(text, change, merge_key)
        self._show()
