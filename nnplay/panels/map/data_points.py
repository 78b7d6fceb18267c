"""Data points on a decision map: those that are drawn, and the one that is followed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtWidgets import QLabel, QWidget

from nnplay.appearance.number_text import loss_text
from nnplay.data import Dataset
from nnplay.engine import Assessment, Examples
from nnplay.panels.map.map_frame import Points
from nnplay.panels.plots.round_numbers import number_text
from nnplay.panels.results.example_list import answer_texts

Place = tuple[float, float]
Assess = Callable[[Examples], Assessment]
Parts = Sequence[tuple[str, np.ndarray]]
"""Positions on the map by the name of their part of the data, ``train`` or ``test``."""

_REACH = 0.35
"""Largest distance in pixels between a click and the point that it selects."""

MOST_POINTS = 2_000
"""Most dots of either kind: more would cover each other and the map."""


def points_of(places: np.ndarray, examples: Examples, assess: Assess | None, *, is_test: bool = False) -> Points:
    """Examples at their positions (k, 2); if ``assess`` is given, their sizes show their losses."""
    shown = slice(0, MOST_POINTS)
    sizes = None
    if assess is not None and len(examples):
        losses = assess(examples.take(shown)).losses
        sizes = np.sqrt(losses / max(float(losses.max()), 1e-30))
    labels = examples.y[shown]
    are_classes = labels.ndim == 1
    return Points(places[shown], labels if are_classes else labels[:, 0], is_test, are_classes=are_classes, sizes=sizes)


class FollowedPoint(QLabel):
    """The network's present prediction for one example; hidden while none is followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed: tuple[str, int] | None = None
        self.setWordWrap(True)
        self.setAccessibleName(self.tr("The followed point"))
        self.hide()

    @property
    def is_following(self) -> bool:
        """Whether an example is selected."""
        return self._followed is not None

    def choose(self, parts: Parts, place: Place) -> None:
        """Follow the example nearest to a position; none if all are too far away."""
        self._followed, nearest = None, _REACH
        for part, places in parts:
            distances = np.hypot(*(places - place).T)
            if len(distances) and distances.min() < nearest:
                nearest = float(distances.min())
                self._followed = part, int(distances.argmin())

    def forget(self) -> None:
        """Follow no example."""
        self._followed = None

    def show_answer(
        self, dataset: Dataset, parts: Parts, assess: Assess, values: Callable[[Place], Place] | None = None
    ) -> Place | None:
        """Show the network's prediction for it.

        Parameters
        ----------
        values
            Returns the values of a position on both axes; None to show its coordinates.

        Returns
        -------
        Returns its position on the map; None if it has none.
        """
        places = dict(parts)
        if self._followed is None or self._followed[1] >= len(places.get(self._followed[0], ())):
            self._followed = None
            self.setText("")
            self.hide()
            return None
        part, row = self._followed
        place = float(places[part][row][0]), float(places[part][row][1])
        found = assess(getattr(dataset, part).take(slice(row, row + 1)))
        true, said = answer_texts(dataset, found, 0)
        output = ", ".join(number_text(float(value)) for value in found.predictions[0])
        x1, x2 = (number_text(value) for value in (values(place) if values else place))
        text = self.tr("Point ({x1}, {x2}): actual {true}, predicted {said} (output {output}), loss {loss}")
        loss = loss_text(float(found.losses[0]))
        self.setText(text.format(x1=x1, x2=x2, true=true, said=said, output=output, loss=loss))
        self.show()
        return place
