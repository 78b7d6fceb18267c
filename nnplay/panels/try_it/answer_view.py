"""AnswerView: a network's answer in large type, beside the true one, with the probability of each class."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import percent_text, short_text
from nnplay.asking import Answer, Example
from nnplay.asking.example import target_class
from nnplay.asking.units import split_unit
from nnplay.panels.try_it.bars import ProbabilityBars

MOST_BARS = 10
"""Of more classes than this, the most likely ones are shown."""


class AnswerView(QWidget):
    """The answer, a line about it, and bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer = QLabel()
        self._answer.setFont(metrics.font(metrics.Text.DISPLAY, bold=True))
        self._answer.setWordWrap(True)
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.setAccessibleName(self.tr("Answer"))
        self._beside = QLabel()
        self._beside.setProperty("look", "muted")
        self._beside.setWordWrap(True)
        self._beside.setTextFormat(Qt.TextFormat.PlainText)
        self._beside.setAccessibleName(self.tr("True answer"))
        self._share = QLabel()
        self._share.setFont(metrics.font(metrics.Text.FIGURE))
        self._share.setProperty("look", "muted")
        self._share.setAccessibleName(self.tr("Probability of the answer"))
        self._bars = ProbabilityBars(())
        head = QHBoxLayout()
        head.setSpacing(metrics.SMALL)
        head.addWidget(self._answer, 1)
        head.addWidget(self._share, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY)
        column.addLayout(head)
        column.addWidget(self._beside)
        column.addWidget(self._bars)

    @property
    def text(self) -> str:
        """The answer in large type."""
        return self._answer.text()

    @property
    def share(self) -> str:
        """Its probability, or the output where there is none; empty for quantities."""
        return self._share.text()

    @property
    def beside(self) -> str:
        """The line about the true answer."""
        return self._beside.text()

    def spoken(self) -> str:
        """Return all of it in one line, for screen readers."""
        return " ".join(part for part in (self.text, self.share, self.beside) if part)

    def show_answer(self, answer: Answer, example: Example) -> None:
        """Show the answer to one example."""
        share = answer.share()
        if answer.best is not None:
            self._answer.setText(signed(answer.label()))
        else:
            self._answer.setText(quantities_text(answer, answer.outputs[0]))
        if share is not None:
            self._share.setText(percent_text(share))
        elif answer.best is not None:
            output = short_text(float(answer.outputs[0, 0]), 4)
            self._share.setText(self.tr("output {value}").format(value=output))
        else:
            self._share.setText("")
        self._beside.setText("" if example.target is None else self._true_text(answer, example))
        self._beside.setVisible(example.target is not None)
        self._show_bars(answer)

    def _true_text(self, answer: Answer, example: Example) -> str:
        actual = target_class(example.target, answer.meaning.task)
        if actual is None or answer.best is None:
            true = quantities_text(answer, np.asarray(example.target).reshape(-1))
            return self.tr("true answer: {answer}").format(answer=true)
        text = self.tr("true answer: {answer} ✓") if actual == answer.best[0] else self.tr("true answer: {answer} ✗")
        return text.format(answer=signed(answer.meaning.classes[actual]))

    def _show_bars(self, answer: Answer) -> None:
        self._bars.setVisible(answer.shares is not None)
        if answer.shares is None:
            return
        shares, names = answer.shares[0], answer.meaning.classes
        order = np.arange(len(shares))
        if len(shares) > MOST_BARS:
            order = np.argsort(-shares, kind="stable")[:MOST_BARS]
        self._bars.set_labels([names[number] for number in order])
        self._bars.set_values(shares[order])


def signed(label: str) -> str:
    """Return the name of a class for people: a minus sign for the hyphen of -1."""
    return "−1" if label == "-1" else label


def quantities_text(answer: Answer, values: np.ndarray) -> str:
    """Return quantities with their units, with names where there are several."""
    texts = []
    for name, value in zip(answer.meaning.quantities, values, strict=True):
        plain, unit = split_unit(name)
        text = short_text(float(value), 4) + (f" {unit}" if unit else "")
        texts.append(text if len(answer.meaning.quantities) == 1 else f"{plain}: {text}")
    return ", ".join(texts)
