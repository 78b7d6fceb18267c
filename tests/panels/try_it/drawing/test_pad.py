"""DigitPad: strokes are what the pen did, seen on the paper, and can be taken back."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from nnplay.appearance.theme import Role, theme
from nnplay.data.drawing import from_image
from nnplay.panels.try_it.drawing.pad import DigitPad

LEFT = Qt.MouseButton.LeftButton


def draw(pad, *points):
    """Draw one stroke with the mouse through widget positions."""
    QTest.mousePress(pad, LEFT, pos=QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(pad, QPoint(*point))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(*points[-1]))


@pytest.fixture
def pad(qtbot):
    pad = DigitPad()
    pad.resize(280, 280)
    qtbot.addWidget(pad)
    pad.show()
    return pad


def color_at(pad, x, y):
    return pad.grab().toImage().pixelColor(x, y)


def test_strokes_are_the_mouse_path(pad):
    draw(pad, (50, 60), (70, 80), (90, 60))
    draw(pad, (10, 10), (20, 10))
    assert pad.strokes == [[(50, 60), (70, 80), (90, 60)], [(10, 10), (20, 10)]]


def test_strokes_are_copies(pad):
    draw(pad, (50, 60), (70, 80))
    pad.strokes.clear()
    pad.strokes[0].append((0, 0))
    assert pad.strokes == [[(50, 60), (70, 80)]]


def test_every_point_is_told(qtbot, pad):
    with qtbot.waitSignals([pad.sketch_changed] * 3):
        draw(pad, (50, 60), (70, 80), (90, 60))


def test_moving_without_a_button_draws_nothing(pad):
    QTest.mouseMove(pad, QPoint(50, 50))
    QTest.mousePress(pad, Qt.MouseButton.RightButton, pos=QPoint(60, 60))
    QTest.mouseRelease(pad, Qt.MouseButton.RightButton, pos=QPoint(60, 60))
    assert pad.is_empty


def test_the_ink_is_where_the_stroke_went(pad):
    draw(pad, (60, 100), (140, 100), (220, 100))
    assert color_at(pad, 140, 100) == theme().color(Role.TEXT)
    assert color_at(pad, 140, 109) == theme().color(Role.TEXT)
    assert color_at(pad, 140, 114) == theme().color(Role.RAISED)


def test_the_stroke_being_drawn_is_seen_up_to_its_last_point(pad):
    QTest.mousePress(pad, LEFT, pos=QPoint(60, 100))
    QTest.mouseMove(pad, QPoint(140, 100))
    QTest.mouseMove(pad, QPoint(220, 100))
    assert color_at(pad, 219, 100) == theme().color(Role.TEXT)
    QTest.mouseRelease(pad, LEFT, pos=QPoint(220, 100))


def pixels(pad):
    image = pad.grab().toImage()
    return np.array(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def test_a_long_stroke_looks_the_same_while_it_is_drawn(pad):
    turn = np.linspace(0, 6, 150)
    around = np.stack([140 + 18 * turn * np.cos(turn), 140 + 18 * turn * np.sin(turn)], axis=1).astype(int).tolist()
    QTest.mousePress(pad, LEFT, pos=QPoint(*around[0]))
    for place in around[1:]:
        QTest.mouseMove(pad, QPoint(*place))
        pad.repaint()
    growing = pixels(pad)
    QTest.mouseRelease(pad, LEFT, pos=QPoint(*around[-1]))
    # Where two parts meet, a few pixels at the edge are covered twice.
    assert np.count_nonzero(np.abs(growing - pixels(pad)).max(axis=-1) > 16) < 60


def test_a_tap_is_a_dot(pad):
    QTest.mouseClick(pad, LEFT, pos=QPoint(140, 140))
    assert pad.strokes == [[(140, 140)]]
    assert color_at(pad, 140, 140) == theme().color(Role.TEXT)


def test_points_beside_the_paper_end_at_its_border(pad):
    draw(pad, (140, 140), (400, 140), (140, -50))
    assert pad.strokes == [[(140, 140), (280, 140), (140, 0)]]


def test_a_drawing_keeps_its_coordinates_and_shape_when_resized(pad):
    draw(pad, (70, 140), (210, 140))
    pad.resize(600, 560)
    assert pad.strokes == [[(70, 140), (210, 140)]]
    assert color_at(pad, 20 + 280, 280) == theme().color(Role.TEXT)
    draw(pad, (20, 0), (20 + 560, 560))
    assert pad.strokes[-1] == [(0, 0), (280, 280)]


def test_undo_and_clear(pad):
    draw(pad, (50, 60), (70, 80))
    draw(pad, (100, 60), (70, 80))
    pad.undo_stroke()
    assert pad.strokes == [[(50, 60), (70, 80)]]
    draw(pad, (100, 60), (70, 80))
    pad.clear()
    assert pad.is_empty
    assert color_at(pad, 60, 70) == theme().color(Role.RAISED)


def test_undo_ends_the_stroke_being_drawn(pad):
    QTest.mousePress(pad, LEFT, pos=QPoint(60, 100))
    pad.undo_stroke()
    QTest.mouseMove(pad, QPoint(90, 100))
    assert pad.is_empty


def test_nothing_to_undo_is_no_change(qtbot, pad):
    with qtbot.assertNotEmitted(pad.sketch_changed):
        pad.undo_stroke()
        pad.clear()


def test_delete_clears(pad):
    draw(pad, (50, 60), (70, 80))
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.is_empty


def test_ctrl_z_undoes_a_stroke_only_while_the_pad_has_the_focus(qtbot):
    window, pad, other, page, undone = QMainWindow(), DigitPad(), QWidget(), QWidget(), []
    layout = QVBoxLayout(page)
    layout.addWidget(pad)
    layout.addWidget(other)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setCentralWidget(page)
    action = QAction(window)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    action.triggered.connect(lambda: undone.append("document"))
    window.addAction(action)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    draw(pad, (50, 60), (70, 80))
    pad.setFocus()
    qtbot.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pad.is_empty
    assert not undone
    # An empty pad leaves the shortcut to the window, and so does one without the focus.
    qtbot.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["document"]
    draw(pad, (50, 60), (70, 80))
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["document"] * 2
    assert not pad.is_empty


def test_a_tablet_pen_draws_in_fractions_of_a_pixel(qapp, pad):
    device = QPointingDevice.primaryPointingDevice()

    def send(kind, x, y, buttons):
        position = QPointF(x, y)
        event = QTabletEvent(
            kind, device, position, position, 0.5, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, LEFT, buttons
        )
        qapp.sendEvent(pad, event)
        return event.isAccepted()

    assert send(QEvent.Type.TabletPress, 50.25, 60.5, LEFT)
    assert send(QEvent.Type.TabletMove, 70.75, 80.5, LEFT)
    assert send(QEvent.Type.TabletRelease, 70.75, 80.5, Qt.MouseButton.NoButton)
    assert pad.strokes == [[(50.25, 60.5), (70.75, 80.5)]]
    send(QEvent.Type.TabletMove, 100, 100, Qt.MouseButton.NoButton)
    assert len(pad.strokes[0]) == 2


def test_a_finger_draws(qtbot, pad):
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, QPoint(50, 60), pad)
    QTest.touchEvent(pad, device).move(0, QPoint(90, 90), pad)
    QTest.touchEvent(pad, device).release(0, QPoint(90, 90), pad)
    qtbot.waitUntil(lambda: len(pad.strokes) == 1)
    assert pad.strokes[0][0] == (50, 60)
    assert pad.strokes[0][-1] == (90, 90)


def test_the_theme_changes_the_ink(pad):
    theme().set_mode("light")
    draw(pad, (60, 100), (140, 100), (220, 100))
    light = color_at(pad, 140, 100)
    theme().set_mode("dark")
    assert light.lightness() < 128 < color_at(pad, 140, 100).lightness()
    theme().set_mode("system")


def test_an_empty_pad_invites(pad):
    paper = theme().color(Role.RAISED)
    image = pad.grab().toImage()
    middle = {image.pixelColor(x, 140).name() for x in range(80, 200)}
    assert middle - {QColor(paper).name()}


def test_a_harder_pressed_pen_draws_wider(qapp, pad):
    device = QPointingDevice.primaryPointingDevice()
    for row, pressure in ((80, 0.1), (200, 1.0)):
        for kind, x in (
            (QEvent.Type.TabletPress, 60),
            (QEvent.Type.TabletMove, 140),
            (QEvent.Type.TabletMove, 220),
            (QEvent.Type.TabletRelease, 220),
        ):
            place = QPointF(x, row)
            buttons = Qt.MouseButton.NoButton if kind is QEvent.Type.TabletRelease else LEFT
            event = QTabletEvent(
                kind, device, place, place, pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, LEFT, buttons
            )
            qapp.sendEvent(pad, event)
    assert [stroke[1][2] for stroke in pad.strokes] == pytest.approx([0.1, 1.0])
    ink = theme().color(Role.TEXT)
    thin, thick = (sum(color_at(pad, 140, row + dy) == ink for dy in range(-20, 21)) for row in (80, 200))
    # 22 units of the ordinary width, times 0.6 and 1.5.
    assert abs(thin - 13) <= 2
    assert abs(thick - 33) <= 2


def drop(pad, mime):
    place = QPointF(140, 140)
    buttons, keys = LEFT, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, mime, buttons, keys)
    enter.ignore()  # as Qt delivers it
    QApplication.sendEvent(pad, enter)
    if enter.isAccepted():
        QApplication.sendEvent(pad, QDropEvent(place, Qt.DropAction.CopyAction, mime, buttons, keys))
    return enter.isAccepted()


def mime_of(path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


@pytest.mark.parametrize("is_dark_on_light", [True, False])
def test_a_dropped_picture_lies_on_the_paper(pad, tmp_path, is_dark_on_light):
    pixels = np.zeros((50, 40), np.uint8)
    pixels[8:42, 18:23] = 255
    Image.fromarray(255 - pixels if is_dark_on_light else pixels).save(tmp_path / "one.png")
    assert drop(pad, mime_of(tmp_path / "one.png"))
    np.testing.assert_array_equal(from_image(pad.sketch.image), from_image(pixels))
    pad.undo_stroke()
    assert pad.is_empty


def test_a_dropped_project_is_for_the_window(pad, tmp_path):
    assert not drop(pad, mime_of(tmp_path / "some.nnplay"))
    assert pad.is_empty


def test_a_corrupt_png_is_told_and_the_drawing_stays(qtbot, pad, tmp_path):
    draw(pad, (50, 60), (70, 80))
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"nothing")
    with qtbot.waitSignal(pad.refused) as refused:
        drop(pad, mime_of(tmp_path / "broken.png"))
    assert "broken.png" in str(refused.args[0])
    assert len(pad.strokes) == 1
