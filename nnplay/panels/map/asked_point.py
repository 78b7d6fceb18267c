"""AskedPoint: the example that is asked about, as the decision map sees it: a line below the map, and its place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.appearance.number_text import loss_text
from nnplay.asking import Example, Origin
from nnplay.data import Dataset
from nnplay.engine import Examples
from nnplay.panels.map.data_points import Assess
from nnplay.panels.map.plane_source import Floats, Place
from nnplay.panels.plots.round_numbers import number_text
from nnplay.panels.results.answered_model import answer_texts

Parts = Sequence[tuple[str, Floats]]
"""Positions on the map by the name of their part of the data, ``train`` or ``test``."""

_REACH = 0.35
"""Largest distance between a click and the point that it selects, in units of the map."""


class AskedPoint(QWidget):
    """The network's present answer to the example; hidden while there is none.

    Signals
    -------
    try_wanted()
        The person wants to see the whole answer.
    stop_wanted()
        The person has no more questions about it.
    """

    try_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setAccessibleName(self.tr("The point that is asked about"))
        self._try = QToolButton()
        self._try.setText(self.tr("Try it"))
        self._try.setProperty("look", "raised")
        self._try.setToolTip(self.tr("Show the whole answer, and change the example"))
        self._try.clicked.connect(self.try_wanted)
        self._stop = QToolButton()
        self._stop.setIconSize(QSize(metrics.ICON - 4, metrics.ICON - 4))
        self._stop.setToolTip(self.tr("Stop asking about this point"))
        self._stop.setAccessibleName(self.tr("Stop asking about this point"))
        set_icon(self._stop, "close")
        self._stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.TINY)
        row.addWidget(self._text, 1)
        row.addWidget(self._try)
        row.addWidget(self._stop)
        self.hide()

    def text(self) -> str:
        """Return the line."""
        return self._text.text()

    def show_answer(self, dataset: Dataset, example: Example, assess: Assess, worth: Place) -> None:
        """Show the network's answer.

        Parameters
        ----------
        dataset
            The data, which tell what an answer looks like.
        assess
            Measures examples.
        worth
            The values of the example on both axes.
        """
        is_known = example.target is not None
        y = np.asarray(example.target)[np.newaxis] if is_known else dataset.train.y[:1]
        found = assess(Examples(example.x[np.newaxis], y))
        true, said = answer_texts(dataset, found, 0)
        output = ", ".join(number_text(float(value)) for value in found.predictions[0])
        if is_known:
            text = self.tr("Point ({x1}, {x2}): actual {true}, predicted {said} (output {output}), loss {loss}")
        else:
            text = self.tr("Point ({x1}, {x2}): predicted {said} (output {output})")
        x1, x2 = map(number_text, worth)
        loss = loss_text(float(found.losses[0]))
        self._text.setText(text.format(x1=x1, x2=x2, true=true, said=said, output=output, loss=loss))
        self.show()


def nearest(parts: Parts, place: Place) -> Origin | None:
    """Return the example nearest to a position; None if all are too far away."""
    found, least = None, _REACH
    for part, places in parts:
        distances = np.hypot(*(places - place).T)
        if len(distances) and distances.min() < least:
            least = float(distances.min())
            found = Origin(part, int(distances.argmin()))
    return found
