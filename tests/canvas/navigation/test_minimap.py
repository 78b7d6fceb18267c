"""The overview: there when the network is not all to be seen, and a way to the rest of it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnplay.canvas import CanvasView
from nnplay.canvas.navigation.minimap import Minimap
from tests.canvas.pointer import scene_of


def minimap_of(canvas: CanvasView) -> Minimap:
    minimap = canvas.viewport().findChild(Minimap)
    assert minimap is not None
    return minimap


def test_it_is_there_only_while_something_is_out_of_sight(canvas: CanvasView) -> None:
    assert not minimap_of(canvas).isVisible()
    for _ in range(5):
        canvas.zoom_in()
    assert minimap_of(canvas).isVisible()
    canvas.zoom_to_fit()
    assert not minimap_of(canvas).isVisible()


def test_a_press_goes_there(canvas: CanvasView) -> None:
    for _ in range(8):
        canvas.zoom_in()
    minimap = minimap_of(canvas)
    for x, name in ((10, "input"), (minimap.width() - 10, "dense_3")):
        QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(x, minimap.height() // 2))
        seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
        assert seen.intersects(scene_of(canvas).cards[name].sceneBoundingRect())


def test_a_long_network_has_one(canvas: CanvasView) -> None:
    canvas.structure.apply_template("residual-mlp")
    canvas.zoom_in()
    canvas.zoom_in()
    canvas.zoom_in()
    assert minimap_of(canvas).isVisible()
    assert not minimap_of(canvas).grab().isNull()
