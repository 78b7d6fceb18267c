"""Layers from the palette: dragged over the canvas, shown where they will land, and dropped."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from nnplay.canvas import CanvasView
from nnplay.canvas.editing.hint import Hint
from nnplay.canvas.navigation.chain_layout import Slot
from nnplay.document import Document, EditName
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.canvas.conftest import Wiring
from tests.canvas.pointer import Drag, before, behind, between, drag_drop, scene_of


def names(document: Document) -> list[str]:
    return [node.name for node in document.project.network.nodes]


def hint_of(canvas: CanvasView) -> Hint:
    hint = canvas.viewport().findChild(Hint)
    assert hint is not None
    return hint


def test_between_two_layers_it_is_inserted(canvas: CanvasView, document: Document) -> None:
    drag_drop(canvas, "Dense", between(canvas, "dense", "dense_2"))
    assert names(document) == ["input", "dense", "dense_4", "dense_2", "dense_3"]
    cards = scene_of(canvas).cards
    assert cards["dense"].x() < cards["dense_4"].x() < cards["dense_2"].x()


def test_behind_the_output_it_is_appended(canvas: CanvasView, document: Document) -> None:
    drag_drop(canvas, "Dense", behind(canvas, "dense_3"))
    assert names(document)[-2:] == ["dense_3", "dense_4"]


def test_a_new_dense_layer_is_like_the_last_hidden_one(canvas: CanvasView, document: Document) -> None:
    drag_drop(canvas, "Dense", between(canvas, "dense", "dense_2"))
    network = document.project.network
    assert network.node("dense_4").layer == network.node("dense_2").layer


@pytest.mark.parametrize("kind", ["Dense", "Activation", "Dropout", "Flatten"])
def test_every_kind_can_be_dropped_and_undone(canvas: CanvasView, document: Document, kind: str) -> None:
    start = document.project
    drag_drop(canvas, kind, between(canvas, "input", "dense"))
    assert type(document.project.network.nodes[1].layer).__name__ == kind
    document.undo()
    assert document.project is start
    assert set(scene_of(canvas).cards) == {"input", "dense", "dense_2", "dense_3"}
    document.redo()
    assert len(scene_of(canvas).cards) == 5


def test_the_cards_do_not_overlap_afterwards(canvas: CanvasView, document: Document) -> None:
    drag_drop(canvas, "Dense", between(canvas, "dense", "dense_2"))
    drag_drop(canvas, "Dropout", between(canvas, "dense_4", "dense_2"))
    cards = scene_of(canvas).cards
    rects = [cards[name].layout.rect.translated(cards[name].pos()) for name in names(document)]
    assert all(left.right() < right.left() for left, right in pairwise(rects))


def test_a_ghost_shows_the_place_and_cards_make_room(canvas: CanvasView, document: Document) -> None:
    scene = scene_of(canvas)
    home = {name: card.x() for name, card in scene.cards.items()}
    drag, at = Drag(canvas, "Dense"), between(canvas, "dense", "dense_2")
    assert drag.enter(at)
    assert scene.ghost.isVisible()
    assert not scene.ghost.is_refused
    assert scene.cards["dense"].x() < home["dense"]
    assert scene.cards["dense_2"].x() > home["dense_2"]
    ghost = scene.ghost.sceneBoundingRect()
    assert not any(ghost.intersects(card.sceneBoundingRect()) for card in scene.cards.values())
    drag.leave()
    assert not scene.ghost.isVisible()
    assert {name: card.x() for name, card in scene.cards.items()} == home
    assert not document.undo_stack.canUndo()


def test_everything_stays_in_sight_while_dragging(canvas: CanvasView) -> None:
    drag = Drag(canvas, "Dense")
    for at in (between(canvas, "input", "dense"), behind(canvas, "dense_3")):
        drag.enter(at)
        scene = scene_of(canvas)
        items = [scene.ghost, *scene.cards.values()]
        visible = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
        assert all(visible.contains(item.sceneBoundingRect()) for item in items)
        drag.leave()


def test_before_the_input_it_is_refused_with_a_reason(canvas: CanvasView, document: Document, wiring: Wiring) -> None:
    start = document.project
    drag, at = Drag(canvas, "Dense"), before(canvas, "input")
    drag.enter(at)
    assert scene_of(canvas).ghost.is_refused
    assert hint_of(canvas).isVisible()
    assert "starts with its input" in hint_of(canvas).text
    drag.drop(at)
    assert document.project is start
    assert not document.undo_stack.canUndo()
    assert not hint_of(canvas).isVisible()
    assert len(wiring.reports) == 1
    assert "starts with its input" in wiring.reports[0]


def test_where_the_shapes_do_not_fit_the_reason_names_them(
    canvas: CanvasView, document: Document, wiring: Wiring
) -> None:
    document.replace(preset("mnist-mlp"), None)
    start = document.project
    drag, at = Drag(canvas, "Dense"), between(canvas, "input", "flatten")
    drag.enter(at)
    assert scene_of(canvas).ghost.is_refused
    assert "Flatten" in hint_of(canvas).text
    assert "28" in hint_of(canvas).text
    drag.drop(at)
    assert document.project is start


def test_other_data_are_not_taken(canvas: CanvasView) -> None:
    for mime_type, content in (("text/plain", b"Dense"), ("application/x-nnplay-layer", b"Input")):
        data = QMimeData()
        data.setData(mime_type, content)
        event = QDragEnterEvent(
            QPoint(50, 50),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(canvas.viewport(), event)
        assert not event.isAccepted()


def test_a_layer_asked_for_without_a_place_becomes_the_last_hidden_one(canvas: CanvasView, document: Document) -> None:
    canvas.append_layer("Dense")
    assert names(document) == ["input", "dense", "dense_2", "dense_4", "dense_3"]


@pytest.mark.parametrize(
    ("name", "share", "slot"),
    [
        ("input", -0.8, Slot(None, "input")),
        ("input", 0.3, Slot("input", "dense")),
        ("dense", -0.4, Slot("input", "dense")),
        ("dense", 0.4, Slot("dense", "dense_2")),
        ("dense_3", 0.3, Slot("dense_3", None)),
        ("dense_3", 5.0, Slot("dense_3", None)),
    ],
)
def test_every_point_belongs_to_the_nearest_place(canvas: CanvasView, name: str, share: float, slot: Slot) -> None:
    scene = scene_of(canvas)
    x, y = scene.arrangement.positions[name]
    assert scene.arrangement.slot_at(QPointF(x + share * scene.layouts[name].width, y + 20)) == slot


class TestOntoALayer:
    def middle(self, canvas: CanvasView, name: str) -> QPoint:
        return canvas.mapFromScene(QPointF(*scene_of(canvas).arrangement.positions[name]))

    def test_it_takes_its_place_and_keeps_what_fits(self, canvas: CanvasView, document: Document) -> None:
        drag_drop(canvas, "Dropout", between(canvas, "dense", "dense_2"))
        drag = Drag(canvas, "Activation")
        drag.enter(QPoint(5, 5))
        drag.move(self.middle(canvas, "dropout"))
        ghost = scene_of(canvas).ghost
        assert ghost.isVisible()
        assert not ghost.is_refused
        assert ghost.sceneBoundingRect().contains(scene_of(canvas).cards["dropout"].layout.rect.center())
        drag.drop(self.middle(canvas, "dropout"))
        assert names(document) == ["input", "dense", "activation", "dense_2", "dense_3"]
        document.undo()
        assert "dropout" in names(document)

    def test_what_does_not_fit_says_why_and_changes_nothing(self, canvas: CanvasView, document: Document) -> None:
        start = document.project
        drag = Drag(canvas, "Conv2D")
        drag.enter(QPoint(5, 5))
        drag.move(self.middle(canvas, "dense"))
        assert scene_of(canvas).ghost.is_refused
        assert "(2,)" in hint_of(canvas).text
        drag.drop(self.middle(canvas, "dense"))
        assert document.project is start


def test_a_sum_on_a_link_makes_a_skip_from_the_nearest_layer_that_fits(canvas: CanvasView, document: Document) -> None:
    document.perform(EditName(""), lambda project: edits.change_layer(project, "dense_2", {"units": 4}))
    drag_drop(canvas, "Add", between(canvas, "dense_2", "dense_3"))
    assert document.project.network.node("add").inputs == ("dense_2", "dense")
    assert ("dense", "add") in scene_of(canvas).links.bows
