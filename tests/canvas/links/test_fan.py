"""The connections of the neuron under the pointer, in layers too large for all to be drawn."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from nnplay.canvas import CanvasView
from nnplay.document import Document, EditName
from nnplay.engine import Dense, Part
from nnplay.project import edits
from tests.canvas.pointer import scene_of, unit

N_DRAWN = 24


@pytest.fixture
def wide(canvas: CanvasView, document: Document) -> CanvasView:
    """2-60-60-1."""
    for name in ("dense", "dense_2"):
        document.perform(
            EditName("Wide"), lambda project, name=name: edits.replace_layer(project, name, Dense(60, "tanh"))
        )
    return canvas


def hover(canvas: CanvasView, at: QPoint) -> None:
    QTest.mouseMove(canvas.viewport(), at + QPoint(1, 0))
    QTest.mouseMove(canvas.viewport(), at)


def test_the_strongest_connections_to_and_from_the_neuron_are_drawn(wide: CanvasView, document: Document) -> None:
    fan = scene_of(wide).links.fan
    assert fan.items == []
    hover(wide, unit(wide, "dense_2", 4))
    incoming, outgoing = fan.items
    assert (incoming.n_sources, incoming.n_connections) == (N_DRAWN, N_DRAWN)
    assert (outgoing.n_sources, outgoing.n_connections) == (1, 1)
    kernel = document.project.network.view(document.project.parameters, "dense_2", "kernel")
    assert kernel is not None
    strongest = np.argsort(-np.abs(kernel[:, 4]))[:N_DRAWN]
    card = scene_of(wide).cards["dense"]
    span, top = card.layout.port_span, card.y() + card.layout.body_middle - card.layout.port_span / 2
    expected = sorted(top + (row + 0.5) / 60 * span for row in strongest)
    starts = [incoming.path((row, 0)).elementAt(0).y for row in range(N_DRAWN)]
    assert starts == pytest.approx(expected)
    middle = scene_of(wide).cards["dense_2"].mapToScene(scene_of(wide).cards["dense_2"].layout.unit_rect(4).center())
    assert abs(incoming.path((0, 0)).currentPosition().y() - middle.y()) < 20
    hover(wide, QPoint(5, 5))
    assert fan.items == []


def test_they_follow_the_network(wide: CanvasView, document: Document) -> None:
    hover(wide, unit(wide, "dense_2", 4))
    assert scene_of(wide).links.fan.items
    document.undo()
    document.undo()
    assert scene_of(wide).links.fan.items == []
    hover(wide, unit(wide, "dense_2", 0))
    assert scene_of(wide).links.fan.items == []


def test_between_a_new_network_and_its_placing_nothing_is_drawn(wide: CanvasView, document: Document) -> None:
    links, project = scene_of(wide).links, document.project
    layouts, middles = links._layouts, links._middles
    neuron = Part("dense_2", 4)
    links.show_fan(neuron, project.network, project.parameters)
    assert links.fan.items
    links.show_network(project.network, layouts)
    links.show_fan(neuron, project.network, project.parameters)
    assert links.fan.items == []
    links.place(middles)
    links.show_fan(neuron, project.network, project.parameters)
    assert links.fan.items
