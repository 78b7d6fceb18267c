"""Zooming at the pointer, panning, and fitting."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene
from pytestqt.qtbot import QtBot

from nnplay.appearance.theme import Role, theme
from nnplay.canvas.navigation.navigation_view import LEAST_ZOOM, MOST_ZOOM, NavigationView

CONTENT = QRectF(-400, -100, 800, 200)


@pytest.fixture
def view(qtbot: QtBot) -> NavigationView:
    scene = QGraphicsScene()
    scene.addRect(CONTENT)
    view = NavigationView(scene)
    view.kept_scene = scene  # type: ignore[attr-defined]  # the view alone would not keep it
    qtbot.addWidget(view)
    view.resize(500, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


def turn_wheel(view: NavigationView, at: QPoint, clicks: float, pixels: QPoint | None = None) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        pixels or QPoint(),
        QPoint(0, int(120 * clicks)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def is_all_visible(view: NavigationView) -> bool:
    return view.mapToScene(view.viewport().rect()).boundingRect().contains(CONTENT)


def test_it_begins_fitted_and_follows_its_size(view: NavigationView) -> None:
    assert is_all_visible(view)
    before = view.zoom
    view.resize(300, 300)
    assert is_all_visible(view)
    assert view.zoom < before


@pytest.mark.parametrize("at", [QPoint(50, 60), QPoint(400, 300)])
@pytest.mark.parametrize("clicks", [1, 3, -2])
def test_the_wheel_zooms_at_the_pointer(view: NavigationView, at: QPoint, clicks: int) -> None:
    before, zoom = view.mapToScene(at), view.zoom
    turn_wheel(view, at, clicks)
    assert view.zoom == pytest.approx(zoom * 1.2**clicks)
    # Scrolling is by whole pixels.
    moved = view.mapFromScene(before) - at
    assert moved.manhattanLength() <= 2


def test_zoom_has_ends(view: NavigationView) -> None:
    turn_wheel(view, QPoint(100, 100), 50)
    assert view.zoom == pytest.approx(MOST_ZOOM)
    turn_wheel(view, QPoint(100, 100), -50)
    assert view.zoom == pytest.approx(LEAST_ZOOM)


def test_a_small_content_is_not_blown_up(qtbot: QtBot) -> None:
    scene = QGraphicsScene()
    scene.addRect(QRectF(0, 0, 10, 10))
    view = NavigationView(scene)
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.fit()
    assert view.zoom == 1.25


@pytest.mark.parametrize("mouse", [Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton])
def test_the_middle_button_pans_and_so_does_the_left_with_space(view: NavigationView, mouse: Qt.MouseButton) -> None:
    if mouse is Qt.MouseButton.LeftButton:
        QTest.keyPress(view, Qt.Key.Key_Space)
    before = view.mapToScene(QPoint(200, 200))
    QTest.mousePress(view.viewport(), mouse, Qt.KeyboardModifier.NoModifier, QPoint(200, 200))
    QTest.mouseMove(view.viewport(), QPoint(230, 180))
    QTest.mouseMove(view.viewport(), QPoint(260, 150))
    QTest.mouseRelease(view.viewport(), mouse, Qt.KeyboardModifier.NoModifier, QPoint(260, 150))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert (view.mapFromScene(before) - QPoint(260, 150)).manhattanLength() <= 2
    assert not view.is_fitted


def test_two_fingers_pan(view: NavigationView) -> None:
    before, zoom = view.mapToScene(QPoint(100, 100)), view.zoom
    turn_wheel(view, QPoint(100, 100), 0.2, QPoint(15, -25))
    assert view.zoom == zoom
    assert (view.mapFromScene(before) - QPoint(115, 75)).manhattanLength() <= 2


def test_what_the_person_chose_is_kept_until_they_ask_to_fit(view: NavigationView) -> None:
    view.zoom_in()
    chosen = view.zoom
    view.resize(420, 380)
    view.fit()
    assert view.zoom == chosen
    view.zoom_to_fit()
    assert is_all_visible(view)
    view.resize(300, 260)
    assert is_all_visible(view)


def test_a_ring_tells_who_came_by_keys_and_not_who_pressed_the_mouse(view: NavigationView, qtbot: QtBot) -> None:
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def edge() -> set[str]:
        picture = view.viewport().grab().toImage()
        return {picture.pixelColor(x, 0).name() for x in range(40, 160)}

    with qtbot.waitActive(view):
        view.activateWindow()
    focus = theme().color(Role.FOCUS).name()
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus in edge()  # dashed
    view.clearFocus()
    assert focus not in edge()
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert focus not in edge()
