"""Hints: one at a time, each until it is done or dismissed, and never again unless they are wanted anew."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from nnplay.document import EditName
from nnplay.lessons import load, shipped
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.shell.guidance.hint_strip import HintStrip
from nnplay.shell.guidance.hints import DATA, FIND, FULL, LAYERS, ORDER, TRAIN
from nnplay.shell.pointing import Ring


@pytest.fixture
def hints(window):
    """The window's hints, which wait no longer than they must."""
    window.hints._pause.setInterval(0)
    return window.hints


def said(qtbot, hints, word):
    qtbot.waitUntil(lambda: hints.strip.isVisible() and word in hints.strip.text)


def test_without_a_beginning_there_are_none(window, hints, qtbot):
    hints.go_on()
    qtbot.wait(20)
    assert not hints.strip.isVisible()


def test_the_first_points_at_train_and_goes_when_it_is_done(window, hints, session, settings, qtbot):
    hints.begin()
    said(qtbot, hints, "Press Train")
    qtbot.waitUntil(lambda: any(ring.isVisible() for ring in window.findChildren(Ring)))
    window.commands.training.train.trigger()
    said(qtbot, hints, "other data")
    assert settings.seen_hints == {TRAIN}
    session.controller.pause()
    qtbot.waitUntil(lambda: not session.controller.state.is_active)


def test_without_data_it_does_not_point_at_train(hints, session, qtbot):
    session.document.replace(preset("iris"), None)
    hints.begin()
    said(qtbot, hints, "other data")


def test_a_dismissed_hint_never_comes_back(hints, settings, qtbot):
    hints.begin()
    said(qtbot, hints, "Press Train")
    QTest.mouseClick(hints.strip.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert TRAIN in settings.seen_hints
    said(qtbot, hints, "other data")


def test_what_a_person_does_alone_needs_no_hint(hints, session, settings, qtbot):
    hints.begin()
    document = session.document
    document.perform(EditName("More"), lambda project: edits.change_layer(project, "dense", {"units": 5}))
    assert settings.seen_hints == {LAYERS}
    settings.seen_hints |= {TRAIN, DATA, FULL}
    hints.go_on()
    said(qtbot, hints, "by its name")
    assert set(ORDER) - settings.seen_hints == {FIND}


def test_that_there_is_more_than_the_simple_view_is_said_to_who_has_it(window, hints, settings, qtbot):
    settings.seen_hints = {TRAIN, DATA, LAYERS}
    window.view.set_simple(True)
    hints.begin()
    said(qtbot, hints, "Ctrl+Shift+V")
    window.commands.view.simple.trigger()
    assert not settings.is_simple
    assert FULL in settings.seen_hints
    said(qtbot, hints, "by its name")


def test_who_sees_everything_is_not_told_how(window, hints, settings, qtbot):
    settings.seen_hints = {TRAIN, DATA, LAYERS}
    window.view.set_simple(False)
    hints.begin()
    said(qtbot, hints, "by its name")


def test_one_click_ends_them_and_the_preferences_bring_them_back(window, hints, settings, qtbot):
    hints.begin()
    said(qtbot, hints, "Press Train")
    end = next(button for button in hints.strip.findChildren(QPushButton) if button.text() == "No more hints")
    QTest.mouseClick(end, Qt.MouseButton.LeftButton)
    assert not hints.strip.isVisible()
    assert not settings.has_hints
    window.preferences.open()
    window.preferences.dialog.hints.click()
    said(qtbot, hints, "Press Train")
    window.preferences.dialog.close()


def test_they_wait_for_the_welcome_and_give_way_to_a_lesson(window, hints, qtbot):
    window.commands.help.welcome.trigger()
    hints.begin()
    qtbot.wait(20)
    assert not hints.strip.isVisible()
    window.start.welcome.close()
    said(qtbot, hints, "Press Train")
    window.begin_lesson(load(shipped()[0]))
    assert not hints.strip.isVisible()


def test_the_strip_stays_in_the_canvas(window, hints, qtbot):
    hints.begin()
    said(qtbot, hints, "Press Train")
    for width, height in ((1024, 768), (1600, 900)):
        window.resize(width, height)
        strip = window.findChild(HintStrip)
        assert strip.parentWidget().rect().contains(strip.geometry())


def test_no_layer_is_behind_a_hint(window, hints, session, qtbot):
    window.resize(1280, 800)
    session.document.perform(EditName("tall"), lambda project: edits.change_layer(project, "dense", {"units": 8}))
    canvas = window.canvas
    lowest = canvas.mapFromScene(canvas.content_rect()).boundingRect().bottom()
    hints.begin()
    qtbot.waitUntil(hints.strip.isVisible)
    top = canvas.viewport().mapFrom(window, hints.strip.mapTo(window, QPoint())).y()
    assert lowest > top  # without room it would be
    qtbot.waitUntil(lambda: canvas.mapFromScene(canvas.content_rect()).boundingRect().bottom() < top)
    hints.set_wanted(False)
    qtbot.waitUntil(lambda: canvas.mapFromScene(canvas.content_rect()).boundingRect().bottom() == lowest)


def test_where_no_line_fits_it_waits_for_room(window, hints, qtbot):
    hints.begin()
    said(qtbot, hints, "Press Train")
    middle = window.centralWidget()
    middle.setFixedWidth(90)
    qtbot.waitUntil(lambda: not hints.strip.isVisible())
    middle.setFixedWidth(600)
    said(qtbot, hints, "Press Train")
