"""ControlBar: start, pause and step a training, and read its progress.

The buttons are the window's actions, so that button, menu and shortcut always agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import glossary, metrics
from nnplay.appearance.number_text import count_text, epoch_text, loss_text, percent_text
from nnplay.data import Task
from nnplay.panels.training.speed_box import SpeedBox
from nnplay.panels.training.train_button import TrainButton
from nnplay.panels.widgets.labelled_field import labelled_field
from nnplay.panels.widgets.readout import Readout

if TYPE_CHECKING:
    from nnplay.training import LoadProgress, TrainingController

_PERMILLE = 1000
_MANY_STEPS = 50
_LEAST_INTERVAL_S = 0.1
"""Numbers that change faster cannot be read."""

"""The number of steps from which an epoch takes long enough for a progress bar; below it, the bar would only flicker.
"""


class ControlActions(Protocol):
    """The actions that the bar shows as buttons."""

    reset: QAction
    train: QAction
    stop: QAction
    step: QAction
    new_start: QAction
    cancel_loading: QAction

    @property
    def steps(self) -> Sequence[QAction]: ...


class ControlBar(QWidget):
    """Buttons, the epoch, the losses, the speed, and a thin line of progress along the bottom.

    While files are being read, the numbers make room for the progress, with a button to cancel.

    Parameters
    ----------
    beside
        The widget at the right end: the settings of the training. The bar becomes its parent.
    """

    def __init__(self, controller: TrainingController, actions: ControlActions, beside: QWidget) -> None:
        super().__init__()
        self._controller = controller
        self._shown_at = 0.0
        self._is_running = self._hides_loss = False
        self._epoch = Readout(self.tr("Epoch"), epoch_text(888_888))
        self._train_loss = Readout(self.tr("Training loss"), "0.0000")
        self._test_loss = Readout(self.tr("Test loss"), "0.0000")
        self._accuracy = Readout(self.tr("Test accuracy"), "100.0 %")
        self._speed = Readout(self.tr("Examples/s"), "888.8k")
        for name, readout in (
            ("epoch", self._epoch),
            ("train_loss", self._train_loss),
            ("test_loss", self._test_loss),
            ("accuracy", self._accuracy),
        ):
            glossary.explain(name, readout)
        self._speed.setToolTip(self.tr("Training examples per second"))
        pace = labelled_field(self.tr("Speed"), SpeedBox(controller), self.tr("Highest speed of training"))
        pace.setContentsMargins(0, 0, 0, 0)
        speed = QWidget()
        speed.setObjectName("speed")
        speed.setLayout(pace)
        # The bar shows it as there is room; inside it, a teacher decides whether the speed is visible.
        self._pace = QWidget()
        inner = QVBoxLayout(self._pace)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(speed)
        self._loading_text = QLabel()
        self._progress = QProgressBar()
        self._progress.setRange(0, _PERMILLE)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        _keep_room(self._progress)

        self._pages = QStackedWidget()
        # What does not fit is hidden, so the numbers never make the window wider.
        self._pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._pages.addWidget(self._make_numbers())
        self._pages.addWidget(self._make_loading(actions.cancel_loading))
        row = QHBoxLayout()
        row.setContentsMargins(metrics.SMALL, metrics.SMALL, metrics.SMALL, 0)
        row.setSpacing(metrics.TINY)
        row.addWidget(_icon_button(actions.reset))
        row.addWidget(TrainButton(actions.train))
        row.addWidget(_icon_button(actions.stop))
        row.addWidget(_step_button(actions))
        row.addWidget(_icon_button(actions.new_start))
        row.addSpacing(metrics.SMALL)
        row.addWidget(self._pages, 1)
        row.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY)
        column.addLayout(row)
        column.addWidget(self._progress)

        self._pages.installEventFilter(self)
        controller.snapshot_changed.connect(self._on_snapshot_changed)
        controller.loading_changed.connect(self._on_loading_changed)
        controller.dataset_changed.connect(self._on_dataset_changed)
        self._on_dataset_changed()
        self._on_snapshot_changed()
        self._on_loading_changed(None)

    def conceal_loss(self, is_hidden: bool) -> None:
        """Show question marks in place of the losses, because a lesson asks for them."""
        self._hides_loss = is_hidden
        self._shown_at = 0.0
        self._on_snapshot_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide what there is no room for, the least important first; the settings beside may appear and disappear."""
        if event.type() == QEvent.Type.Resize:
            self._show_what_fits()
        return super().eventFilter(watched, event)

    def _show_what_fits(self) -> None:
        room = self._pages.width()
        for part in (self._epoch, self._test_loss, self._train_loss, self._pace, self._accuracy, self._speed):
            is_wanted = self._has_something_to_say(part)
            room -= part.sizeHint().width() + metrics.MEDIUM if is_wanted else 0
            part.setVisible(is_wanted and room >= -metrics.MEDIUM)

    def _has_something_to_say(self, part: QWidget) -> bool:
        if part is self._speed:
            return self._is_running
        if part is self._test_loss:
            return self._has_test_data()
        return part is not self._accuracy or self._has_classes()

    def _has_test_data(self) -> bool:
        dataset = self._controller.dataset
        return dataset is None or len(dataset.test) > 0

    def _has_classes(self) -> bool:
        dataset = self._controller.dataset
        return dataset is not None and dataset.task is not Task.REGRESSION

    # -- the widgets ------------------------------------------------------------------------------------------------

    def _make_numbers(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.MEDIUM)
        for part in (self._pace, self._epoch, self._train_loss, self._test_loss, self._accuracy, self._speed):
            row.addWidget(part)
        row.addStretch(1)
        return page

    def _make_loading(self, cancel: QAction) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.MEDIUM)
        button = QToolButton()
        button.setProperty("look", "raised")
        button.setDefaultAction(cancel)
        row.addWidget(self._loading_text)
        row.addWidget(button)
        row.addStretch(1)
        return page

    # -- news -------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_snapshot_changed(self) -> None:
        snapshot = self._controller.snapshot
        if snapshot is None or (snapshot.is_running and perf_counter() - self._shown_at < _LEAST_INTERVAL_S):
            return
        self._shown_at = perf_counter()
        self._epoch.set_text(epoch_text(snapshot.epoch))
        self._train_loss.set_text("?" if self._hides_loss else loss_text(snapshot.train_loss))
        self._test_loss.set_text("?" if self._hides_loss else loss_text(snapshot.test_loss))
        self._accuracy.set_text(
            percent_text(snapshot.test_accuracy if self._has_test_data() else snapshot.train_accuracy)
        )
        self._speed.set_text(count_text(snapshot.examples_per_second if snapshot.is_running else nan))
        if snapshot.is_running != self._is_running:
            self._is_running = snapshot.is_running
            self._show_what_fits()
        if not self._controller.is_loading:
            is_long = snapshot.is_running and snapshot.steps_per_epoch >= _MANY_STEPS
            self._show_progress(snapshot.step_in_epoch / snapshot.steps_per_epoch if is_long else None)

    @Slot(object)
    def _on_loading_changed(self, progress: LoadProgress | None) -> None:
        self._pages.setCurrentIndex(0 if progress is None else 1)
        if progress is not None:
            text = self.tr("{text} … {percent}")
            self._loading_text.setText(text.format(text=progress.text, percent=percent_text(progress.fraction)))
        self._show_progress(None if progress is None else progress.fraction)

    @Slot()
    def _on_dataset_changed(self) -> None:
        self._accuracy.set_caption(self.tr("Test accuracy") if self._has_test_data() else self.tr("Training accuracy"))
        self._show_what_fits()

    def _show_progress(self, fraction: float | None) -> None:
        self._progress.setVisible(fraction is not None)
        if fraction is not None:
            self._progress.setValue(round(fraction * _PERMILLE))


def _icon_button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setObjectName(action.objectName())
    button.setIconSize(QSize(metrics.ICON + 2, metrics.ICON + 2))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button


def _step_button(actions: ControlActions) -> QToolButton:
    """Return a button that trains an epoch; one example, one batch or ten epochs are in the list beside it."""
    button = _icon_button(actions.step)
    menu = QMenu(button)
    menu.addActions(list(actions.steps))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    return button


def _keep_room(widget: QWidget) -> None:
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
