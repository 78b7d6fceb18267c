"""The legend: the scale that connections are drawn on, as long as there are any."""

import pytest
from PySide6.QtCore import QPoint

from nnplay.appearance.number_text import short_text
from nnplay.appearance.values import network_scale
from nnplay.canvas import CanvasView
from nnplay.canvas.legend import Legend
from nnplay.document import Document, EditName
from nnplay.engine import Dense
from nnplay.project import edits, weight_edits
from nnplay.project.inspection.weight_table import Area, TableView


def legend_of(canvas: CanvasView) -> Legend:
    legend = canvas.viewport().findChild(Legend)
    assert isinstance(legend, Legend)
    return legend


def test_its_numbers_follow_the_weights(canvas: CanvasView, document: Document) -> None:
    legend, project = legend_of(canvas), document.project
    assert legend.isVisible()
    assert legend.texts[1] == f"≥ {short_text(network_scale(project.network, project.parameters), 2)}"
    everything = Area(0, 0, 2, 4)
    view = TableView("dense")
    document.perform(
        EditName("Louder"), lambda p: weight_edits.change_cells(p, view, everything, lambda cells: 20 * cells)
    )
    project = document.project
    assert legend.texts[0] == f"≤ {short_text(-network_scale(project.network, project.parameters), 2)}"
    assert not legend.grab().toImage().isNull()


def test_it_stays_in_its_corner_and_lets_the_pointer_through(canvas: CanvasView) -> None:
    legend = legend_of(canvas)
    canvas.resize(900, 700)
    assert canvas.viewport().rect().contains(legend.geometry())
    assert legend.geometry().bottom() > canvas.viewport().height() - 30
    assert canvas.viewport().childAt(legend.geometry().center() + QPoint(0, 0)) is None


def test_without_single_connections_there_is_nothing_to_explain(canvas: CanvasView, document: Document) -> None:
    wide = Dense(60, "tanh")
    for name in ("dense", "dense_2"):
        document.perform(EditName("Wide"), lambda project, name=name: edits.replace_layer(project, name, wide))
    assert not legend_of(canvas).isVisible()


def test_a_tall_network_that_fits_leaves_its_line_free(canvas: CanvasView, document: Document) -> None:
    document.perform(EditName("Tall"), lambda project: edits.replace_layer(project, "dense", Dense(8, "tanh")))
    canvas.resize(1400, 480)
    canvas.zoom_to_fit()
    lowest = canvas.mapFromScene(canvas.content_rect()).boundingRect().bottom()
    assert lowest < legend_of(canvas).geometry().top()


@pytest.mark.parametrize("width", [240, 320, 700])
def test_it_is_never_wider_than_the_view(canvas: CanvasView, width: int) -> None:
    canvas.resize(width, 480)
    assert canvas.legend.isVisible()
    assert canvas.viewport().rect().contains(canvas.legend.geometry())
