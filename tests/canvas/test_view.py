"""The canvas as a whole: cards with their controls, selection, keys, hovering, and the live picture."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from nnplay.appearance.theme import theme
from nnplay.canvas import CanvasView
from nnplay.canvas.cards.card_item import CardItem
from nnplay.canvas.editing.hint import Hint
from nnplay.canvas.editing.menus import ActivationMenu, LayerMenu
from nnplay.document import Document, EditName
from nnplay.engine import (
    ACTIVATIONS,
    BatchNormalization,
    Conv2D,
    Dense,
    GaussianNoise,
    GlobalAveragePooling2D,
    Input,
    LayerNormalization,
    MaxPooling2D,
    NetworkSpec,
    Part,
    Reshape,
    initial_parameters,
)
from nnplay.project import edits, layout
from nnplay.project.presets import preset
from nnplay.training import TrainingController
from tests.canvas.conftest import Wiring
from tests.canvas.pointer import (
    between,
    button,
    click,
    connection,
    drag_drop,
    drag_mouse,
    header,
    scene_of,
    unit,
)


def names(document: Document) -> list[str]:
    return [node.name for node in document.project.network.nodes]


def units_of(document: Document, name: str) -> int:
    return document.project.network.node(name).layer.units


def test_there_is_a_card_for_each_layer_and_one_item_for_each_link(canvas: CanvasView) -> None:
    scene = scene_of(canvas)
    assert list(scene.cards) == ["input", "dense", "dense_2", "dense_3"]
    assert len(scene.links.items) == 3


def test_plus_and_minus_change_the_units_in_one_step_of_undo(canvas: CanvasView, document: Document) -> None:
    start = document.project
    for _ in range(3):
        click(canvas, button(canvas, "dense", "more"))
    assert units_of(document, "dense") == 7
    click(canvas, button(canvas, "dense", "less"))
    assert units_of(document, "dense") == 6
    assert scene_of(canvas).cards["dense"].control("units").text == "6"
    assert scene_of(canvas).cards["dense"].layout.n_shown == 6
    document.undo()
    assert document.project is start
    assert scene_of(canvas).cards["dense"].control("units").text == "4"


def test_the_last_unit_stays_and_the_reason_is_said(canvas: CanvasView, document: Document, wiring: Wiring) -> None:
    click(canvas, button(canvas, "dense_2", "less"))
    click(canvas, button(canvas, "dense_2", "less"))
    assert units_of(document, "dense_2") == 1
    assert len(wiring.reports) == 1


def test_the_data_decide_the_units_of_the_output(canvas: CanvasView, document: Document, wiring: Wiring) -> None:
    click(canvas, button(canvas, "dense_3", "more"))
    assert units_of(document, "dense_3") == 1
    assert wiring.reports == []


def test_the_activation_is_chosen_from_all_that_there_are(canvas: CanvasView, document: Document) -> None:
    click(canvas, button(canvas, "dense", "activation"))
    menu = canvas.findChild(ActivationMenu)
    assert menu is not None
    assert [action.data() for action in menu.actions()] == list(ACTIVATIONS)
    assert [action.data() for action in menu.actions() if action.isChecked()] == ["tanh"]
    next(action for action in menu.actions() if action.data() == "relu").trigger()
    menu.close()
    assert document.project.network.node("dense").layer.activation == "relu"
    assert scene_of(canvas).cards["dense"].control("activation").text == "relu"
    document.undo()
    assert scene_of(canvas).cards["dense"].control("activation").text == "tanh"


def test_the_cross_removes_the_layer_and_the_chain_heals(canvas: CanvasView, document: Document, qtbot: QtBot) -> None:
    QTest.mouseMove(canvas.viewport(), header(canvas, "dense_2"))
    cross = scene_of(canvas).cards["dense_2"].control("remove")
    qtbot.waitUntil(cross.isVisible)
    click(canvas, button(canvas, "dense_2", "remove"))
    qtbot.waitUntil(lambda: "dense_2" not in scene_of(canvas).cards)
    assert names(document) == ["input", "dense", "dense_3"]
    assert set(scene_of(canvas).links.items) == {("input", "dense"), ("dense", "dense_3")}


def test_a_click_selects_what_is_removed(canvas: CanvasView, document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.selection_changed) as chosen:
        click(canvas, header(canvas, "dense"))
    assert chosen.args == ["dense"]
    with qtbot.waitSignal(canvas.selection_changed) as dropped:
        canvas.commands.remove()
    assert names(document) == ["input", "dense_2", "dense_3"]
    assert dropped.args == [None]
    document.undo()
    assert "dense" in scene_of(canvas).cards


def test_a_click_beside_the_cards_selects_nothing(canvas: CanvasView) -> None:
    click(canvas, header(canvas, "dense"))
    click(canvas, QPoint(3, 3))
    assert canvas.selected is None


def test_the_input_cannot_be_removed(canvas: CanvasView, document: Document, wiring: Wiring) -> None:
    canvas.select("input")
    canvas.remove_selected()
    assert len(names(document)) == 4
    assert len(wiring.reports) == 1
    assert not scene_of(canvas).cards["input"].control("remove").isVisible()


def test_left_and_right_choose_layers(canvas: CanvasView) -> None:
    chosen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Escape):
        QTest.keyClick(canvas, key)
        chosen.append(canvas.selected)
    assert chosen == ["input", "dense", "input", "input", None]


def test_units_of_the_chosen_layer_step_by_step(canvas: CanvasView, document: Document) -> None:
    canvas.commands.more_units()
    assert not document.undo_stack.canUndo()
    canvas.select("dense")
    canvas.commands.more_units()
    canvas.commands.more_units()
    canvas.commands.fewer_units()
    assert units_of(document, "dense") == 5
    canvas.select("input")
    canvas.commands.fewer_units()
    assert document.undo_stack.count() == 1


def test_hovering_a_neuron_tells_which(canvas: CanvasView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.neuron_hovered) as entered:
        QTest.mouseMove(canvas.viewport(), unit(canvas, "dense", 2))
    assert entered.args == [Part("dense", unit=2)]
    hint = canvas.viewport().findChild(Hint)
    assert hint is not None
    assert hint.isVisible()
    assert "0.1" in hint.text
    assert "bias of neuron 3 of dense" in hint.text
    with qtbot.waitSignal(canvas.neuron_hovered) as left:
        QTest.mouseMove(canvas.viewport(), QPoint(3, 3))
    assert left.args == [None]
    assert not hint.isVisible()


def test_hovering_a_connection_says_its_weight(canvas: CanvasView, document: Document, qtbot: QtBot) -> None:
    hint = canvas.viewport().findChild(Hint)
    assert hint is not None
    document.perform(EditName("Set"), lambda project: edits.set_parameter(project, "dense_2", "kernel", (3, 0), -0.625))
    QTest.mouseMove(canvas.viewport(), connection(canvas, "dense", "dense_2", 3, 0))
    qtbot.waitUntil(hint.isVisible)
    assert "−0.625" in hint.text
    assert "weight from neuron 4 of dense to neuron 1 of dense_2" in hint.text
    assert canvas.viewport().rect().contains(hint.geometry())
    document.perform(EditName("Set"), lambda project: edits.set_parameter(project, "dense_2", "kernel", (3, 0), 0.25))
    assert "0.25" in hint.text


def test_a_context_menu_offers_what_the_layer_has(canvas: CanvasView, document: Document) -> None:
    at = header(canvas, "dense")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), event)
    menu = canvas.findChild(LayerMenu)
    assert menu is not None
    assert canvas.selected == "dense"
    assert isinstance(menu.actions()[0].menu(), QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    assert "dense" not in names(document)


def test_all_kinds_of_edits_are_undone_and_redone(canvas: CanvasView, document: Document) -> None:
    start = document.project
    drag_drop(canvas, "Dense", between(canvas, "dense", "dense_2"))
    drag_drop(canvas, "Dropout", between(canvas, "dense_4", "dense_2"))
    click(canvas, button(canvas, "dense_4", "more"))
    drag_mouse(canvas, header(canvas, "dense_4"), header(canvas, "dense_4") + QPoint(0, 30))
    canvas.select("dense")
    canvas.remove_selected()
    end = document.project
    while document.undo_stack.canUndo():
        document.undo()
        assert set(scene_of(canvas).cards) == set(names(document))
    assert document.project is start
    while document.undo_stack.canRedo():
        document.redo()
    assert document.project is end
    assert set(scene_of(canvas).cards) == set(names(document))


def test_a_snapshot_of_a_run_is_shown(
    canvas: CanvasView, document: Document, controller: TrainingController, qtbot: QtBot
) -> None:
    before = canvas.viewport().grab().toImage()
    with qtbot.waitSignal(controller.run_committed):
        controller.start(3)
    assert controller.snapshot is not None
    assert np.array_equal(scene_of(canvas).parameters, controller.snapshot.parameters)
    assert not np.array_equal(scene_of(canvas).parameters, document.project.parameters)
    assert canvas.viewport().grab().toImage() != before


def test_a_hidden_canvas_catches_up_when_it_is_shown(
    canvas: CanvasView, controller: TrainingController, qtbot: QtBot
) -> None:
    canvas.hide()
    with qtbot.waitSignal(controller.run_committed):
        controller.start(1)
    assert controller.snapshot is not None
    assert not np.array_equal(scene_of(canvas).parameters, controller.snapshot.parameters)
    canvas.show()
    assert np.array_equal(scene_of(canvas).parameters, controller.snapshot.parameters)


def test_another_project_is_shown_whole_and_fitted(canvas: CanvasView, document: Document) -> None:
    document.replace(preset("spiral"), None)
    scene = scene_of(canvas)
    assert scene.cards["input"].layout.labels == ("X₁", "X₂", "X₁²", "X₂²", "X₁X₂", "sin(X₁)", "sin(X₂)")
    visible = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    assert visible.contains(scene.arrangement.content_rect())


def test_a_fit_leaves_nothing_of_what_was_painted_before(canvas: CanvasView, qtbot: QtBot) -> None:
    class Painted(QObject):
        region = QRegion()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                self.region |= event.region()
            return False

    qtbot.wait(50)  # until nothing more is painted
    painted = Painted()
    canvas.viewport().installEventFilter(painted)
    canvas.fit()  # as wide as before: Qt itself sees no reason to paint all of it
    qtbot.waitUntil(lambda: QRegion(canvas.viewport().rect()).subtracted(painted.region).isEmpty())


def test_many_units_cost_no_items(canvas: CanvasView, document: Document) -> None:
    document.perform(EditName("Units"), lambda project: edits.change_layer(project, "dense", {"units": 3}))
    few = len(scene_of(canvas).items())
    document.perform(EditName("Units"), lambda project: edits.change_layer(project, "dense", {"units": 4000}))
    assert len(scene_of(canvas).items()) == few
    assert not canvas.viewport().grab().isNull()


@pytest.mark.parametrize("name", ["circle", "spiral", "mnist-mlp"])
def test_no_item_paints_outside_its_rectangle(canvas: CanvasView, document: Document, name: str) -> None:
    document.replace(preset(name), None)
    for card in scene_of(canvas).cards.values():
        widest_pen = 2.0
        assert card.boundingRect().contains(card.layout.rect.adjusted(*(-widest_pen / 2,) * 2, *(widest_pen / 2,) * 2))
        units = [card.layout.unit_rect(index) for index in range(card.layout.n_shown)]
        assert all(card.units.boundingRect().contains(each.adjusted(-1, -1, 1, 1)) for each in units)
        assert all(card.boundingRect().contains(child.boundingRect()) for child in card.childItems())


def test_the_theme_changes_the_picture(canvas: CanvasView) -> None:
    mode = theme().mode
    try:
        theme().set_mode("light")
        light = canvas.viewport().grab().toImage().pixelColor(2, 2)
        theme().set_mode("dark")
        dark = canvas.viewport().grab().toImage().pixelColor(2, 2)
    finally:
        theme().set_mode(mode)
    assert light.lightness() > 200 > 60 > dark.lightness()


def test_cards_glide_to_their_places(canvas: CanvasView, document: Document, qtbot: QtBot) -> None:
    scene = scene_of(canvas)
    scene.arrangement.is_smooth = True
    before = scene.cards["dense_3"].x()
    drag_drop(canvas, "Dense", between(canvas, "dense", "dense_2"))
    target = scene.arrangement.positions["dense_3"][0]
    assert scene.cards["dense_3"].x() < target
    assert target > before
    qtbot.waitUntil(lambda: scene.cards["dense_3"].x() == target)


def test_it_has_a_name_for_those_who_cannot_see_it(canvas: CanvasView) -> None:
    assert canvas.accessibleName()
    assert canvas.accessibleDescription()
    assert all(isinstance(card, CardItem) and card.toolTip() for card in scene_of(canvas).cards.values())


def test_every_kind_of_layer_has_a_picture(canvas: CanvasView, document: Document) -> None:
    network = NetworkSpec.chain(
        Input((28, 28, 1)),
        Conv2D(8, activation="relu"),
        MaxPooling2D(),
        BatchNormalization(),
        Conv2D(20, activation="relu"),
        GlobalAveragePooling2D(),
        GaussianNoise(),
        Reshape((20,)),
        LayerNormalization(),
        Dense(10, "softmax"),
    )
    parameters = initial_parameters(network, np.random.default_rng(0))
    project = replace(preset("mnist-mlp"), network=network, positions=layout(network), parameters=parameters)
    document.replace(project, None)
    scene = scene_of(canvas)
    assert scene.cards["conv2d"].control("units").text == "8"
    assert not canvas.viewport().grab().isNull()
    canvas.resize(1400, 500)
    click(canvas, button(canvas, "conv2d", "more"))
    assert document.project.network.node("conv2d").layer.filters == 9
    document.undo()
    assert document.project is project


def test_a_layer_is_explained_at_its_header_only(canvas: CanvasView) -> None:
    card = scene_of(canvas).cards["dense"]
    caption = canvas.mapFromScene(card.mapToScene(card.layout.caption.center()))
    for at, is_explained in ((header(canvas, "dense"), True), (caption, False)):
        QTest.mouseMove(canvas.viewport(), at + QPoint(1, 0))
        QTest.mouseMove(canvas.viewport(), at)
        assert bool(card.toolTip()) == is_explained
