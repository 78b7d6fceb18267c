"""A model of another tool dropped on the window: its network, and a report of what came of it."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QPushButton

from nnplay.exchange import opening
from nnplay.exchange.opening import open_model
from nnplay.project.presets import preset
from nnplay.shell.model_report import ModelReport
from tests.shell.test_main_window import drop

FIXTURES = Path(__file__).parents[1] / "exchange"


@pytest.fixture
def is_read(window, qtbot):
    """Waits until a model has been read, beside the window."""

    def wait():
        qtbot.waitUntil(lambda: not window.imports.reading.is_under_way)

    return wait


@pytest.mark.parametrize(
    "name",
    [
        "keras_fixtures/chain.keras",
        "keras_fixtures/chain.h5",
        "onnx_fixtures/rows.onnx",
        "torch_fixtures/rows.pt",
        "torch_fixtures/rows.safetensors",
    ],
)
def test_a_dropped_model_opens_as_a_project_of_its_own(window, session, name, is_read):
    assert drop(window, FIXTURES / name)
    is_read()
    project = session.document.project
    assert project.network.input.layer.shape == (3,)
    assert session.document.path is None
    assert not session.document.is_modified  # nothing is lost with it: the model has a file
    (report,) = window.findChildren(ModelReport)
    assert "layers" in report.summary.text()
    report.reject()


@pytest.mark.parametrize("name", ["iris", "pima"])
def test_that_a_project_came_without_data_is_no_error(window, session, name, qtbot):
    session.document.replace(preset(name), None)
    qtbot.waitUntil(window.messages.isVisible)
    assert window.messages.property("look") == "message-news"


def test_the_report_lists_the_layers_and_what_to_know(window, is_read):
    window.open_path(FIXTURES / "keras_fixtures" / "chain.keras")
    is_read()
    (report,) = window.findChildren(ModelReport)
    rows = [[report.table.item(row, column).text() for column in range(3)] for row in range(report.table.rowCount())]
    assert rows[0] == ["dense", "Dense", "dense"]
    assert len(rows) == 5
    assert "frozen at 0.1" in report.notes.text()
    report.reject()


def test_the_dialog_to_open_a_project_knows_models(window, is_read):
    window.commands.file.open.trigger()
    dialog = next(each for each in window.children() if hasattr(each, "nameFilters"))
    assert any("*.keras" in each for each in dialog.nameFilters())
    dialog.fileSelected.emit(str(FIXTURES / "keras_fixtures" / "chain.keras"))
    is_read()
    assert len(window.findChildren(ModelReport)) == 1
    for box in window.findChildren(ModelReport):
        box.reject()
    dialog.reject()


def test_a_damaged_model_leaves_everything_as_it_is(window, session, tmp_path, is_read):
    before = session.document.project
    content = (FIXTURES / "keras_fixtures" / "chain.keras").read_bytes()
    (tmp_path / "a.keras").write_bytes(content[: len(content) // 2])
    window.open_path(tmp_path / "a.keras")
    is_read()
    (box,) = window.findChildren(QMessageBox)
    assert "a.keras" in box.text()
    assert session.document.project is before
    box.accept()


LISTING = """
model = Sequential()
model.add(Dense(4, input_dim={n}, init='uniform', activation='tanh'))
model.add(Dense(1, activation='tanh'))
model.compile(loss='mse', optimizer='sgd')
model.fit(X, y, nb_epoch=30, batch_size=5)
"""


def test_code_pasted_on_the_canvas_becomes_the_network(window, session, undo_texts, qapp, is_read):
    before = session.document.project
    qapp.clipboard().setText(LISTING.format(n=2))
    window.commands.edit.paste.trigger()
    is_read()
    project = session.document.project
    assert project.network.node("dense").layer.units == 4
    assert (project.data, project.stop.n_epochs, project.training.batch_size) == (before.data, 30, 5)
    assert undo_texts() == ["Paste Keras code"]
    (report,) = window.findChildren(ModelReport)
    assert "newly initialized" in report.summary.text()
    report.reject()
    session.document.undo()
    assert session.document.project is before


def test_code_for_other_data_becomes_a_project_of_its_own(window, session, qapp, is_read):
    qapp.clipboard().setText(LISTING.format(n=8))
    window.commands.edit.paste.trigger()
    is_read()
    assert session.document.project.data.input_shape == (8,)
    assert session.document.project.title == "Pasted code"
    for report in window.findChildren(ModelReport):
        report.reject()


def test_a_slow_model_can_be_cancelled(window, session, monkeypatch, qtbot, is_read):
    began, may_go_on = Event(), Event()

    def slow(path, present, report, should_cancel):
        began.set()
        may_go_on.wait(10)
        return open_model(path, present)

    monkeypatch.setattr(opening, "open_model", slow)
    before = session.document.project
    window.open_path(FIXTURES / "keras_fixtures" / "chain.keras")
    assert began.wait(10)
    (waiting,) = window.findChildren(QProgressDialog)
    waiting.setMinimumDuration(0)
    qtbot.waitUntil(waiting.isVisible)
    assert "chain.keras" in waiting.labelText()
    qtbot.mouseClick(waiting.findChild(QPushButton), Qt.MouseButton.LeftButton)
    may_go_on.set()
    is_read()
    assert session.document.project is before
    assert not window.findChildren(ModelReport)
