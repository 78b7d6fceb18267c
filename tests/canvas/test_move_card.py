"""Cards dragged by their headers: to another place on the canvas, or to another place in the chain."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnplay.canvas import CanvasView
from nnplay.canvas.editing.menus import CanvasMenu
from nnplay.document import Document
from nnplay.project.graph_edits import Join
from tests.canvas.pointer import behind, between, drag_drop, drag_mouse, header, scene_of, unit


def names(document: Document) -> list[str]:
    return [node.name for node in document.project.network.nodes]


def test_a_card_stays_where_it_is_put(canvas: CanvasView, document: Document) -> None:
    scene = scene_of(canvas)
    start, x, y = document.project, scene.cards["dense"].x(), scene.cards["dense"].y()
    zoom = canvas.zoom
    drag_mouse(canvas, header(canvas, "dense"), header(canvas, "dense") + QPoint(0, 60))
    assert scene.cards["dense"].x() == x
    assert abs(scene.cards["dense"].y() - (y + 60 / zoom)) < 2
    assert document.project.positions["dense"] == (scene.cards["dense"].x(), scene.cards["dense"].y())
    assert document.project.network is start.network
    document.undo()
    assert document.project is start
    assert (scene.cards["dense"].x(), scene.cards["dense"].y()) == (x, y)


def test_the_links_follow_while_the_card_is_in_the_hand(canvas: CanvasView) -> None:
    scene, at = scene_of(canvas), header(canvas, "dense_2")
    before = scene.links.items["dense", "dense_2"].boundingRect()
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(canvas.viewport(), at + QPoint(0, 20))
    QTest.mouseMove(canvas.viewport(), at + QPoint(0, 80))
    assert scene.links.items["dense", "dense_2"].boundingRect() != before
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_on_another_link_it_changes_the_order_and_keeps_its_name(canvas: CanvasView, document: Document) -> None:
    drag_drop(canvas, "Dropout", between(canvas, "input", "dense"))
    assert names(document)[1] == "dropout"
    distance = between(canvas, "dense", "dense_2") - header(canvas, "dropout")
    drag_mouse(canvas, header(canvas, "dropout"), header(canvas, "dropout") + QPoint(distance.x(), 0))
    assert names(document) == ["input", "dense", "dropout", "dense_2", "dense_3"]
    cards = scene_of(canvas).cards
    assert cards["dense"].x() < cards["dropout"].x() < cards["dense_2"].x()
    document.undo()
    assert names(document)[1] == "dropout"


def test_weights_of_the_other_layers_survive_a_new_order(canvas: CanvasView, document: Document) -> None:
    drag_drop(canvas, "Dropout", between(canvas, "input", "dense"))
    before = document.project.network.view(document.project.parameters, "dense_2", "kernel")
    distance = between(canvas, "dense", "dense_2") - header(canvas, "dropout")
    drag_mouse(canvas, header(canvas, "dropout"), header(canvas, "dropout") + QPoint(distance.x(), 0))
    after = document.project.network.view(document.project.parameters, "dense_2", "kernel")
    assert before is not None
    assert np.array_equal(before, after)


def test_behind_the_output_is_a_place_too(canvas: CanvasView, document: Document) -> None:
    drag_drop(canvas, "Dropout", between(canvas, "dense", "dense_2"))
    distance = behind(canvas, "dense_3") - header(canvas, "dropout")
    drag_mouse(canvas, header(canvas, "dropout"), header(canvas, "dropout") + QPoint(distance.x(), 0))
    assert names(document)[-1] == "dropout"


def test_the_input_is_moved_but_never_reordered(canvas: CanvasView, document: Document) -> None:
    distance = between(canvas, "dense", "dense_2") - header(canvas, "input")
    drag_mouse(canvas, header(canvas, "input"), header(canvas, "input") + QPoint(distance.x(), 0))
    assert names(document)[0] == "input"


def test_a_card_is_not_dragged_by_its_neurons(canvas: CanvasView, document: Document) -> None:
    at = unit(canvas, "dense", 0) - QPoint(30, 0)
    drag_mouse(canvas, at, at + QPoint(0, 60))
    assert not document.undo_stack.canUndo()


def test_tidying_puts_a_moved_card_back(canvas: CanvasView, document: Document) -> None:
    scene = scene_of(canvas)
    home = {name: card.pos() for name, card in scene.cards.items()}
    drag_mouse(canvas, header(canvas, "dense"), header(canvas, "dense") + QPoint(0, 60))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(3, 3), canvas.viewport().mapToGlobal(QPoint(3, 3)))
    QApplication.sendEvent(canvas.viewport(), event)
    menu = canvas.findChild(CanvasMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Tidy Layout").trigger()
    menu.close()
    assert {name: card.pos() for name, card in scene.cards.items()} == home


def test_a_new_layer_leaves_moved_cards_where_they_are(canvas: CanvasView, document: Document) -> None:
    drag_mouse(canvas, header(canvas, "dense"), header(canvas, "dense") + QPoint(0, 60))
    at = document.project.positions["dense"]
    drag_drop(canvas, "Dropout", between(canvas, "dense_2", "dense_3"))
    assert document.project.positions["dense"] == at
    canvas.commands.tidy()
    assert len({card.y() for card in scene_of(canvas).cards.values()}) == 1


def test_a_link_above_the_cards_does_not_move_the_view_under_the_pointer(canvas: CanvasView) -> None:
    """Each such move would be another move of the pointer over the scene, and that another one of the card."""
    drag_drop(canvas, "Dropout", between(canvas, "dense", "dense_2"))
    canvas.structure.connect_layers("dense", "dense_3", Join.CONCATENATE)
    scene, at = scene_of(canvas), header(canvas, "dropout")
    assert not scene.links.bows_rect().isEmpty()
    before = canvas.content_rect()
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    for step in range(1, 6):
        QTest.mouseMove(canvas.viewport(), at - QPoint(0, 20 * step))
        assert canvas.content_rect() == before
    assert scene.links.bows_rect().top() < before.top()
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
