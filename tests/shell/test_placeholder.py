"""A model with a layer that nnplay does not have, in the window."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from nnplay.engine import Dense, Input, NetworkSpec, Placeholder, initial_parameters
from nnplay.exchange.model import Model, with_model
from nnplay.project.presets import preset
from nnplay.project.storage.file import open_project, save
from nnplay.shell.images.rest import Rest
from tests.canvas.pointer import scene_of


@pytest.fixture
def stranger(window, session):
    """Circle's data, and a network with a placeholder in its middle, in the window."""
    layer = Placeholder("UnitNormalization", (4,), (("axis", "[-1]"),))
    network = NetworkSpec.chain(
        Input((2,)), Dense(4, activation="tanh"), layer, Dense(1), names=["input", "hidden", "unit", "answer"]
    )
    model = Model(network, initial_parameters(network, np.random.default_rng(0)).astype(np.float32))
    project = with_model(preset("circle"), model)
    session.document.replace(project, None)
    Rest(session).wait()
    return project


def test_training_says_why_not(window, session, stranger, qtbot):
    window.commands.training.train.trigger()
    qtbot.waitUntil(lambda: "placeholder for UnitNormalization" in window.messages.text())
    assert session.document.project is stranger


def test_every_panel_can_be_open(window, session, stranger):
    for dock in window.docks.values():
        dock.show()
        dock.raise_()
        Rest(session).wait()
    assert session.document.project is stranger


def test_try_it_says_why_not(window, session, stranger):
    dock = window.docks["try_it"]
    dock.show()
    dock.raise_()
    Rest(session).wait()
    texts = [label.text() for label in dock.panel.findChildren(QLabel) if label.isVisible()]
    assert any("placeholder for UnitNormalization" in text for text in texts)


def test_its_card_says_what_it_stands_for(window, session, stranger):
    card = scene_of(window.canvas).cards["unit"]
    assert "nnplay has no such layer" in card.toolTip()
    assert "axis = [-1]" in card.toolTip()


def test_it_is_saved_and_deleted_like_any_layer(window, session, stranger, tmp_path):
    save(stranger, tmp_path / "a.nnplay")
    assert open_project(tmp_path / "a.nnplay").project.network == stranger.network
    window.canvas.select("unit")
    window.commands.edit.delete_layer.trigger()
    assert session.document.project.network.is_complete
    session.document.undo()
    assert session.document.project is stranger
