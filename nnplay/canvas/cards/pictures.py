"""Pictures of neurons: the output over the plane, the weights, a value, or the activations for an example."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnplay.appearance.values import value_image
from nnplay.canvas.cards.card_layout import N_SAMPLES, Body, CardLayout
from nnplay.data import Dataset
from nnplay.engine import Network, NetworkSpec, Part
from nnplay.project.inspection.probe import Probe

_MOST_WEIGHTS = 20_000
"""Largest network whose neurons show a value: its forward pass for one example costs little next to painting."""

PLANE_SIDE = 32
"""Samples per side of a neuron's picture: nearly one per pixel, so that no filtering is needed when painting."""


class Pictures:
    """The pictures of all neurons of a network with its latest weights.

    Parameters
    ----------
    features
        Names of the inputs of two-dimensional data; empty for pictures.
    """

    def __init__(self, network: NetworkSpec, features: tuple[str, ...]) -> None:
        self._network = network
        self._probe = Probe(network, features) if features else None
        is_small = self._probe is None and network.n_parameters <= _MOST_WEIGHTS
        self._running = Network(network) if is_small and len(network.shapes[network.input.name]) == 1 else None
        self._parameters = np.zeros(network.n_parameters, np.float32)
        self._muted: tuple[Part, ...] = ()
        self._has_filters = any(
            len(slot.shape) == 4 for node in network.nodes for slot in network.node_slots(node.name)
        )
        self._shows_maps = True
        self._examples: NDArray[np.float32] | None = None
        self._shown: NDArray[np.float32] | None = None
        self._lit_network: Network | None = None
        self._activations: dict[str, NDArray[np.float32]] = {}

    def set_parameters(self, parameters: NDArray[np.float32], muted: tuple[Part, ...]) -> None:
        """Draw with these weights, without the muted parts."""
        self._parameters, self._muted = parameters, muted
        self._light_up()
        if self._probe is not None:
            self._probe.set_parameters(parameters, muted)
        if self._running is not None:
            self._running.load(parameters, muted)

    def set_dataset(self, dataset: Dataset | None) -> None:
        """Show examples of this data set in the input layer, if they are pictures that fit it."""
        self._examples = None
        if dataset is not None and dataset.input_shape == self._network.shapes[self._network.input.name]:
            self._examples = dataset.train.inputs(slice(0, N_SAMPLES))
        self._light_up()

    def outputs(self) -> dict[str, NDArray[np.float32]]:
        """Return the output of every unit for the selected or the first example, by node; empty if not shown.

        Outputs are shown if there is neither a plane nor a picture to draw: for rows of a few numbers.
        """
        if self._running is None or self._examples is None or not len(self._examples):
            return {}
        if self._shown is not None:
            return self._activations
        return {name: values[0] for name, values in self._running.activations(self._examples[:1]).items()}

    def set_example(self, x: NDArray[np.float32] | None) -> None:
        """Show the activations of all units for one input (*input_shape); None shows their general pictures."""
        fits = x is not None and x.shape == self._network.shapes[self._network.input.name]
        self._shown = x if fits else None
        self._light_up()

    def set_shows_maps(self, shows_maps: bool) -> None:
        """Show feature maps of convolutions (for the selected or the first example), or their filters."""
        self._shows_maps = shows_maps

    def atlases(self, layouts: Mapping[str, CardLayout]) -> dict[str, QImage]:
        """Return a stack of the pictures of the units shown, for each card that has any."""
        found = {name: self._squares(name, layout) for name, layout in layouts.items()}
        by_side: dict[int, list[tuple[str, NDArray[np.float32]]]] = {}
        for name, squares in found.items():
            if squares is not None:
                by_side.setdefault(squares.shape[1], []).append((name, squares))
        atlases = {}
        for side, cards in by_side.items():
            # Colour all pictures of the same size at once: for a few small arrays, NumPy's overhead outweighs the work.
            whole, row = value_image(np.concatenate([squares for _, squares in cards]).reshape(-1, side)), 0
            for name, squares in cards:
                atlases[name] = whole.copy(0, row, side, side * len(squares))
                row += side * len(squares)
        return atlases

    def _squares(self, node: str, layout: CardLayout) -> NDArray[np.float32] | None:
        """Return the pictures of the units that a card shows, (n, side, side) from -1 to 1; None if there are none."""
        if layout.body in (Body.DOTS, Body.BLANK):
            return None
        kernel = self._network.view(self._parameters, node, "kernel")
        is_filter = kernel is not None and kernel.ndim == 4
        if node in self._activations and (self._shows_maps or not is_filter):
            return self._lit_squares(node, layout)
        if self._probe is not None:
            return _scaled(self._probe.plane(PLANE_SIDE)[node][: layout.n_shown], floor=1.0)
        if layout.body is Body.TILES:
            return None
        is_input = layout.body is Body.EXAMPLES
        squares = self._example_pictures() if is_input else self._weight_pictures(node, layout)
        return None if squares is None else _scaled(squares)

    def _light_up(self) -> None:
        self._activations = {}
        x = self._shown
        if x is None and self._has_filters and self._examples is not None and len(self._examples):
            x = self._examples[0]
        if x is None:
            return
        self._lit_network = self._lit_network or Network(self._network)
        self._lit_network.load(self._parameters, self._muted)
        for name, values in self._lit_network.activations(x[np.newaxis]).items():
            # For the first example of the data, only pictures are worth showing.
            is_map = values.ndim == 4 and name != self._network.input.name
            if self._shown is not None or is_map:
                self._activations[name] = values[0]

    def _lit_squares(self, node: str, layout: CardLayout) -> NDArray[np.float32] | None:
        """Return the units' activations for the example, on one scale: maps of channels, or tiles of a row."""
        values = self._activations[node]
        if layout.body is Body.EXAMPLES:
            drawn = self._as_pictures(values.reshape(1, -1))
            if drawn is None:
                return None
            others = self._example_pictures()
            return _scaled(drawn if others is None else np.concatenate((drawn, others[1:])))
        maps = values.transpose(2, 0, 1) if values.ndim == 3 else values.reshape(-1, 1, 1)
        if maps.shape[1] != maps.shape[2]:
            return None
        return _scaled(maps[: layout.n_shown], floor=float(np.abs(values).max()))

    def _example_pictures(self) -> NDArray[np.float32] | None:
        return None if self._examples is None else self._as_pictures(self._examples.reshape(len(self._examples), -1))

    def _weight_pictures(self, node: str, layout: CardLayout) -> NDArray[np.float32] | None:
        kernel = self._network.view(self._parameters, node, "kernel")
        if kernel is not None and kernel.ndim == 4:
            is_square = kernel.shape[0] == kernel.shape[1]
            return kernel.mean(axis=2).transpose(2, 0, 1)[: layout.n_shown] if is_square else None
        source = self._network.node(node)
        while source.inputs and (source.name == node or source.layer.is_view(is_training=False)):
            source = self._network.node(source.inputs[0])
        if kernel is None or source is not self._network.input:
            return None
        return self._as_pictures(kernel[:, : layout.n_shown].T)

    def _as_pictures(self, rows: NDArray[np.float32]) -> NDArray[np.float32] | None:
        shape = self._network.shapes[self._network.input.name]
        if len(shape) < 2 or shape[0] != shape[1]:
            return None
        channels = shape[2] if len(shape) == 3 else 1
        pictures: NDArray[np.float32] = rows.reshape(len(rows), shape[0], shape[1], channels).mean(axis=3)
        return pictures


def _scaled(squares: NDArray[np.float32], floor: float = 0.0) -> NDArray[np.float32]:
    """Return squares (n, side, side), each divided by its largest absolute value, or by ``floor`` if larger."""
    scales = np.maximum(np.abs(squares).reshape(len(squares), -1).max(axis=1), np.float32(floor))
    scales[scales == 0] = 1
    scaled: NDArray[np.float32] = squares / scales[:, None, None]
    return scaled
