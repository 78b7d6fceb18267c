"""Convolutions: the window of a picture times the kernel of a filter, and its bias."""

from __future__ import annotations

import numpy as np

from nnplay.engine import Conv2D, Node
from nnplay.project.calculation.expressions import Equation, Product, Terms, checked
from nnplay.project.calculation.layers.rule import Rule
from nnplay.project.calculation.layers.window_places import WindowPlaces
from nnplay.project.calculation.quantities import Quantities


class ConvolutionRule(Rule):
    """z at a place = sum of the window's numbers times the filter's weights; what lies in the margins counts as 0."""

    def __init__(self, quantities: Quantities, node: Node) -> None:
        super().__init__(quantities, node)
        assert isinstance(node.layer, Conv2D)
        self._n_channels = quantities.network.shapes[self.source][-1]
        self._places = WindowPlaces(node.layer.windows, quantities.network.shapes[self.source])

    def equations(self, unit: int) -> tuple[Equation, ...]:
        quantities, parameters = self.quantities, self.quantities.trace(self.name).parameters
        down, across, filter_ = (int(axis) for axis in np.unravel_index(unit, self.shape))
        pairs = [
            (contact, channel)
            for contact in self._places.of_window((down, across))
            for channel in range(self._n_channels)
        ]
        kernel, picture = parameters["kernel"].value, quantities.outputs(self.source)
        values = [kernel[(*each.within, channel, filter_)] * picture[(*each.place, channel)] for each, channel in pairs]

        def term(number: int) -> Product:
            contact, channel = pairs[number]
            weight = quantities.weight(self.name, "kernel", (*contact.within, channel, filter_))
            return Product((weight, quantities.output(self.source, self._source_unit(contact.place, channel))))

        weighed = Terms(np.array(values), term)
        if "bias" not in parameters:
            return (checked(self.result(unit), quantities.added(weighed)),)
        bias = quantities.weight(self.name, "bias", (filter_,))
        total = quantities.added(weighed, Terms(np.array([bias.value]), lambda _: bias))
        return (checked(self.result(unit), total),)

    def behind(self, number: int, unit: int) -> Terms | None:
        quantities, by_sums = self.quantities, self.quantities.by_sums(self.name)
        if by_sums is None:
            return None
        row, column, channel = (
            int(axis) for axis in np.unravel_index(unit, quantities.network.shapes[self.sources[number]])
        )
        contacts, n_filters = self._places.of_place((row, column)), self.shape[-1]
        kernel = quantities.trace(self.name).parameters["kernel"].value
        values = [by_sums[contact.window] * kernel[(*contact.within, channel)] for contact in contacts]

        def term(place: int) -> Product:
            contact, filter_ = contacts[place // n_filters], place % n_filters
            by_sum = quantities.by_sum(self.name, self._unit(contact.window, filter_))
            return Product((by_sum, quantities.weight(self.name, "kernel", (*contact.within, channel, filter_))))

        return Terms(np.array(values).reshape(-1), term)

    def gradient(self, parameter: str, index: tuple[int, ...], example: int | None = None) -> Terms | None:
        quantities, by_sums = self.quantities, self.quantities.by_sums(self.name, example)
        if by_sums is None or parameter not in ("kernel", "bias"):
            return None
        filter_ = index[-1]
        if parameter == "bias":
            return Terms(
                by_sums[..., filter_].reshape(-1),
                lambda place: quantities.by_sum(self.name, place * self.shape[-1] + filter_, example),
            )
        within, channel = (index[0], index[1]), index[2]
        down, across = self._places.of_weight(within)
        picture = quantities.outputs(self.source, example)[..., channel]
        # All windows at once: a batch of pictures has many thousands.
        rows, columns = np.meshgrid(down, across, indexing="ij")
        values = by_sums[rows, columns, filter_] * picture[self._places.place((rows, columns), within)]

        def term(number: int) -> Product:
            window = down[number // len(across)], across[number % len(across)]
            by_sum = quantities.by_sum(self.name, self._unit(window, filter_), example)
            place = self._places.place(window, within)
            return Product((by_sum, quantities.output(self.source, self._source_unit(place, channel), example)))

        return Terms(values.reshape(-1), term)

    def _unit(self, window: tuple[int, int], filter_: int) -> int:
        return (window[0] * self.shape[1] + window[1]) * self.shape[2] + filter_

    def _source_unit(self, place: tuple[int, int], channel: int) -> int:
        width = self.quantities.network.shapes[self.source][1]
        return (place[0] * width + place[1]) * self._n_channels + channel
