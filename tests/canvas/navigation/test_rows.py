"""Rows: a long network laid out in rows is larger in the view, and its links lead between the rows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF

from nnplay.canvas import CanvasView
from nnplay.canvas.links.ribbon_item import RibbonItem
from nnplay.document import Document, EditName
from nnplay.engine import Add, Dense, Input, NetworkSpec, Node
from nnplay.project.layout import n_rows_of
from nnplay.project.presets import preset
from nnplay.project.restructuring import restructured
from nnplay.project.storage.file import load, save
from tests.canvas.pointer import drag_drop, scene_of

SKIP = NetworkSpec(
    (
        Node("input", Input((2,))),
        Node("one", Dense(3), ("input",)),
        Node("two", Dense(3), ("one",)),
        Node("sum", Add(), ("one", "two")),
        Node("out", Dense(1, "tanh"), ("sum",)),
    )
)


@pytest.fixture
def cnn(canvas: CanvasView, document: Document) -> CanvasView:
    canvas.resize(700, 700)
    document.perform(EditName("CNN"), lambda _: preset("mnist-cnn"))
    return canvas


def n_rows(document: Document) -> int | None:
    return n_rows_of(document.project.network, document.project.positions)


def zoom(canvas: CanvasView) -> float:
    return canvas.transform().m11()


def cards(canvas: CanvasView) -> dict[str, QRectF]:
    scene = scene_of(canvas)
    return {name: card.layout.rect.translated(card.pos()) for name, card in scene.cards.items()}


def inside(card: QRectF) -> list[QPointF]:
    shares = [0.1, 0.3, 0.5, 0.7, 0.9]
    return [card.topLeft() + QPointF(x * card.width(), y * card.height()) for x in shares for y in shares]


def test_a_long_network_becomes_larger_in_one_step_of_undo(cnn: CanvasView, document: Document) -> None:
    before, picture = zoom(cnn), scene_of(cnn).layouts["conv2d"].tile_side
    n_steps = document.undo_stack.count()
    cnn.commands.lay_out_in_rows()
    assert n_rows(document) == 2
    assert zoom(cnn) > 1.15 * before
    assert zoom(cnn) * scene_of(cnn).layouts["conv2d"].tile_side > before * picture
    assert document.undo_stack.count() == n_steps + 1
    document.undo()
    assert n_rows(document) == 1
    assert zoom(cnn) == pytest.approx(before)


@pytest.mark.parametrize("name", ["mnist-cnn", "spiral", "matrix-chain"])
def test_no_link_to_the_next_row_touches_a_card(canvas: CanvasView, document: Document, name: str) -> None:
    document.perform(EditName("Other"), lambda _: preset(name))
    canvas.commands.lay_out_in_rows()
    links = scene_of(canvas).links
    turning = {link: item for link, item in links.items.items() if isinstance(item, RibbonItem) and item.is_bow}
    assert len(turning) == (n_rows(document) or 0) - 1 > 0
    for link, item in turning.items():
        assert not any(item.is_met(point) for card in cards(canvas).values() for point in inside(card))
        assert links.selectable_at(links.bows[link]) == link


def test_a_link_past_layers_stays_within_its_row(canvas: CanvasView, document: Document) -> None:
    document.perform(EditName("Skip"), lambda project: restructured(project, SKIP))
    canvas.commands.tidy()
    canvas.commands.lay_out_in_rows()
    assert n_rows(document) is not None
    shown = cards(canvas)
    assert shown["two"].center().y() == shown["sum"].center().y()
    rects = list(shown.values())
    assert not any(one.intersects(other) for number, one in enumerate(rects) for other in rects[:number])


def test_a_layer_dropped_between_two_rows_goes_there_and_the_rows_stay(cnn: CanvasView, document: Document) -> None:
    cnn.commands.lay_out_in_rows()
    links = scene_of(cnn).links
    ((source, target),) = links.bows
    drag_drop(cnn, "Dropout", cnn.mapFromScene(links.bows[source, target]))
    (dropout,) = [node for node in document.project.network.nodes if node.layer.kind == "Dropout"]
    assert dropout.inputs == (source,)
    assert document.project.network.node(target).inputs == (dropout.name,)
    assert n_rows(document) == 2


def test_rows_are_saved_and_tidy_puts_all_in_one(cnn: CanvasView, document: Document, tmp_path: Path) -> None:
    cnn.commands.lay_out_in_rows()
    save(document.project, tmp_path / "rows.nnplay")
    again = load(tmp_path / "rows.nnplay")
    assert n_rows_of(again.network, again.positions) == 2
    cnn.commands.tidy()
    assert n_rows(document) == 1


def test_rows_follow_the_size_of_the_view(cnn: CanvasView) -> None:
    cnn.commands.lay_out_in_rows()
    high = scene_of(cnn).layouts["conv2d"].rect.height()
    cnn.resize(360, 900)
    assert scene_of(cnn).layouts["conv2d"].rect.height() > high
