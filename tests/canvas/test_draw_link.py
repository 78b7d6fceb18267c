"""Links drawn by hand: from port to port, forwards and backwards, joined, refused with a reason, and removed."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnplay.canvas import CanvasView
from nnplay.canvas.editing.hint import Hint
from nnplay.canvas.editing.menus import JoinMenu, LayerMenu, LinkMenu
from nnplay.canvas.links.ports import Side
from nnplay.canvas.links.ribbon_item import RibbonItem
from nnplay.canvas.navigation.detail import Detail
from nnplay.document import Document, EditName
from nnplay.project import edits, graph_edits
from nnplay.project.graph_edits import Join
from tests.canvas.pointer import drag_mouse, header, scene_of

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def port(canvas: CanvasView, name: str, side: Side) -> QPoint:
    item = scene_of(canvas).ports.item(name, side)
    assert item is not None
    return canvas.mapFromScene(item.pos())


def hold(canvas: CanvasView, start: QPoint, end: QPoint) -> None:
    """Press and move, without letting go."""
    QTest.mousePress(canvas.viewport(), LEFT, NONE, start)
    for step in range(1, 11):
        QTest.mouseMove(canvas.viewport(), start + (end - start) * (step / 10))


@pytest.fixture
def square(document: Document) -> Document:
    """Two layers of four, so that they can be added."""
    document.perform(EditName(""), lambda project: edits.change_layer(project, "dense_2", {"units": 4}))
    return document


def test_every_layer_has_ports_but_where_nothing_comes_in_or_goes_out(canvas: CanvasView) -> None:
    ports = scene_of(canvas).ports
    assert ports.item("input", Side.INPUT) is None
    assert ports.item("dense_3", Side.OUTPUT) is None
    for name in ("dense", "dense_2"):
        rect = scene_of(canvas).cards[name].sceneBoundingRect()
        for side, edge in ((Side.INPUT, rect.left()), (Side.OUTPUT, rect.right())):
            item = ports.item(name, side)
            assert item is not None
            assert abs(item.x() - edge) < 3


def test_where_only_one_way_fits_it_is_taken(canvas: CanvasView, document: Document) -> None:
    start = document.project
    drag_mouse(canvas, port(canvas, "dense", Side.OUTPUT), header(canvas, "dense_3"))
    assert document.project.network.node("concatenate").inputs == ("dense_2", "dense")
    assert str(document.edit_name(document.undo_stack.index() - 1)) == "Draw Link"
    document.undo()
    assert document.project is start


def test_where_several_ways_fit_a_menu_asks(canvas: CanvasView, square: Document) -> None:
    drag_mouse(canvas, port(canvas, "dense", Side.OUTPUT), port(canvas, "dense_3", Side.INPUT))
    menu = canvas.findChild(JoinMenu)
    assert menu is not None
    ways = {action.data(): action for action in menu.actions() if action.data()}
    assert {name: action.isEnabled() for name, action in ways.items()} == {
        "ADD": True,
        "CONCATENATE": True,
        "INSTEAD": False,
    }
    assert "lead nowhere" in ways["INSTEAD"].toolTip()
    ways["ADD"].trigger()
    menu.close()
    assert square.project.network.node("add").inputs == ("dense_2", "dense")


def test_from_an_input_it_is_drawn_backwards(canvas: CanvasView, document: Document) -> None:
    drag_mouse(canvas, port(canvas, "dense_3", Side.INPUT), header(canvas, "dense"))
    assert document.project.network.node("concatenate").inputs == ("dense_2", "dense")


def test_a_curve_follows_and_the_target_is_marked(canvas: CanvasView) -> None:
    scene = scene_of(canvas)
    hold(canvas, port(canvas, "dense", Side.OUTPUT), header(canvas, "dense_3"))
    target = scene.ports.item("dense_3", Side.INPUT)
    assert target is not None
    assert scene.link_preview.isVisible()
    assert not scene.link_preview.is_refused
    assert target.is_target
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, QPoint(5, 5))


def test_a_circle_is_refused_with_a_reason_and_nothing_changes(canvas: CanvasView, document: Document) -> None:
    start = document.project
    hold(canvas, port(canvas, "dense_2", Side.OUTPUT), header(canvas, "dense"))
    hint = canvas.viewport().findChild(Hint)
    assert hint is not None
    assert scene_of(canvas).link_preview.is_refused
    assert "circle" in hint.text
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, header(canvas, "dense"))
    assert document.project is start
    assert not hint.isVisible()
    assert not scene_of(canvas).link_preview.isVisible()


def test_on_nothing_it_is_given_up(canvas: CanvasView, document: Document) -> None:
    start = document.project
    drag_mouse(canvas, port(canvas, "dense", Side.OUTPUT), QPoint(20, 20))
    assert document.project is start


def test_a_skip_passes_above_the_cards_and_is_in_sight(canvas: CanvasView, square: Document) -> None:
    square.perform(EditName(""), lambda project: graph_edits.connect(project, "dense", "dense_3", Join.ADD))
    scene = scene_of(canvas)
    bow = scene.links.bows["dense", "add"]
    assert bow.y() < min(card.sceneBoundingRect().top() for card in scene.cards.values())
    assert canvas.mapToScene(canvas.viewport().rect()).boundingRect().contains(bow)


def test_the_menu_of_a_link_removes_it(canvas: CanvasView, square: Document) -> None:
    square.perform(EditName(""), lambda project: graph_edits.connect(project, "dense", "dense_3", Join.ADD))
    at = canvas.mapFromScene(scene_of(canvas).links.bows["dense", "add"])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), event)
    menu = canvas.findChild(LinkMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Remove Link dense → add"]
    menu.actions()[0].trigger()
    menu.close()
    assert [node.name for node in square.project.network.nodes] == ["input", "dense", "dense_2", "dense_3"]


def test_the_lines_into_a_concatenation_lead_to_their_own_numbers(canvas: CanvasView, document: Document) -> None:
    document.perform(EditName(""), lambda project: graph_edits.connect(project, "dense", "dense_3", Join.CONCATENATE))
    scene = scene_of(canvas)
    item = scene.links.items["dense_2", "concatenate"]
    card = scene.cards["concatenate"]
    heights = card.layout.port_heights() + card.y()
    at = scene.links.link_at(QPointF(card.x() - card.layout.port_reach - 1, float(heights[0])))
    assert at == ("dense_2", "concatenate")
    assert item.boundingRect().bottom() < heights[3] + 6  # half a line's width and its margin


def test_the_menu_of_a_sum_removes_each_of_its_links(canvas: CanvasView, square: Document) -> None:
    square.perform(EditName(""), lambda project: graph_edits.connect(project, "dense", "dense_3", Join.ADD))
    at = header(canvas, "add")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), event)
    menu = canvas.findChild(LayerMenu)
    assert menu is not None
    removals = {action.data(): action for action in menu.actions() if action.data()}
    assert list(removals) == ["dense_2", "dense"]
    removals["dense"].trigger()
    menu.close()
    assert [node.name for node in square.project.network.nodes] == ["input", "dense", "dense_2", "dense_3"]


def test_a_concatenation_of_many_is_a_band(canvas: CanvasView, document: Document) -> None:
    document.perform(EditName(""), lambda project: edits.change_layer(project, "dense", {"units": 20}))
    document.perform(EditName(""), lambda project: graph_edits.connect(project, "dense", "dense_3", Join.CONCATENATE))
    assert not scene_of(canvas).links.items["dense_2", "concatenate"].boundingRect().isEmpty()


def test_no_curve_stays_when_the_view_moves_as_the_link_is_made(canvas: CanvasView, document: Document) -> None:
    canvas.resize(560, 420)  # so narrow that the new layer makes the view zoom out
    drag_mouse(canvas, port(canvas, "input", Side.OUTPUT), port(canvas, "dense_2", Side.INPUT))
    assert "concatenate" in document.project.network.shapes
    assert not scene_of(canvas).link_preview.isVisible()


@pytest.mark.parametrize("is_far", [False, True])
def test_a_click_selects_a_skip_and_delete_removes_it(canvas: CanvasView, square: Document, is_far: bool) -> None:
    square.perform(EditName(""), lambda project: graph_edits.connect(project, "dense", "dense_3", Join.ADD))
    if is_far:
        canvas.choose_detail(Detail.CARDS)
    scene = scene_of(canvas)
    at = canvas.mapFromScene(scene.links.bows["dense", "add"])
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, at)
    assert scene.selection.link == ("dense", "add")
    assert not canvas.chosen
    item = scene.links.items["dense", "add"]
    assert isinstance(item, RibbonItem)
    assert item.is_selected
    canvas.remove_selected()
    assert list(square.project.network.shapes) == ["input", "dense", "dense_2", "dense_3"]


def test_a_selected_link_gives_way_to_a_selected_layer(canvas: CanvasView, square: Document) -> None:
    square.perform(EditName(""), lambda project: graph_edits.connect(project, "dense", "dense_3", Join.ADD))
    scene = scene_of(canvas)
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, canvas.mapFromScene(scene.links.bows["dense", "add"]))
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, header(canvas, "dense_2"))
    item = scene.links.items["dense", "add"]
    assert isinstance(item, RibbonItem)
    assert not item.is_selected
    assert canvas.chosen == ("dense_2",)


def test_what_goes_along_with_a_link_is_said(canvas: CanvasView, square: Document, qtbot: QtBot) -> None:
    square.perform(EditName(""), lambda project: graph_edits.connect(project, "dense", "dense_3", Join.ADD))
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, canvas.mapFromScene(scene_of(canvas).links.bows["dense", "add"]))
    with qtbot.waitSignal(canvas.structure.more_removed) as removed:
        canvas.remove_selected()
    assert removed.args == [("add",)]
