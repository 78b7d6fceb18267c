"""Freezing, muting and drawing anew on the canvas: menus, marks, and what the pointer is told."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from nnplay.canvas import CanvasView
from nnplay.canvas.editing.hint import Hint
from nnplay.canvas.editing.menus import LayerMenu
from nnplay.canvas.gradient_question import mean_gradient
from nnplay.document import Document, EditName
from nnplay.engine import Dense, Network, Part
from nnplay.project import edits, part_edits
from nnplay.project.presets import preset
from nnplay.training import TrainingController
from tests.canvas.pointer import connection, scene_of


def unit(canvas: CanvasView, node: str, index: int) -> QPoint:
    card = scene_of(canvas).cards[node]
    return canvas.mapFromScene(card.mapToScene(card.layout.unit_rect(index).center()))


def menu_at(canvas: CanvasView, qtbot: QtBot, at: QPoint, kind: type[QMenu]) -> dict[str, object]:
    QTest.mouseMove(canvas.viewport(), at + QPoint(1, 0))
    QTest.mouseMove(canvas.viewport(), at)
    hint = canvas.viewport().findChild(Hint)
    assert hint is not None
    qtbot.waitUntil(hint.isVisible)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), event)
    menu = canvas.findChildren(kind)[-1]
    menu.close()
    return {action.text(): action for action in menu.actions()}


def picture(canvas: CanvasView) -> QImage:
    return canvas.grab().toImage()


def test_a_neuron_is_muted_and_heard_again(canvas: CanvasView, document: Document, qtbot: QtBot) -> None:
    before = picture(canvas)
    menu_at(canvas, qtbot, unit(canvas, "dense", 1), LayerMenu)["Mute Neuron"].trigger()
    assert document.project.muted == (Part("dense", unit=1),)
    assert picture(canvas) != before
    action = menu_at(canvas, qtbot, unit(canvas, "dense", 1), LayerMenu)["Mute Neuron"]
    assert action.isChecked()
    action.trigger()
    assert document.project.muted == ()
    document.undo()
    assert document.project.muted == (Part("dense", unit=1),)


def test_a_weight_is_frozen_where_it_is_drawn(canvas: CanvasView, document: Document, qtbot: QtBot) -> None:
    at = connection(canvas, "dense", "dense_2", 3, 0)
    menu_at(canvas, qtbot, at, LayerMenu)["Freeze Weight"].trigger()
    weight = Part("dense_2", parameter="kernel", index=(3, 0))
    assert document.project.training.frozen == (weight,)
    assert menu_at(canvas, qtbot, at, LayerMenu)["Freeze Weight"].isChecked()
    hint = canvas.viewport().findChild(Hint)
    assert hint is not None
    assert "frozen" in hint.text


def test_a_layer_is_frozen_and_drawn_anew(canvas: CanvasView, document: Document, qtbot: QtBot) -> None:
    entries = menu_at(canvas, qtbot, unit(canvas, "dense", 0), LayerMenu)
    entries["Freeze Layer"].trigger()
    assert document.project.training.frozen == (Part("dense"),)
    before = document.project.parameters
    draw = entries["Redraw Weights"].menu()
    next(action for action in draw.actions() if action.data() == "he_normal").trigger()
    assert document.project.network.node("dense").layer.kernel_initializer == "he_normal"
    first = document.project.parameters
    assert not np.array_equal(first, before)
    draw.actions()[0].trigger()
    assert not np.array_equal(document.project.parameters, first)
    assert str(document.edit_name(document.undo_stack.index() - 1)) == "Redraw Weights"


@pytest.mark.parametrize("edit", [part_edits.freeze, part_edits.mute])
@pytest.mark.parametrize(
    "part", [Part("dense"), Part("input", unit=0), Part("dense_2", parameter="kernel", index=(0, 1))]
)
def test_marks_are_seen(canvas: CanvasView, document: Document, edit: object, part: Part) -> None:
    before = picture(canvas)
    document.perform(EditName("Mark"), lambda project: edit(project, [part]))
    assert picture(canvas) != before
    document.undo()
    assert picture(canvas) == before


def test_the_pointer_is_told_the_gradient(
    canvas: CanvasView, document: Document, controller: TrainingController, qtbot: QtBot
) -> None:
    at = connection(canvas, "input", "dense", 0, 2)
    QTest.mouseMove(canvas.viewport(), at + QPoint(1, 0))
    QTest.mouseMove(canvas.viewport(), at)
    hint = canvas.viewport().findChild(Hint)
    assert hint is not None
    qtbot.waitUntil(lambda: "gradient" in hint.text)
    project, examples = document.project, controller.dataset.train
    expected = np.empty(2)
    for place, step in enumerate((1e-3, -1e-3)):
        network = Network(project.network, np.float64)
        network.parameters[...] = project.parameters
        network.parameters[2] += step
        expected[place] = network.evaluate(examples, project.training.loss).loss
    number = hint.text.split("gradient ")[1].split()[0].replace("−", "-")
    assert float(number) == pytest.approx((expected[0] - expected[1]) / 2e-3, rel=0.02, abs=1e-4)


def test_the_gradient_goes_without_what_is_muted(document: Document, controller: TrainingController) -> None:
    document.perform(EditName("Mute"), lambda project: part_edits.mute(project, [Part("dense", unit=0)]))
    controller.show(document.project)
    project = document.project
    gradient = mean_gradient(project.network, controller.snapshot, controller.dataset, project.training.loss)
    slot = next(slot for slot in project.network.node_slots("dense") if slot.name == "kernel")
    by_unit = gradient[slot.span].reshape(slot.shape)
    assert (by_unit[:, 0] == 0).all()
    assert (by_unit[:, 1:] != 0).all()


def test_another_view_points_at_weights(canvas: CanvasView) -> None:
    before = picture(canvas)
    canvas.point_at_weight(Part("dense", parameter="kernel", index=(1, 2)))
    lit = picture(canvas)
    assert lit != before
    canvas.point_at_weight(Part("dense", parameter="bias", index=(2,)))
    assert picture(canvas) not in (before, lit)
    canvas.point_at_weight(None)
    assert picture(canvas) == before


def test_a_sampled_neuron_is_shown_in_full(qtbot: QtBot, controller: TrainingController) -> None:
    document = Document(preset("mnist-mlp"))
    controller.show(document.project)
    canvas = CanvasView(document, controller)
    qtbot.addWidget(canvas)
    canvas.resize(900, 500)
    with qtbot.waitExposed(canvas):
        canvas.show()
    units = scene_of(canvas).cards["dense"].units
    picture = units.sample_picture(3)
    assert picture is not None
    assert (picture.width(), picture.height()) == (28, 28)
    hint = canvas.viewport().findChild(Hint)
    assert hint is not None
    hint.show_at(QPoint(40, 40), "bias 0")
    height = hint.height()
    at = unit(canvas, "dense", 3)
    QTest.mouseMove(canvas.viewport(), at + QPoint(1, 0))
    QTest.mouseMove(canvas.viewport(), at)
    qtbot.waitUntil(lambda: hint.height() > height + 100)
    assert canvas.viewport().rect().contains(hint.geometry())


def test_a_frozen_layer_says_so_on_its_card_though_it_has_no_tiles(canvas: CanvasView, document: Document) -> None:
    document.perform(EditName("Wide"), lambda project: edits.replace_layer(project, "dense", Dense(60, "tanh")))
    card = scene_of(canvas).cards["dense"]
    corner = canvas.mapFromScene(card.mapToScene(QRectF(card.layout.rect.topLeft(), QSizeF(24, 24)))).boundingRect()
    plain = canvas.grab(corner).toImage()
    document.perform(EditName("Freeze"), lambda project: part_edits.freeze(project, [Part("dense")]))
    assert canvas.grab(corner).toImage() != plain
    document.undo()
    assert canvas.grab(corner).toImage() == plain
