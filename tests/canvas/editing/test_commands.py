"""Several layers at once: chosen by frame and keys, copied, pasted, duplicated, aligned, removed, moved along."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from nnplay.canvas import CanvasView
from nnplay.document import Document, EditName
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.canvas.conftest import Wiring
from tests.canvas.pointer import click, drag_mouse, header, scene_of

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def names(document: Document) -> list[str]:
    return [node.name for node in document.project.network.nodes]


def corner(canvas: CanvasView, name: str, *, is_end: bool) -> QPoint:
    rect = scene_of(canvas).cards[name].sceneBoundingRect().adjusted(-6, -30, 6, 30)
    return canvas.mapFromScene(rect.bottomRight() if is_end else rect.topLeft())


class TestChoosing:
    def test_a_frame_chooses_what_it_touches(self, canvas: CanvasView) -> None:
        drag_mouse(canvas, corner(canvas, "dense", is_end=False), corner(canvas, "dense_2", is_end=True))
        assert set(canvas.chosen) == {"dense", "dense_2"}

    def test_a_click_on_nothing_forgets_all(self, canvas: CanvasView) -> None:
        canvas.commands.select_all()
        assert len(canvas.chosen) == 4
        click(canvas, QPoint(4, 4))
        assert canvas.chosen == ()

    @pytest.mark.parametrize("key", [CONTROL, SHIFT])
    def test_a_key_adds_and_takes_away(self, canvas: CanvasView, key: Qt.KeyboardModifier) -> None:
        click(canvas, header(canvas, "dense"))
        QTest.mouseClick(canvas.viewport(), LEFT, key, header(canvas, "dense_3"))
        assert canvas.chosen == ("dense", "dense_3")
        QTest.mouseClick(canvas.viewport(), LEFT, key, header(canvas, "dense"))
        assert canvas.chosen == ("dense_3",)

    def test_a_plain_click_on_one_of_several_chooses_it_alone(self, canvas: CanvasView) -> None:
        canvas.commands.select_all()
        click(canvas, header(canvas, "dense"))
        assert canvas.chosen == ("dense",)

    def test_arrows_and_tab_go_from_layer_to_layer(self, canvas: CanvasView) -> None:
        canvas.select("input")
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        assert canvas.selected == "dense"
        QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
        assert canvas.chosen == ("dense", "dense_2")
        QTest.keyClick(canvas, Qt.Key.Key_Left)
        assert canvas.chosen == ("dense",)
        assert canvas.focusNextPrevChild(True)
        assert canvas.selected == "dense_2"
        assert canvas.focusNextPrevChild(False)
        assert canvas.selected == "dense"

    def test_removed_layers_are_not_chosen_any_more(self, canvas: CanvasView, document: Document) -> None:
        canvas.commands.select_all()
        document.perform(EditName(""), lambda project: edits.remove_layer(project, "dense"))
        assert "dense" not in canvas.chosen


class TestClipboard:
    def test_copied_layers_are_text_and_come_back_behind_the_chosen_one(
        self, canvas: CanvasView, document: Document
    ) -> None:
        scene_of(canvas).selection.choose(["dense", "dense_2"])
        canvas.commands.copy()
        assert QGuiApplication.clipboard().text().startswith("{")
        canvas.commands.paste()
        assert names(document) == ["input", "dense", "dense_2", "dense_4", "dense_5", "dense_3"]
        assert canvas.chosen == ("dense_4", "dense_5")
        document.undo()
        assert names(document) == ["input", "dense", "dense_2", "dense_3"]

    def test_into_another_window(self, canvas: CanvasView, document: Document) -> None:
        canvas.select("dense_2")
        canvas.commands.copy()
        document.replace(preset("plane"), None)
        canvas.select(None)
        canvas.commands.paste()
        assert names(document) == ["input", "dense", "dense_2", "dense_4", "dense_3"]

    def test_cut_takes_them_away(self, canvas: CanvasView, document: Document) -> None:
        canvas.select("dense_2")
        canvas.commands.cut()
        assert names(document) == ["input", "dense", "dense_3"]
        canvas.select("dense")
        canvas.commands.paste()
        assert names(document) == ["input", "dense", "dense_2", "dense_3"]

    def test_what_cannot_be_cut_stays_and_the_clipboard_too(
        self, canvas: CanvasView, document: Document, wiring: Wiring
    ) -> None:
        QGuiApplication.clipboard().setText("mine")
        canvas.select("dense_3")
        canvas.commands.cut()
        assert names(document)[-1] == "dense_3"
        assert QGuiApplication.clipboard().text() == "mine"
        assert "need 1 output" in wiring.reports[0]

    def test_other_text_is_refused(self, canvas: CanvasView, document: Document, wiring: Wiring) -> None:
        start = document.project
        QGuiApplication.clipboard().setText("2 + 2")
        canvas.commands.paste()
        assert document.project is start
        assert "clipboard" in wiring.reports[0]

    def test_a_duplicate_has_the_weights(self, canvas: CanvasView, document: Document) -> None:
        document.perform(EditName(""), lambda project: edits.change_layer(project, "dense_2", {"units": 4}))
        canvas.select("dense_2")
        canvas.commands.duplicate()
        network, vector = document.project.network, document.project.parameters
        one, other = (network.view(vector, name, "kernel") for name in ("dense_2", "dense_4"))
        assert one is not None
        assert other is not None
        np.testing.assert_array_equal(one, other)

    def test_copies_go_behind_the_last_of_their_originals(self, canvas: CanvasView, document: Document) -> None:
        scene_of(canvas).selection.choose(["dense_2", "dense"])
        canvas.commands.duplicate()
        assert names(document) == ["input", "dense", "dense_2", "dense_4", "dense_5", "dense_3"]


class TestPlaces:
    def test_several_cards_are_dragged_together(self, canvas: CanvasView, document: Document) -> None:
        before = {name: card.pos() for name, card in scene_of(canvas).cards.items()}
        scene_of(canvas).selection.choose(["dense", "dense_2"])
        drag_mouse(canvas, header(canvas, "dense"), header(canvas, "dense") + QPoint(0, 50))
        after = {name: card.pos() for name, card in scene_of(canvas).cards.items()}
        moved = {name: after[name] - before[name] for name in before}
        assert moved["dense"] == moved["dense_2"]
        assert moved["dense"].y() > 20
        assert moved["input"].isNull()
        assert len(document.project.positions) == 4
        document.undo()
        assert {name: card.pos() for name, card in scene_of(canvas).cards.items()} == before

    def test_align(self, canvas: CanvasView, document: Document) -> None:
        drag_mouse(canvas, header(canvas, "dense"), header(canvas, "dense") + QPoint(0, 50))
        scene_of(canvas).selection.choose(["dense_2", "dense"])
        canvas.commands.align_row()
        positions = document.project.positions
        assert positions["dense_2"][1] == positions["dense"][1] != positions["input"][1]
        canvas.commands.align_column()
        assert document.project.positions["dense_2"][0] == positions["dense"][0]

    def test_alt_and_an_arrow_move_a_layer_along_the_chain(self, canvas: CanvasView, document: Document) -> None:
        document.perform(EditName(""), lambda project: edits.change_layer(project, "dense_2", {"units": 4}))
        canvas.select("dense")
        canvas.commands.move_on()
        assert names(document) == ["input", "dense_2", "dense", "dense_3"]
        canvas.commands.move_back()
        assert names(document) == ["input", "dense", "dense_2", "dense_3"]


def test_delete_removes_all_that_are_chosen(canvas: CanvasView, document: Document) -> None:
    scene_of(canvas).selection.choose(["dense", "dense_2"])
    canvas.commands.remove()
    assert names(document) == ["input", "dense_3"]


def test_a_new_layer_goes_behind_the_chosen_one_and_is_chosen(canvas: CanvasView, document: Document) -> None:
    canvas.select("dense")
    canvas.append_layer("Dropout")
    assert names(document) == ["input", "dense", "dropout", "dense_2", "dense_3"]
    assert canvas.chosen == ("dropout",)


def test_what_was_kept_of_trained_weights_is_told(canvas: CanvasView, document: Document) -> None:
    told = []
    canvas.structure.weights_kept.connect(told.append)
    canvas.append_layer("Dropout")
    assert told == []  # nothing is lost of weights that were only drawn
    document.perform(EditName(""), lambda project: edits.set_parameter(project, "dense", "bias", (0,), 0.7))
    canvas.select("dense")
    canvas.append_layer("Dense")
    # 2-4-2-2-1: 12 of dense, the biases of what is behind the new layer, and the output's weights.
    assert [(kept.n_kept, kept.n_all) for kept in told] == [(12 + 2 + 3, 12 + 10 + 6 + 3)]
