"""LoadingState: a text about the data and, while they load, the progress and a way to cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics

if TYPE_CHECKING:
    from nnplay.training import LoadProgress, TrainingController

_PERMILLE = 1000


class LoadingState(QWidget):
    """A few lines of text; below them a progress bar and a button to cancel, or one to try again."""

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._text = QLabel()
        self._text.setProperty("look", "caption")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QProgressBar()
        self._progress.setRange(0, _PERMILLE)
        self._progress.setTextVisible(False)
        self._cancel = QPushButton(self.tr("&Cancel"))
        self._retry = QPushButton(self.tr("&Try again"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        for widget in (self._text, self._progress, self._cancel, self._retry):
            column.addWidget(widget)
        self._cancel.clicked.connect(controller.cancel_loading)
        self._retry.clicked.connect(controller.reload)
        controller.loading_changed.connect(self._on_loading_changed)

    def say(self, text: str, *, can_retry: bool) -> None:
        """Show a text about the data, or about why there are none; while they load, the progress text stays."""
        is_loading = self._controller.is_loading
        for widget in (self._progress, self._cancel):
            widget.setVisible(is_loading)
        self._retry.setVisible(can_retry and not is_loading)
        if not is_loading:
            self._text.setText(text)

    @Slot(object)
    def _on_loading_changed(self, progress: LoadProgress | None) -> None:
        if progress is not None:
            self._progress.setValue(round(_PERMILLE * progress.fraction))
            self._text.setText(progress.text)
