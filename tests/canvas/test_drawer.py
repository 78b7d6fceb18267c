"""The drawer: every layer in a group, found by typing, dragged or chosen; and whole networks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnplay.canvas import LayerPalette
from nnplay.canvas.cards import faces
from nnplay.canvas.palette.groups import groups, shape_rule
from nnplay.engine import Dense, Input, NetworkSpec
from nnplay.project.templates import TEMPLATES


@pytest.fixture
def palette(qtbot: QtBot) -> Iterator[LayerPalette]:
    window = QWidget()
    qtbot.addWidget(window)
    palette = LayerPalette()
    column = QVBoxLayout(window)
    column.addWidget(palette)
    column.addStretch(1)
    window.resize(700, 600)
    with qtbot.waitExposed(window):
        window.show()
    palette.show_for(NetworkSpec.chain(Input((2,)), Dense(1)))
    yield palette
    palette.drawer.hide()  # a popup that stays open takes the pointer from every other window


def shown(palette: LayerPalette) -> list[str]:
    return [row.key for row in palette.drawer.rows if not row.isHidden()]


def test_every_layer_is_in_one_group_and_has_a_shape_rule() -> None:
    kinds = [kind for _, group in groups() for kind in group]
    assert sorted(kinds) == sorted(faces.kinds())
    assert all(shape_rule(kind) for kind in kinds)


def test_it_has_every_layer_and_every_template(palette: LayerPalette) -> None:
    palette.open_drawer()
    assert palette.drawer.isVisible()
    assert set(shown(palette)) == {*faces.kinds(), *TEMPLATES}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dropout", {"Dropout", "mnist-mlp"}),
        ("MAX pool", {"MaxPooling2D"}),
        ("residual", {"residual-mlp", "Add"}),
        ("skip", {"Add", "Concatenate"}),
        ("regular", {"Dropout", "GaussianNoise"}),
        ("卷积", {"Conv2D", "small-cnn"}),
        ("zzz", set()),
    ],
)
def test_typing_searches(palette: LayerPalette, typed: str, found: set[str]) -> None:
    palette.open_drawer()
    palette.drawer.search.setText(typed)  # QTest types only ASCII
    assert set(shown(palette)) == found


def test_add_lists_add_first(palette: LayerPalette) -> None:
    palette.open_drawer()
    QTest.keyClicks(palette.drawer.search, "add")
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    tops = {row.key: row.mapTo(palette.drawer, QPoint()).y() for row in palette.drawer.rows if row.isVisible()}
    assert min(tops, key=tops.__getitem__) == "Add"


def test_without_a_word_the_groups_are_back(palette: LayerPalette) -> None:
    palette.open_drawer()
    before = [row.mapTo(palette.drawer, QPoint()).y() for row in palette.drawer.rows]
    QTest.keyClicks(palette.drawer.search, "add")
    palette.drawer.search.clear()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert [row.mapTo(palette.drawer, QPoint()).y() for row in palette.drawer.rows] == before


def test_enter_takes_the_first_one_found(palette: LayerPalette, qtbot: QtBot) -> None:
    palette.open_drawer()
    QTest.keyClicks(palette.drawer.search, "batch")
    with qtbot.waitSignal(palette.layer_activated) as asked:
        QTest.keyClick(palette.drawer.search, Qt.Key.Key_Return)
    assert asked.args == ["BatchNormalization"]
    assert not palette.drawer.isVisible()


def test_arrows_go_down_the_list(palette: LayerPalette, qtbot: QtBot) -> None:
    palette.open_drawer()
    QTest.keyClicks(palette.drawer.search, "pooling")
    QTest.keyClick(palette.drawer.search, Qt.Key.Key_Down)
    row = next(row for row in palette.drawer.rows if row.key == shown(palette)[0])
    assert row.hasFocus()
    QTest.keyClick(row, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.layer_activated) as asked:
        QTest.keyClick(next(row for row in palette.drawer.rows if row.hasFocus()), Qt.Key.Key_Return)
    assert asked.args == [shown(palette)[1]]


def test_a_template_is_asked_for_by_a_double_click(palette: LayerPalette, qtbot: QtBot) -> None:
    palette.open_drawer()
    row = next(row for row in palette.drawer.rows if row.key == "perceptron")
    with qtbot.waitSignal(palette.template_chosen) as asked:
        QTest.mouseDClick(row, Qt.MouseButton.LeftButton)
    assert asked.args == ["perceptron"]
    QTest.mouseRelease(palette, Qt.MouseButton.LeftButton)  # the drawer has closed under the second press


def test_escape_closes(palette: LayerPalette) -> None:
    palette.open_drawer()
    QTest.keyClick(palette.drawer.search, Qt.Key.Key_Escape)
    assert not palette.drawer.isVisible()


@pytest.mark.parametrize("width", [300, 460, 660, 1400])
def test_the_strip_shows_whole_chips_and_the_button_for_all(palette: LayerPalette, width: int) -> None:
    palette.resize(width, palette.height())
    chips = [chip for chip in palette.chips.values() if not chip.isHidden()]
    assert chips
    assert all(chip.geometry().right() < palette.all_button.geometry().left() for chip in chips)
    assert palette.all_button.geometry().right() < width
