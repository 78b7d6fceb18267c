"""NeighboursView: the nearest examples by the distance of all pixels, with their class; words where there are none."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from nnplay.data import DIGITS, DigitsChoice, load
from nnplay.panels.try_it.drawing.neighbours import N_SHOWN, NeighboursView, nearest
from nnplay.panels.try_it.drawing.reader import Reader
from nnplay.project.presets import preset
from nnplay.project.starter import starter
from tests.panels.fakes import FakeController

DATASET = load(DigitsChoice(120), 1, 1)


@pytest.fixture
def controller(qapp):
    controller = FakeController()
    controller.show(preset("mnist-mlp"), dataset=DATASET)
    return controller


@pytest.fixture
def view(qtbot, controller):
    view = NeighboursView(controller)
    qtbot.addWidget(view)
    return view


@pytest.fixture
def reading(controller):
    project = starter()
    return Reader().read(project.network, project.parameters, DATASET.train.x[17, ..., 0])


def test_nearest_by_all_pixels(reading):
    x = DATASET.train.inputs().astype(float)
    distances = ((x - reading.x) ** 2).sum(axis=(1, 2, 3))
    rows = nearest(reading.x, DATASET.train, 6)
    assert rows[0] == 17
    np.testing.assert_array_equal(rows, np.argsort(distances, kind="stable")[:6])


def test_the_view_shows_them_with_their_class(view, reading):
    view.show_reading(reading, DIGITS)
    rows = nearest(reading.x, DATASET.train, N_SHOWN)
    for picture, row in zip(view._pictures, rows, strict=True):
        np.testing.assert_array_equal(picture.grey, DATASET.train.x[row, ..., 0])
        assert picture._caption == DIGITS[DATASET.train.y[row]]


def test_without_a_reading_the_frames_are_empty(view, reading):
    view.show_reading(reading, DIGITS)
    view.show_reading(None, DIGITS)
    assert all(picture.grey is None for picture in view._pictures)


def test_data_without_pictures_are_told(view, reading, controller):
    controller.show(preset("circle"))
    view.show_reading(reading, DIGITS)
    assert all(picture.grey is None for picture in view._pictures)
    assert any("no pictures" in label.text() for label in view.findChildren(QLabel))
