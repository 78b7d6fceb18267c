"""What is told of a widget to a screen reader, and that the widget can go afterwards."""

import gc
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from nnplay.appearance import accessible

_Text = QAccessible.Text


class Drawing(QWidget):
    """A widget that paints itself."""


accessible.represent(Drawing, accessible.Picture)


@pytest.fixture(autouse=True)
def asked(qapp):
    accessible.install()


def told(widget, kind):
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def test_a_figure_is_told_with_its_caption(qtbot):
    label = QLabel()
    label.setAccessibleName("Loss")
    qtbot.addWidget(label)
    label.setText("0.25")
    assert told(label, _Text.Name) == "Loss: 0.25"
    label.setText("")
    assert told(label, _Text.Name) == "Loss"


def test_a_picture_s_value_is_what_was_said_last(qtbot):
    drawing = Drawing()
    qtbot.addWidget(drawing)
    assert told(drawing, _Text.Value) == ""
    accessible.say(drawing, "neuron 2")
    assert told(drawing, _Text.Value) == "neuron 2"


@pytest.mark.parametrize("make", [QLabel, Drawing])
def test_a_description_keeps_no_widget_alive(qapp, make):
    window = QWidget()
    described = make(window)
    described.setAccessibleName("Loss")
    assert told(described, _Text.Name) == "Loss"
    alive = ref(window), ref(described)
    window.deleteLater()
    del window, described
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [each() for each in alive] == [None, None]
