"""Weights, biases, units and rates set by hand, in place, as one undoable step."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from nnplay.canvas import CanvasView
from nnplay.canvas.editing.hint import Hint
from nnplay.canvas.editing.value_editor import ValueEditor
from nnplay.document import Document
from tests.canvas.conftest import Wiring
from tests.canvas.pointer import between, button, click, connection, drag_drop, scene_of, unit
from tests.chinese_keyboard import commit


@pytest.fixture
def editor(canvas: CanvasView) -> ValueEditor:
    editor = canvas.viewport().findChild(ValueEditor)
    assert editor is not None
    return editor


def weight(document: Document) -> float:
    kernel = document.project.network.view(document.project.parameters, "dense_2", "kernel")
    assert kernel is not None
    return float(kernel[0, 1])


def bias(document: Document) -> float:
    biases = document.project.network.view(document.project.parameters, "dense", "bias")
    assert biases is not None
    return float(biases[3])


def open_weight(canvas: CanvasView) -> None:
    click(canvas, connection(canvas, "dense", "dense_2", 0, 1))


def type_text(editor: ValueEditor, text: str, then: Qt.Key | None = Qt.Key.Key_Return) -> None:
    editor.field.selectAll()
    QTest.keyClicks(editor.field, text)
    if then is not None:
        QTest.keyClick(editor.field, then)


def test_a_click_on_a_connection_opens_the_editor_with_its_weight(
    canvas: CanvasView, editor: ValueEditor, document: Document
) -> None:
    open_weight(canvas)
    assert editor.isVisible()
    assert np.float32(editor.field.text()) == np.float32(weight(document))
    assert editor.field.selectedText() == editor.field.text()
    assert canvas.viewport().rect().contains(editor.geometry())


@pytest.mark.parametrize(("text", "number"), [("0.75", 0.75), ("-0,5", -0.5), ("1/3", 1 / 3), ("2e-3", 0.002)])
def test_what_is_typed_becomes_the_weight(
    canvas: CanvasView, editor: ValueEditor, document: Document, text: str, number: float
) -> None:
    open_weight(canvas)
    type_text(editor, text)
    assert weight(document) == np.float32(number)
    assert not editor.isVisible()
    assert document.undo_stack.count() == 1


def test_the_canvas_shows_the_weight_that_was_set(canvas: CanvasView, editor: ValueEditor, document: Document) -> None:
    before = canvas.viewport().grab().toImage()
    open_weight(canvas)
    type_text(editor, "-3")
    assert np.array_equal(scene_of(canvas).parameters, document.project.parameters)
    assert canvas.viewport().grab().toImage() != before


def test_escape_restores(canvas: CanvasView, editor: ValueEditor, document: Document) -> None:
    start = document.project
    open_weight(canvas)
    type_text(editor, "5", then=Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert document.project is start
    assert not document.undo_stack.canUndo()


def test_a_nudge_shows_at_once_and_escape_takes_it_back(
    canvas: CanvasView, editor: ValueEditor, document: Document
) -> None:
    start, before = document.project, weight(document)
    open_weight(canvas)
    QTest.keyClick(editor.field, Qt.Key.Key_Up)
    QTest.keyClick(editor.field, Qt.Key.Key_Up)
    assert weight(document) == pytest.approx(before + 0.2, abs=1e-5)
    QTest.keyClick(editor.field, Qt.Key.Key_Escape)
    assert document.project is start


def test_nudges_and_typing_are_one_step_of_undo(canvas: CanvasView, editor: ValueEditor, document: Document) -> None:
    start = document.project
    open_weight(canvas)
    QTest.keyClick(editor.field, Qt.Key.Key_Down)
    QTest.keyClick(editor.field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    type_text(editor, "0.25")
    assert weight(document) == 0.25
    document.undo()
    assert document.project is start


def test_two_weights_set_one_after_the_other_are_two_steps(
    canvas: CanvasView, editor: ValueEditor, document: Document
) -> None:
    for text in ("0.5", "0.75"):
        open_weight(canvas)
        type_text(editor, text)
    document.undo()
    assert weight(document) == 0.5


def test_the_wheel_nudges_and_does_not_zoom(canvas: CanvasView, editor: ValueEditor, document: Document) -> None:
    before, zoom = weight(document), canvas.zoom
    open_weight(canvas)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(editor.field.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.field, event)
    assert weight(document) == pytest.approx(before + 0.1, abs=1e-5)
    assert canvas.zoom == zoom


def test_a_click_away_applies(canvas: CanvasView, editor: ValueEditor, document: Document, qtbot: QtBot) -> None:
    open_weight(canvas)
    type_text(editor, "0.125", then=None)
    click(canvas, QPoint(3, 3))
    qtbot.waitUntil(lambda: not editor.isVisible())
    assert weight(document) == 0.125


def test_an_untouched_field_changes_nothing(canvas: CanvasView, editor: ValueEditor, document: Document) -> None:
    open_weight(canvas)
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert not document.undo_stack.canUndo()


def test_what_is_no_number_stays_to_be_corrected(canvas: CanvasView, editor: ValueEditor, document: Document) -> None:
    open_weight(canvas)
    type_text(editor, "much")
    assert editor.isVisible()
    assert editor.field.property("valid") == "false"
    assert not document.undo_stack.canUndo()
    type_text(editor, "0.5")
    assert weight(document) == 0.5


def test_what_is_no_number_stays_after_a_click_away(
    canvas: CanvasView, editor: ValueEditor, document: Document
) -> None:
    open_weight(canvas)
    type_text(editor, "much", then=None)
    click(canvas, QPoint(3, 3))
    assert (editor.isVisible(), editor.field.text()) == (True, "much")
    assert "“much” is not a number" in editor.problem.text()
    editor.field.selectAll()
    commit(editor.field, "－０。５")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert weight(document) == -0.5


def test_what_is_wrong_is_said_until_it_is_corrected(canvas: CanvasView, editor: ValueEditor) -> None:
    open_weight(canvas)
    type_text(editor, "abc")
    assert "“abc” is not a number" in editor.problem.text()
    assert editor.problem.isVisible()
    assert editor.rect().contains(editor.problem.geometry())
    type_text(editor, "0", then=None)
    assert not editor.problem.isVisible()
    assert editor.field.property("valid") == "true"


def test_a_click_on_a_neuron_sets_its_bias(canvas: CanvasView, editor: ValueEditor, document: Document) -> None:
    click(canvas, unit(canvas, "dense", 3))
    assert editor.isVisible()
    assert float(editor.field.text()) == pytest.approx(0.1)
    type_text(editor, "-2/3")
    assert bias(document) == np.float32(-2 / 3)
    document.undo()
    assert bias(document) == np.float32(0.1)


def test_an_input_has_no_bias_to_set(canvas: CanvasView, editor: ValueEditor) -> None:
    click(canvas, unit(canvas, "input", 0))
    assert not editor.isVisible()


def test_units_are_typed(canvas: CanvasView, editor: ValueEditor, document: Document) -> None:
    click(canvas, button(canvas, "dense", "units"))
    type_text(editor, "7")
    assert document.project.network.node("dense").layer.units == 7


@pytest.mark.parametrize("text", ["0", "10000000", "2.5"])
def test_impossible_units_change_nothing_and_can_be_corrected(
    canvas: CanvasView, editor: ValueEditor, document: Document, wiring: Wiring, text: str
) -> None:
    start = document.project
    click(canvas, button(canvas, "dense", "units"))
    type_text(editor, text)
    assert editor.isVisible()
    assert document.project is start
    assert all("dense" in report and text in report for report in wiring.reports)
    assert len(wiring.reports) == (0 if text == "2.5" else 1)


def test_a_rate_is_typed(canvas: CanvasView, editor: ValueEditor, document: Document) -> None:
    drag_drop(canvas, "Dropout", between(canvas, "dense", "dense_2"))
    click(canvas, button(canvas, "dropout", "rate"))
    type_text(editor, "1/4")
    assert document.project.network.node("dropout").layer.rate == 0.25


def test_arrow_keys_are_finer_with_shift_and_coarser_with_control(
    canvas: CanvasView, editor: ValueEditor, document: Document
) -> None:
    before = weight(document)
    open_weight(canvas)
    QTest.keyClick(editor.field, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert weight(document) == pytest.approx(before + 1, abs=1e-5)
    QTest.keyClick(editor.field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert weight(document) == pytest.approx(before + 0.99, abs=1e-5)


def test_setting_a_weight_leaves_the_choice_of_layers_alone(
    canvas: CanvasView, editor: ValueEditor, document: Document, qtbot: QtBot
) -> None:
    for chosen in (None, "dense"):
        canvas.select(chosen)
        open_weight(canvas)
        qtbot.waitUntil(editor.field.hasFocus)
        type_text(editor, "0.5")
        assert not editor.isVisible()
        assert canvas.selected == chosen


def test_no_hint_lies_over_the_open_editor(canvas: CanvasView, editor: ValueEditor, document: Document) -> None:
    open_weight(canvas)
    hint = canvas.viewport().findChild(Hint)
    assert hint is not None
    for _ in range(2):
        QTest.keyClick(editor.field, Qt.Key.Key_Up)
        assert editor.isVisible()
        assert not hint.isVisible()


def test_a_problem_is_read_whole_even_at_the_lower_edge(canvas: CanvasView, editor: ValueEditor) -> None:
    canvas.resize(700, 300)
    click(canvas, button(canvas, "dense", "units"))
    QTest.keyClicks(editor.field, "four and a half, more or less")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert editor.problem.isVisible()
    assert editor.problem.height() >= editor.problem.heightForWidth(editor.problem.width())
    assert editor.rect().contains(editor.problem.geometry())
    assert canvas.viewport().rect().contains(editor.geometry())


def test_no_tooltip_of_the_layer_covers_the_value_of_a_neuron(canvas: CanvasView) -> None:
    at = unit(canvas, "dense", 1)
    scene_of(canvas).cards["dense"].setToolTip("a layer")  # as after an edit, before the pointer has moved on the card
    QTest.mouseMove(canvas.viewport(), at)
    hint = canvas.viewport().findChild(Hint)
    assert hint is not None
    assert hint.isVisible()
    help_event = QHelpEvent(QEvent.Type.ToolTip, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), help_event)
    assert not QToolTip.isVisible()
