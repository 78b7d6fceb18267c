"""All settings of every kind of layer, made from the engine's descriptions; what cannot be is said in place."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit

from nnplay.canvas import CanvasView
from nnplay.canvas.cards import faces
from nnplay.canvas.settings import words
from nnplay.canvas.settings.field_text import typed_value, value_text
from nnplay.canvas.settings.layer_settings import LayerSettings
from nnplay.document import Document, EditName
from nnplay.engine import LAYER_TYPES, Conv2D, Dropout, SettingError, Skipped
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.canvas.pointer import header, scene_of


def settings_of(canvas: CanvasView) -> LayerSettings:
    settings = canvas.viewport().findChild(LayerSettings)
    assert settings is not None
    return settings


def type_into(field: object, text: str) -> None:
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def open_settings(canvas: CanvasView, name: str) -> LayerSettings:
    canvas.select(name)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    settings = settings_of(canvas)
    assert settings.isVisible()
    assert settings.layer == name
    return settings


@pytest.mark.parametrize("kind", [kind for kind in LAYER_TYPES if kind != "Input"])
def test_every_setting_of_every_layer_has_a_word(kind: str) -> None:
    for each in fields(LAYER_TYPES[kind]):
        assert words.label(each.name) != each.name, each.name
        assert words.explanation(each.name)


@pytest.mark.parametrize("kind", ["Dense", "Dropout", "BatchNormalization", "LayerNormalization", "GaussianNoise"])
def test_each_kind_has_a_field_for_each_setting(canvas: CanvasView, document: Document, kind: str) -> None:
    layer = faces.new_layer(kind, document.project.network)
    document.perform(EditName(""), lambda project: edits.insert_layer(project, layer, after="dense"))
    (name,) = set(document.project.network.shapes) - {"input", "dense", "dense_2", "dense_3"}
    settings = open_settings(canvas, name)
    for each in fields(layer):
        field = settings.field(each.name)
        if isinstance(field, QLineEdit):
            assert field.text() == value_text(getattr(layer, each.name))
        elif isinstance(field, QCheckBox):
            assert field.isChecked() is getattr(layer, each.name)
        else:
            assert isinstance(field, QComboBox)
            assert field.currentText() == str(getattr(layer, each.name))


def test_a_typed_number_changes_the_layer_as_one_step(canvas: CanvasView, document: Document) -> None:
    start = document.project
    type_into(open_settings(canvas, "dense").field("units"), "7")
    assert document.project.network.shapes["dense"] == (7,)
    document.undo()
    assert document.project is start
    field = settings_of(canvas).field("units")
    assert isinstance(field, QLineEdit)
    assert field.text() == "4"


def test_shapes_and_weights_are_live(canvas: CanvasView) -> None:
    settings = open_settings(canvas, "dense")
    type_into(settings.field("units"), "5")
    texts = [label.text() for label in settings.findChildren(QLabel)]
    assert "2 → 5 · 15 weights" in texts


def test_what_the_network_cannot_have_is_said_and_changes_nothing(canvas: CanvasView, document: Document) -> None:
    settings = open_settings(canvas, "dense_3")
    start = document.project
    type_into(settings.field("units"), "2")
    assert document.project is start
    shown = [label.text() for label in settings.findChildren(QLabel) if label.isVisible()]
    assert any("The data need" in text for text in shown)
    assert settings.field("units").property("valid") == "false"


@pytest.mark.parametrize("text", ["many", "2.5", "1 2"])
def test_what_is_no_number_is_said(canvas: CanvasView, document: Document, text: str) -> None:
    settings = open_settings(canvas, "dense")
    start = document.project
    type_into(settings.field("units"), text)
    assert document.project is start
    assert settings.field("units").property("valid") == "false"


def test_a_choice_and_a_check_box(canvas: CanvasView, document: Document) -> None:
    settings = open_settings(canvas, "dense")
    activation, bias = settings.field("activation"), settings.field("use_bias")
    assert isinstance(activation, QComboBox)
    assert isinstance(bias, QCheckBox)
    activation.textActivated.emit("relu")
    bias.click()
    layer = document.project.network.node("dense").layer
    assert (layer.activation, layer.use_bias) == ("relu", False)


def test_the_name(canvas: CanvasView, document: Document) -> None:
    settings = open_settings(canvas, "dense")
    type_into(settings.name_field, "first")
    assert "first" in document.project.network.shapes
    assert settings.layer == "first"
    assert canvas.selected is None or "first" in scene_of(canvas).cards
    type_into(settings.name_field, "dense_2")
    assert settings.layer == "first"
    assert settings.name_field.text() == "first"


def test_a_convolution(canvas: CanvasView, document: Document) -> None:
    document.replace(preset("mnist-mlp"), None)
    canvas.structure.apply_template("small-cnn")
    settings = open_settings(canvas, "conv2d")
    type_into(settings.field("kernel_size"), "5 x 3")
    type_into(settings.field("strides"), "2")
    layer = document.project.network.node("conv2d").layer
    assert isinstance(layer, Conv2D)
    assert (layer.kernel_size, layer.strides) == ((5, 3), (2, 2))
    assert document.project.network.shapes["conv2d"] == (14, 14, 8)


def test_escape_closes_and_the_canvas_has_the_keys_again(canvas: CanvasView) -> None:
    settings = open_settings(canvas, "dense")
    QTest.keyClick(settings.name_field, Qt.Key.Key_Escape)
    assert not settings.isVisible()


def test_a_layer_that_goes_takes_its_settings_along(canvas: CanvasView, document: Document) -> None:
    settings = open_settings(canvas, "dense")
    document.perform(EditName(""), lambda project: edits.remove_layer(project, "dense"))
    assert not settings.isVisible()


def test_the_input_has_none(canvas: CanvasView) -> None:
    canvas.select("input")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.viewport().findChild(LayerSettings) is None


@pytest.mark.parametrize(
    ("text", "hint", "value"),
    [
        ("3", int, 3),
        ("1/4", float, 0.25),
        ("0,5", float, 0.5),
        ("", float | None, None),
        ("3", int | tuple[int, int], 3),
        ("3 × 5", int | tuple[int, int], (3, 5)),
        ("(3, 5)", int | tuple[int, int], (3, 5)),
        ("", int | tuple[int, int] | None, None),
        ("28, 28, 1", tuple[int, ...], (28, 28, 1)),
        ("−1", tuple[int, ...], (-1,)),
    ],
)
def test_what_a_person_types(text: str, hint: object, value: object) -> None:
    assert typed_value(text, hint) == value


@pytest.mark.parametrize(("text", "hint"), [("a", int), ("1.5", int), ("1 2", int), ("", int), ("", float)])
def test_what_is_none(text: str, hint: object) -> None:
    with pytest.raises(SettingError):
        typed_value(text, hint)


def test_clicking_elsewhere_closes(canvas: CanvasView) -> None:
    settings = open_settings(canvas, "dense")
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=header(canvas, "input"))
    canvas.setFocus()
    assert not settings.isVisible()


def test_dropouts_rate(canvas: CanvasView, document: Document) -> None:
    document.perform(EditName(""), lambda project: edits.insert_layer(project, Dropout(0.5), after="dense"))
    type_into(open_settings(canvas, "dropout").field("rate"), "1/4")
    assert document.project.network.node("dropout").layer == Dropout(0.25)


def test_a_layer_is_skipped_and_used_again(canvas: CanvasView, document: Document) -> None:
    document.perform(EditName(""), lambda project: edits.insert_layer(project, Dropout(0.5), after="dense"))
    before = document.project
    settings = open_settings(canvas, "dropout")
    skip = next(box for box in settings.findChildren(QCheckBox) if box.text() == "Skip")
    skip.click()
    assert isinstance(document.project.network.node("dropout").layer, Skipped)
    assert scene_of(canvas).cards["dropout"].opacity() < 1
    next(box for box in settings.findChildren(QCheckBox) if box.text() == "Skip" and box.isVisible()).click()
    assert document.project.network == before.network
    assert scene_of(canvas).cards["dropout"].opacity() == 1


def test_what_cannot_be_skipped_says_why(canvas: CanvasView, document: Document) -> None:
    start = document.project
    settings = open_settings(canvas, "dense")
    skip = next(box for box in settings.findChildren(QCheckBox) if box.text() == "Skip")
    skip.click()
    assert document.project is start
    assert not skip.isChecked()
    shown = [label.text() for label in settings.findChildren(QLabel) if label.isVisible()]
    assert any("cannot be skipped" in text for text in shown)
