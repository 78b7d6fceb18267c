"""PairMatrices: the confusion matrices of two networks side by side, and how often they disagree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from nnplay.appearance import metrics
from nnplay.panels.results.confusion_matrix import ConfusionMatrix
from nnplay.panels.runs.pair import PairAnswer


class PairMatrices(QWidget):
    """Two matrices, each below its caption, above a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrices = ConfusionMatrix(), ConfusionMatrix()
        self.captions = QLabel(), QLabel()
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(metrics.TINY)
        grid.setRowStretch(1, 1)
        for column, (matrix, caption) in enumerate(zip(self.matrices, self.captions, strict=True)):
            area = QScrollArea()  # many classes need more room than half of a panel
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setWidget(matrix)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
            caption.setProperty("look", "caption")
            caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(caption, 0, column)
            grid.addWidget(area, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.sentence, 2, 0, 1, 2)

    def show_answer(self, answer: PairAnswer, names: tuple[str, str], classes: Sequence[str]) -> None:
        """Show two networks by these names; the answer is about classes."""
        assert answer.counts is not None
        for matrix, counts in zip(self.matrices, answer.counts, strict=True):
            matrix.show_counts(counts, classes)
        for caption, name in zip(self.captions, names, strict=True):
            caption.setText(name)
            caption.setToolTip(name)
        self.sentence.setVisible(answer.n_different is not None)
        if answer.n_different is not None:
            text = self.tr("They disagree on {n} of {all} examples.")
            self.sentence.setText(text.format(n=f"{answer.n_different:,}", all=f"{answer.n_examples:,}"))
