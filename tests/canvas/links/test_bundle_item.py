"""BundleItem: one item for all weights, painted inside its rectangle, and only when it looks different."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem

from nnplay.canvas.cards.card_layout import lay_out_cards
from nnplay.canvas.links.bundle_item import BundleItem
from nnplay.canvas.links.curves import Curves
from nnplay.canvas.links.links import Links
from nnplay.canvas.links.ribbon_item import RibbonItem
from nnplay.engine import Dense, Input, NetworkSpec, initial_parameters

N_IN, N_OUT = 3, 4
STRONG = np.full((N_IN, N_OUT), 2.0, np.float32)


def bundle_of(weights: np.ndarray) -> BundleItem:
    bundle = BundleItem("b")
    ports = [np.arange(n) * 44.0 for n in weights.shape]
    bundle.set_curves(Curves(0.0, ports[0], 100.0, ports[1], 20.0))
    bundle.set_weights(weights, 1.0)
    return bundle


def painted(item: QGraphicsItem) -> tuple[QImage, QRectF]:
    """The item on a transparent picture that reaches 20 px beyond its rectangle, without the scene's clipping."""
    room = item.boundingRect().adjusted(-20, -20, 20, 20)
    image = QImage(room.size().toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-room.topLeft())
    item.paint(painter, QStyleOptionGraphicsItem(), None)
    painter.end()
    return image, item.boundingRect().translated(-room.topLeft())


def pixels(image: QImage) -> Iterator[tuple[int, int, QColor]]:
    for y in range(image.height()):
        for x in range(image.width()):
            yield x, y, image.pixelColor(x, y)


@pytest.mark.parametrize("sign", [1, -1])
def test_nothing_is_painted_outside_the_bounding_rectangle(qapp: QGuiApplication, sign: int) -> None:
    bundle = bundle_of(sign * STRONG)
    bundle._hovered = (0, 0)  # the halo is the widest of all
    image, rect = painted(bundle)
    outer = rect.toAlignedRect()
    inside = [(x, y) for x, y, color in pixels(image) if color.alpha()]
    assert inside
    assert all(outer.contains(x, y) for x, y in inside)


def test_the_bounding_rectangle_has_room_for_half_the_widest_pen(qapp: QGuiApplication) -> None:
    bundle = bundle_of(STRONG)
    curves = bundle_curves = QRectF(0, 0, 100, 3 * 44.0)
    assert bundle.boundingRect().contains(bundle_curves.adjusted(-5, -5, 5, 5))
    assert curves.height() < bundle.boundingRect().height()


def test_negative_weights_are_dashed(qapp: QGuiApplication) -> None:
    def n_painted(weight: float) -> int:
        image, _ = painted(bundle_of(np.array([[weight]], np.float32)))
        return sum(color.alpha() > 128 for _, _, color in pixels(image))

    # Dashes of 7 px with gaps of 4 leave about 64 % of the line.
    assert n_painted(-1.0) / n_painted(1.0) == pytest.approx(7 / 11, abs=0.08)


def test_the_sign_is_also_a_colour_and_strength_a_width(qapp: QGuiApplication) -> None:
    def column(weight: float) -> list[QColor]:
        image, _ = painted(bundle_of(np.array([[weight], [1.0]], np.float32)))
        # The first curve where it has just begun.
        return [color for x, y, color in pixels(image) if x == 30 and y < 40 and color.alpha() > 128]

    strong, weak = column(1.0), column(0.15)
    assert len(strong) > 2 * len(weak) > 0
    assert strong[2].blue() > strong[2].red()
    negative = column(-1.0)
    assert negative[2].red() > negative[2].blue()


def test_only_a_different_look_is_painted_anew(qapp: QGuiApplication) -> None:
    weights = np.array([[0.9, -0.4]], np.float32)
    bundle = bundle_of(weights)
    assert not bundle.set_weights(weights + 0.001, 1.0)
    assert bundle.set_weights(-weights, 1.0)


@pytest.mark.parametrize("units", [2, 8, 12])
def test_the_number_of_items_does_not_depend_on_the_number_of_weights(qapp: QGuiApplication, units: int) -> None:
    scene, links = links_of(NetworkSpec.chain(Input((2,)), Dense(units), Dense(units), Dense(1)))
    assert len(scene.items()) == 3 + 1  # and one for all links as they are seen from afar
    assert all(isinstance(item, BundleItem) for item in links.items.values())


@pytest.mark.parametrize(
    "network",
    [
        NetworkSpec.chain(Input((784,)), Dense(10)),
        NetworkSpec.chain(Input((2,)), Dense(500), Dense(500), Dense(1)),
    ],
)
def test_many_weights_are_one_ribbon(qapp: QGuiApplication, network: NetworkSpec) -> None:
    scene, links = links_of(network)
    assert len(scene.items()) == len(network.nodes) - 1 + 1
    assert all(isinstance(item, RibbonItem) for item in links.items.values())
    for item in links.items.values():
        image, rect = painted(item)
        outer = rect.toAlignedRect()
        assert all(outer.contains(x, y) for x, y, color in pixels(image) if color.alpha())


def links_of(network: NetworkSpec) -> tuple[QGraphicsScene, Links]:
    scene = QGraphicsScene()
    links = Links(scene)
    layouts = lay_out_cards(network, ())
    links.show_network(network, layouts)
    links.place({name: QRectF(200.0 * k, 0, 0, 0).topLeft() for k, name in enumerate(layouts)})
    links.set_parameters(network, initial_parameters(network, np.random.default_rng(0)))
    return scene, links


def test_while_training_bundles_take_turns_and_none_is_forgotten(qapp: QGuiApplication) -> None:
    network = NetworkSpec.chain(Input((8,)), Dense(8), Dense(8), Dense(8))
    scene, links = links_of(network)
    painted_at: dict[object, int] = {}
    for turn in range(3):
        rng = np.random.default_rng(turn + 1)
        parameters = rng.normal(size=network.n_parameters).astype(np.float32)
        before = {link: item._numbers for link, item in links.items.items()}
        links.set_parameters(network, parameters, most_lines=64)
        changed = [link for link, item in links.items.items() if item._numbers is not before[link]]
        assert len(changed) == 1
        painted_at[changed[0]] = turn
    assert len(painted_at) == 3
    assert scene.items()
