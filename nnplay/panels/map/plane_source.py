"""PlaneSource: a plane through the space of a network's inputs, and what each neuron gives all over it.

The GUI thread makes a source and asks it where things lie. Only the thread that answers questions calls ``planes``:
what a source computes with is made at the first call and used by one call at a time.
"""

from __future__ import annotations

from math import prod
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from nnplay.asking import Example
from nnplay.data import Dataset
from nnplay.engine import Grid, NetworkSpec, Part
from nnplay.panels.map.map_frame import PLANE_AXES, Axes
from nnplay.panels.map.sampling import n_samples
from nnplay.project.inspection.input_plane import InputPlane
from nnplay.project.inspection.probe import MAX_PLANES, Probe

Floats = NDArray[np.float32]
Place = tuple[float, float]
"""A point of the map, from -EXTENT to EXTENT on both axes."""

MOST_POINTS = 2_000
"""Most dots of either kind: more would cover each other and the map."""


class PlaneSource(Protocol):
    """A network bound to a plane. Another network or plane needs another source.

    Attributes
    ----------
    network
        The network.
    axes
        The names and units of the axes of the map.
    can_draw
        Whether people can draw points in the plane.
    """

    network: NetworkSpec
    axes: Axes
    can_draw: bool

    def n_planes(self, node: str) -> int:
        """Return how many neurons of a node have a plane; 0 if there is no such node."""

    def planes(self, node: str, parameters: Floats, muted: tuple[Part, ...]) -> Floats:
        """Return one node's outputs over the map, (n_planes, n, n): row 0 on top, column 0 at the left.

        The array may belong to the source and change with the next call.
        """

    def places(self, dataset: Dataset, part: str) -> Floats:
        """Return the positions (k, 2) of the first ``MOST_POINTS`` examples of ``train`` or ``test``."""

    def place_of(self, example: Example) -> Place:
        """Return the position of any example."""

    def worth(self, place: Place) -> Place:
        """Return the values of a position on both axes."""


class PointSource:
    """The plane of points, whose coordinates x1 and x2 the network gets as features.

    Parameters
    ----------
    network
        The network.
    features
        Names of its inputs, keys of ``FEATURES``.
    """

    can_draw = True

    def __init__(self, network: NetworkSpec, features: tuple[str, ...]) -> None:
        self.network = network
        self.features = features
        self.axes = PLANE_AXES
        self._probe: Probe | None = None

    def n_planes(self, node: str) -> int:
        """See ``PlaneSource``."""
        return min(MAX_PLANES, prod(self.network.shapes.get(node, (0,))))

    def planes(self, node: str, parameters: Floats, muted: tuple[Part, ...]) -> Floats:
        """See ``PlaneSource``."""
        if self._probe is None:
            self._probe = Probe(self.network, self.features)
        self._probe.set_parameters(parameters, muted)
        return self._probe.planes_of(node, n_samples(self.network))

    def places(self, dataset: Dataset, part: str) -> Floats:
        """See ``PlaneSource``."""
        places = dataset.points_train if part == "train" else dataset.points_test
        return np.zeros((0, 2), np.float32) if places is None else places[:MOST_POINTS]

    def place_of(self, example: Example) -> Place:
        """See ``PlaneSource``."""
        x1, x2 = map(float, example.cells)
        return x1, x2

    def worth(self, place: Place) -> Place:
        """See ``PlaneSource``."""
        return place


class InputSource:
    """A plane through the inputs of a table, chosen by a person.

    Parameters
    ----------
    network
        The network.
    plane
        Where its inputs lie on the map.
    axes
        The names and units of the axes.
    """

    can_draw = False

    def __init__(self, network: NetworkSpec, plane: InputPlane, axes: Axes) -> None:
        self.network = network
        self.plane = plane
        self.axes = axes
        self._grid: Grid | None = None
        self._muted: tuple[Part, ...] = ()

    def n_planes(self, node: str) -> int:
        """See ``PlaneSource``."""
        return prod(self.network.shapes.get(node, (0,)))

    def planes(self, node: str, parameters: Floats, muted: tuple[Part, ...]) -> Floats:
        """See ``PlaneSource``."""
        n = n_samples(self.network)
        if self._grid is None or muted != self._muted:
            self._grid, self._muted = Grid(self.network, self.plane.inputs(n), muted=muted), muted
        return self._grid.outputs(parameters)[node].reshape(-1, n, n)

    def places(self, dataset: Dataset, part: str) -> Floats:
        """See ``PlaneSource``."""
        examples = dataset.train if part == "train" else dataset.test
        return self.plane.places(examples.inputs(slice(0, MOST_POINTS)))

    def place_of(self, example: Example) -> Place:
        """See ``PlaneSource``."""
        x1, x2 = self.plane.places(example.x[np.newaxis])[0].tolist()
        return x1, x2

    def worth(self, place: Place) -> Place:
        """See ``PlaneSource``."""
        return self.plane.values(place)
