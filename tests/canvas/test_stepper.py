"""− and + on a card: they stay below the pointer while it is on them, however the network grows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnplay.canvas import CanvasView
from nnplay.document import Document
from tests.canvas.pointer import button, click, scene_of


def units(document: Document, name: str) -> int:
    return document.project.network.shapes[name][0]


def press(canvas: CanvasView, at: QPoint, times: int) -> None:
    """Go to a point and press there several times, without moving the mouse in between."""
    QTest.mouseMove(canvas.viewport(), at)
    for _ in range(times):
        click(canvas, at)


@pytest.mark.parametrize("is_smooth", [False, True])
@pytest.mark.parametrize("is_fitted", [False, True])
def test_four_clicks_on_plus_are_four_neurons(
    canvas: CanvasView, document: Document, qtbot: QtBot, is_smooth: bool, is_fitted: bool
) -> None:
    scene_of(canvas).arrangement.is_smooth = is_smooth
    if not is_fitted:
        canvas.zoom_in()
    at = button(canvas, "dense", "more")
    press(canvas, at, 4)
    assert units(document, "dense") == 8
    assert (button(canvas, "dense", "more") - at).manhattanLength() <= 2
    press(canvas, at, 8)
    assert units(document, "dense") == 16


def test_minus_stays_as_well(canvas: CanvasView, document: Document) -> None:
    at = button(canvas, "dense", "less")
    press(canvas, at, 3)
    assert units(document, "dense") == 1


def test_the_view_fits_again_when_the_pointer_leaves(canvas: CanvasView, qtbot: QtBot) -> None:
    at = button(canvas, "dense", "more")
    press(canvas, at, 6)
    QTest.mouseMove(canvas.viewport(), QPoint(3, 3))

    def is_fitted() -> bool:
        visible = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
        middle = canvas.mapFromScene(canvas.content_rect().center()).x()
        return visible.contains(canvas.content_rect()) and abs(middle - canvas.viewport().width() / 2) < 3

    qtbot.waitUntil(is_fitted)


def test_a_click_beside_them_is_none_on_them(canvas: CanvasView, document: Document) -> None:
    at = button(canvas, "dense", "more")
    press(canvas, at, 1)
    QTest.mouseMove(canvas.viewport(), QPoint(3, 3))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(3, 3))
    assert units(document, "dense") == 5
