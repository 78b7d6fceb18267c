"""Card layout: what is on a card lies inside it, apart from each other, and level with its neighbours."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QGuiApplication

from nnplay.appearance import metrics
from nnplay.canvas.cards import faces
from nnplay.canvas.cards.card_layout import Body, CardLayout, is_pass_through, lay_out_cards, shape_text
from nnplay.canvas.style import style
from nnplay.data import FEATURES
from nnplay.engine import Activation, Dense, Dropout, Flatten, Input, NetworkSpec
from nnplay.project.presets import preset

POINTS = NetworkSpec.chain(
    Input((7,)), Dense(8, "tanh"), Activation("relu"), Dropout(0.5), Dense(12, "tanh"), Dense(40, "tanh"), Dense(1)
)
DIGITS = NetworkSpec.chain(Input((28, 28, 1)), Flatten(), Dense(128, "relu"), Dropout(0.5), Dense(10, "softmax"))
LABELS = tuple(feature.label for feature in FEATURES.values())

EVERY = [(network, node.name) for network in (POINTS, DIGITS) for node in network.nodes]
IDS = [f"{name} of {network.input.layer.shape}" for network, name in EVERY]


def layouts_of(network: NetworkSpec) -> dict[str, CardLayout]:
    return lay_out_cards(network, LABELS if network is POINTS else ())


@pytest.mark.parametrize(("network", "name"), EVERY, ids=IDS)
def test_units_lie_in_the_card_between_header_and_controls(
    qapp: QGuiApplication, network: NetworkSpec, name: str
) -> None:
    layout = layouts_of(network)[name]
    room = QRectF(layout.rect.left(), layout.header.bottom(), layout.width, layout.control(0).top())
    room.setBottom(layout.control(0).top())
    units = [layout.unit_rect(index) for index in range(layout.n_shown)]
    assert all(room.contains(unit) for unit in units)
    assert not any(one.intersects(two) for k, one in enumerate(units) for two in units[k + 1 :])


@pytest.mark.parametrize(("network", "name"), EVERY, ids=IDS)
def test_controls_and_caption_lie_in_the_card_below_each_other(
    qapp: QGuiApplication, network: NetworkSpec, name: str
) -> None:
    layout = layouts_of(network)[name]
    rows = [layout.header, layout.control(0), layout.control(1), layout.caption]
    assert all(layout.rect.contains(row) for row in rows)
    assert all(upper.bottom() <= lower.top() for upper, lower in pairwise(rows))


@pytest.mark.parametrize("network", [POINTS, DIGITS])
def test_all_cards_are_equally_high(qapp: QGuiApplication, network: NetworkSpec) -> None:
    assert len({layout.rect.height() for layout in layouts_of(network).values()}) == 1


def test_ports_are_the_middles_of_the_tiles(qapp: QGuiApplication) -> None:
    layout = layouts_of(POINTS)["dense"]
    assert list(layout.port_heights()) == [layout.unit_rect(index).center().y() for index in range(8)]


def test_a_dot_is_level_with_the_neuron_that_feeds_it(qapp: QGuiApplication) -> None:
    layouts = layouts_of(POINTS)
    assert list(layouts["activation"].port_heights()) == list(layouts["dropout"].port_heights())


@pytest.mark.parametrize(
    ("network", "name", "body"),
    [
        (POINTS, "dense", Body.TILES),
        (POINTS, "activation", Body.TILES),
        (POINTS, "dropout", Body.DOTS),
        (POINTS, "dense_2", Body.TILES),
        (POINTS, "dense_3", Body.SAMPLES),
        (DIGITS, "input", Body.EXAMPLES),
        (DIGITS, "flatten", Body.BLANK),
        (DIGITS, "dense", Body.SAMPLES),
    ],
)
def test_what_stands_for_the_units(qapp: QGuiApplication, network: NetworkSpec, name: str, body: Body) -> None:
    assert layouts_of(network)[name].body is body


def test_a_large_layer_shows_a_few_of_its_units(qapp: QGuiApplication) -> None:
    layout = lay_out_cards(NetworkSpec.chain(Input((2,)), Dense(60_000), Dense(1)), ())["dense"]
    assert layout.n_shown == 15


def test_labels_have_room_beside_their_tiles(qapp: QGuiApplication) -> None:
    layout = layouts_of(POINTS)["input"]
    assert layout.labels == LABELS
    assert layout.unit_rect(0).left() - layout.rect.left() > 40


def test_a_long_name_does_not_widen_the_card_without_end(qapp: QGuiApplication) -> None:
    network = NetworkSpec.chain(Input((2,)), Dense(1), names=("input", "n" * 60))
    assert lay_out_cards(network, ())["n" * 60].width < 200


@pytest.mark.parametrize(("shape", "text"), [((4,), "4"), ((28, 28, 1), "28×28"), ((8, 8, 3), "8×8×3")])
def test_shapes_as_people_write_them(shape: tuple[int, ...], text: str) -> None:
    assert shape_text(shape) == text


@pytest.mark.parametrize("scale", metrics.TEXT_SCALES)
@pytest.mark.parametrize("name", ["circle", "mnist-cnn", "mnist-mlp"])
def test_texts_fit_their_cards_at_every_size_of_text(qapp, name, scale):
    metrics.set_text_scale(scale)
    try:
        network = preset(name).network
        for card_name, card in lay_out_cards(network, ("X₁", "X₂") if name == "circle" else ()).items():
            look, node = style(), network.node(card_name)
            kind_line = f"{faces.title(node.layer.kind)} · {shape_text(network.shapes[card_name])}"
            if not is_pass_through(network, node):
                assert look.caption_width(kind_line) <= card.width
            assert QFontMetricsF(look.control_font).height() <= card.control(0).height()
            assert card.control(0).bottom() <= card.control(1).top()
            assert card.control(1).bottom() <= card.caption.top()
            assert card.caption.bottom() <= card.rect.bottom()
            if card.body is not Body.BLANK:
                assert card.header.bottom() <= card.unit_rect(0).top()
            assert QFontMetricsF(look.caption_font).height() <= card.caption.height()
    finally:
        metrics.set_text_scale(1.0)
