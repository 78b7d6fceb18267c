"""Fan: the strongest connections of the neuron under the pointer, for links with too many connections to draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QGraphicsScene

from nnplay.canvas.cards.card_layout import Body, CardLayout
from nnplay.canvas.links.bundle_item import BundleItem
from nnplay.canvas.links.curves import Curves
from nnplay.engine import NetworkSpec

_MOST = 24
_FAN_Z = 1.1
"""Above the links."""


class Fan:
    """Connections to and from one neuron; their other ends are spread in order along the edge of the other layer."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._items: list[BundleItem] = []

    @property
    def items(self) -> list[BundleItem]:
        """One item for each link shown."""
        return self._items

    def clear(self) -> None:
        """Show nothing."""
        for item in self._items:
            self._scene.removeItem(item)
        self._items = []

    def show(
        self,
        node: str,
        unit: int,
        links: Iterable[tuple[str, str]],
        layouts: Mapping[str, CardLayout],
        middles: Mapping[str, QPointF],
        network: NetworkSpec,
        parameters: NDArray[np.float32],
        scale: float,
    ) -> None:
        """Show one neuron's connections in the ``links`` of its layer, on a scale to ±``scale``."""
        self.clear()
        for source, target in links:
            kernel = network.view(parameters, target, "kernel")
            if kernel is None or kernel.ndim != 2 or node not in (source, target):
                continue
            if layouts[node].body is Body.EXAMPLES or unit >= layouts[node].n_shown:
                continue
            is_incoming = node == target
            weights = kernel[:, unit] if is_incoming else kernel[unit]
            strongest = np.sort(np.argsort(-np.abs(weights), kind="stable")[:_MOST])
            place = middles[node] + layouts[node].unit_rect(unit).center()
            reach, here = layouts[node].tile_side / 2, np.array([place.y()])
            other = source if is_incoming else target
            there = _ends(layouts[other], len(weights))[strongest] + middles[other].y()
            edge = middles[other].x() + layouts[other].tile_x
            item = BundleItem(target)
            if is_incoming:
                item.set_curves(Curves(edge + layouts[other].port_reach, there, place.x() - reach, here, reach))
                item.set_weights(weights[strongest][:, None], scale)
            else:
                item.set_curves(Curves(place.x() + reach, here, edge - layouts[other].port_reach, there))
                item.set_weights(weights[strongest][None, :], scale)
            item.setAcceptHoverEvents(False)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            item.setZValue(_FAN_Z)
            self._scene.addItem(item)
            self._items.append(item)


def _ends(layout: CardLayout, n: int) -> NDArray[np.float64]:
    """Return (n,) heights on a card where the connections of its layer's neurons end."""
    if layout.is_each_shown:
        return layout.port_heights()
    return layout.body_middle + ((np.arange(n) + 0.5) / n - 0.5) * layout.port_span
