"""Room: a wide network in a high view gets tall, narrow cards with large pictures; others keep their usual size."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QSizeF

from nnplay.canvas.cards.card_layout import lay_out_cards
from nnplay.canvas.cards.room import lay_out_in
from nnplay.document import Document, EditName
from nnplay.engine import NetworkSpec
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.canvas.pointer import scene_of

pytestmark = pytest.mark.usefixtures("qapp")  # cards ask for fonts

CNN = preset("mnist-cnn").network
VIEW = QSizeF(600, 620)  # the canvas of a window of 1280 x 800


def zoom(layouts) -> float:
    across = VIEW.width() / (sum(card.width + 32 for card in layouts.values()) - 32)
    return min(across, VIEW.height() / next(iter(layouts.values())).rect.height())


def test_a_wide_network_uses_the_height() -> None:
    usual, roomy = lay_out_cards(CNN, ()), lay_out_in(CNN, (), VIEW)
    assert zoom(roomy) > zoom(usual)
    assert zoom(roomy) * roomy["input"].rect.height() > 0.9 * VIEW.height()
    for name in ("input", "conv2d", "conv2d_2"):
        assert zoom(roomy) * roomy[name].tile_side > 1.4 * zoom(usual) * usual[name].tile_side


@pytest.mark.parametrize("network", [CNN, preset("mnist-mlp").network, preset("spiral").network])
@pytest.mark.parametrize("view", [VIEW, QSizeF(300, 900), QSizeF(1500, 200), QSizeF(20, 20)])
@pytest.mark.parametrize("n_rows", [1, 2])
def test_units_stay_on_their_cards(network: NetworkSpec, view: QSizeF, n_rows: int) -> None:
    for card in lay_out_in(network, (), view, n_rows).values():
        body = card.rect.adjusted(0, card.header.height(), 0, 0)
        body.setBottom(card.control(0).top())
        units = [card.unit_rect(index) for index in range(card.n_shown)]
        assert all(body.contains(unit) for unit in units)
        assert not any(unit.adjusted(0.1, 0.1, -0.1, -0.1).intersects(next_) for unit, next_ in pairwise(units))


def test_where_there_is_room_enough_nothing_changes() -> None:
    network = preset("circle").network
    assert lay_out_in(network, (), QSizeF(1200, 600)) == lay_out_cards(network, ())


def test_the_canvas_follows_its_size_and_cards_put_below_each_other(canvas, document: Document) -> None:
    canvas.resize(360, 700)
    scene = scene_of(canvas)
    tall = scene.layouts["dense"].rect.height()
    canvas.resize(900, 700)
    usual = scene.layouts["dense"].rect.height()
    assert tall > usual
    canvas.resize(360, 700)
    places = {name: (100.0 * number, 300.0 * (number % 2)) for number, name in enumerate(scene.cards)}
    document.perform(EditName(""), lambda project: edits.move_layers(project, places))
    assert scene.layouts["dense"].rect.height() == usual
    document.undo()
    assert scene.layouts["dense"].rect.height() == tall
