"""MatrixArea: the place of the confusion matrix; with many classes it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from nnplay.panels.results.confusion_matrix import ConfusionMatrix


class MatrixArea(QScrollArea):
    """A scroll area that asks for the width at which the matrix need not scroll sideways."""

    def __init__(self, matrix: ConfusionMatrix) -> None:
        super().__init__()
        self._matrix = matrix
        self.setWidget(matrix)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        matrix.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        width = self._matrix.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # other counts need another width
        return super().viewportEvent(event)
