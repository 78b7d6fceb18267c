"""Data points on a decision map: those that are drawn, and the one that is followed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtWidgets import QLabel, QWidget

from nnplay.appearance.number_text import loss_text
from nnplay.data import Dataset
from nnplay.engine import Assessment, Examples
from nnplay.panels.map.map_frame import Points
from nnplay.panels.map.plane_source import MOST_POINTS, Floats, Place, PlaneSource
from nnplay.panels.plots.round_numbers import number_text
from nnplay.panels.results.example_list import answer_texts

Assess = Callable[[Examples], Assessment]
Parts = Sequence[tuple[str, Floats]]
"""Positions on the map by the name of their part of the data, ``train`` or ``test``."""

_REACH = 0.35
"""Largest distance between a click and the point that it selects, in units of the map."""


def points_on(
    source: PlaneSource, dataset: Dataset | None, parts: Sequence[str], assess: Assess | None
) -> tuple[Points, ...]:
    """Return the examples of some parts of the data; if ``assess`` is given, their sizes show their losses."""
    if dataset is None:
        return ()
    examples = {"train": dataset.train, "test": dataset.test}
    return tuple(
        _points(source.places(dataset, part), examples[part].take(slice(0, MOST_POINTS)), assess, part == "test")
        for part in parts
        if len(examples[part])
    )


def _points(places: Floats, examples: Examples, assess: Assess | None, is_test: bool) -> Points:
    sizes = None
    if assess is not None:
        losses = assess(examples).losses
        sizes = np.sqrt(losses / max(float(losses.max()), 1e-30))
    are_classes = examples.y.ndim == 1
    labels = examples.y if are_classes else examples.y[:, 0]
    return Points(places, labels, is_test, are_classes=are_classes, sizes=sizes)


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
        self, dataset: Dataset, parts: Parts, assess: Assess, worth: Callable[[Place], Place]
    ) -> Place | None:
        """Show the network's prediction for it.

        Parameters
        ----------
        dataset
            The data that it belongs to.
        parts
            The positions of the examples.
        assess
            Measures examples.
        worth
            Returns the values of a position on both axes.

        Returns
        -------
        Its position on the map; None if no example is followed.
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
        x1, x2 = (number_text(value) for value in worth(place))
        text = self.tr("Point ({x1}, {x2}): actual {true}, predicted {said} (output {output}), loss {loss}")
        loss = loss_text(float(found.losses[0]))
        self.setText(text.format(x1=x1, x2=x2, true=true, said=said, output=output, loss=loss))
        self.show()
        return place
