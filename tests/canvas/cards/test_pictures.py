"""Pictures: each neuron's output over the plane in the value colours, or its weights as an image."""

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage

from nnplay.appearance.values import value_color
from nnplay.canvas.cards.card_layout import lay_out_cards
from nnplay.canvas.cards.pictures import PLANE_SIDE, Pictures
from nnplay.data import Dataset, Task, load
from nnplay.engine import (
    Conv2D,
    Dense,
    Dropout,
    Examples,
    Flatten,
    Input,
    MaxPooling2D,
    Network,
    NetworkSpec,
    Part,
)
from nnplay.project.presets import preset


def color(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


@pytest.fixture
def plane_network() -> Network:
    network = Network(NetworkSpec.chain(Input((2,)), Dense(2, "tanh"), Dense(1, "linear")))
    network.view("dense", "kernel")[...] = [[5.0, 0.0], [0.0, -5.0]]
    network.view("dense_2", "kernel")[...] = [[2.0], [0.0]]
    return network


def pictures_of(network: Network, node: str) -> QImage:
    layouts = lay_out_cards(network.spec, ("X₁", "X₂"))
    pictures = Pictures(network.spec, ("x1", "x2"))
    pictures.set_parameters(network.parameters, ())
    atlas = pictures.atlases(layouts).get(node)
    assert atlas is not None
    return atlas


def test_inputs_show_themselves_on_their_own_scale(qapp: QGuiApplication, plane_network: Network) -> None:
    atlas = pictures_of(plane_network, "input")
    assert (atlas.width(), atlas.height()) == (PLANE_SIDE, 2 * PLANE_SIDE)
    last = PLANE_SIDE - 1
    assert color(atlas, 0, 5) == value_color(-1).name()
    assert color(atlas, last, 5) == value_color(1).name()
    # x2 grows upwards.
    assert color(atlas, 5, PLANE_SIDE) == value_color(1).name()
    assert color(atlas, 5, PLANE_SIDE + last) == value_color(-1).name()


def test_neurons_show_what_they_answer(qapp: QGuiApplication, plane_network: Network) -> None:
    atlas = pictures_of(plane_network, "dense")
    last = PLANE_SIDE - 1
    assert color(atlas, last, 5) == value_color(np.tanh(30.0)).name()
    assert color(atlas, 5, PLANE_SIDE) == value_color(-np.tanh(30.0)).name()


def test_beyond_one_the_scale_grows_below_it_stays(qapp: QGuiApplication, plane_network: Network) -> None:
    assert color(pictures_of(plane_network, "dense_2"), PLANE_SIDE - 1, 5) == value_color(1).name()
    plane_network.view("dense_2", "kernel")[...] = [[0.25], [0.0]]
    assert color(pictures_of(plane_network, "dense_2"), PLANE_SIDE - 1, 5) == value_color(0.25).name()


@pytest.fixture
def digit_network() -> Network:
    spec = NetworkSpec.chain(Input((4, 4, 1)), Flatten(), Dropout(0.1), Dense(20, "relu"), Dense(3, "softmax"))
    network = Network(spec)
    network.view("dense", "kernel")[6, 2] = -0.5
    network.view("dense", "kernel")[9, 2] = 0.25
    return network


def test_neurons_behind_pictures_show_their_weights_as_pictures(qapp: QGuiApplication, digit_network: Network) -> None:
    layouts = lay_out_cards(digit_network.spec, ())
    pictures = Pictures(digit_network.spec, ())
    pictures.set_parameters(digit_network.parameters, ())
    atlas = pictures.atlases(layouts).get("dense")
    assert atlas is not None
    assert (atlas.width(), atlas.height()) == (4, 4 * 15)
    # Weight 6 is pixel (row 1, column 2) of the third unit; -0.5 is that unit's largest.
    assert color(atlas, 2, 2 * 4 + 1) == value_color(-1).name()
    assert color(atlas, 1, 2 * 4 + 2) == value_color(0.5).name()
    assert color(atlas, 0, 0) == value_color(0).name()
    assert pictures.atlases(layouts).get("dense_2") is None
    assert pictures.atlases(layouts).get("flatten") is None


def test_the_input_shows_examples_once_there_are_some(qapp: QGuiApplication, digit_network: Network) -> None:
    layouts = lay_out_cards(digit_network.spec, ())
    pictures = Pictures(digit_network.spec, ())
    assert pictures.atlases(layouts).get("input") is None
    x = np.zeros((20, 4, 4, 1), np.uint8)
    x[1, 0, 3] = 255
    examples = Examples(x, np.zeros(20, np.int64), 1 / 255)
    pictures.set_dataset(Dataset("tiny", Task.MULTICLASS, examples, examples, (4, 4, 1), ("0", "1", "2")))
    atlas = pictures.atlases(layouts).get("input")
    assert atlas is not None
    assert color(atlas, 3, 4) == value_color(1).name()
    assert color(atlas, 0, 0) == value_color(0).name()


def test_of_a_few_numbers_each_neuron_shows_its_value(qapp: QGuiApplication) -> None:
    # The articles' forward pass by hand: i = 2 + 3, j = -2 + 3, k = 2 i - j.
    project = preset("forward-by-hand")
    pictures = Pictures(project.network, ())
    pictures.set_parameters(project.parameters, ())
    assert pictures.outputs() == {}
    dataset = load(project.data, 1, 1)
    pictures.set_dataset(dataset)
    values = [outputs.tolist() for outputs in pictures.outputs().values()]
    assert dataset.train.x[0].tolist() == [2, 3]
    assert values == [[2, 3], [5, 1], [9]]
    hidden = project.network.nodes[1].name
    pictures.set_parameters(project.parameters, (Part(hidden, unit=1),))
    assert pictures.outputs()[project.network.output.name].tolist() == [10]


@pytest.fixture
def convolution() -> tuple[Network, Dataset]:
    """A filter that shifts the picture one pixel to the left, and one that turns its sign; one white pixel in it."""
    spec = NetworkSpec.chain(
        Input((6, 6, 1)), Conv2D(2, (3, 3), activation="linear"), MaxPooling2D((2, 2)), Flatten(), Dense(2, "softmax")
    )
    network = Network(spec)
    network.view("conv2d", "kernel")[1, 2, 0, 0] = 1
    network.view("conv2d", "kernel")[1, 1, 0, 1] = -0.5
    x = np.zeros((3, 6, 6, 1), np.uint8)
    x[0, 2, 3] = 255
    examples = Examples(x, np.zeros(3, np.int64), 1 / 255)
    return network, Dataset("tiny", Task.MULTICLASS, examples, examples, (6, 6, 1), ("0", "1"))


def test_convolutions_show_their_maps_of_the_first_example(
    qapp: QGuiApplication, convolution: tuple[Network, Dataset]
) -> None:
    network, dataset = convolution
    layouts = lay_out_cards(network.spec, ())
    pictures = Pictures(network.spec, ())
    pictures.set_parameters(network.parameters, ())
    pictures.set_dataset(dataset)
    maps = pictures.atlases(layouts).get("conv2d")
    pooled = pictures.atlases(layouts).get("max_pooling2d")
    assert maps is not None
    assert pooled is not None
    assert (maps.width(), maps.height(), pooled.width(), pooled.height()) == (4, 8, 2, 4)
    # The pixel (2, 3) of the picture is (1, 2) of what a 3 x 3 window leaves, and one further left where it shifts.
    assert color(maps, 1, 1) == value_color(1).name()
    assert color(maps, 2, 1) == value_color(0).name()
    assert color(maps, 2, 4 + 1) == value_color(-0.5).name()
    assert color(pooled, 0, 0) == value_color(1).name()
    assert pictures.atlases(layouts).get("dense") is None


def test_filters_instead_of_maps(qapp: QGuiApplication, convolution: tuple[Network, Dataset]) -> None:
    network, dataset = convolution
    layouts = lay_out_cards(network.spec, ())
    pictures = Pictures(network.spec, ())
    pictures.set_parameters(network.parameters, ())
    pictures.set_dataset(dataset)
    pictures.set_shows_maps(False)
    filters = pictures.atlases(layouts).get("conv2d")
    assert filters is not None
    assert (filters.width(), filters.height()) == (3, 6)
    assert color(filters, 2, 1) == value_color(1).name()
    assert color(filters, 1, 3 + 1) == value_color(-1).name()
    pooled = pictures.atlases(layouts).get("max_pooling2d")
    assert pooled is not None
    assert pooled.width() == 2
