"""A model of another tool dropped on the window: its network, and a report of what came of it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from nnplay.shell.model_report import ModelReport
from tests.shell.test_main_window import drop

FIXTURES = Path(__file__).parents[1] / "exchange"


@pytest.mark.parametrize("name", ["keras_fixtures/chain.keras", "keras_fixtures/chain.h5", "onnx_fixtures/rows.onnx"])
def test_a_dropped_model_opens_as_a_project_of_its_own(window, session, name):
    assert drop(window, FIXTURES / name)
    project = session.document.project
    assert project.network.input.layer.shape == (3,)
    assert session.document.path is None
    assert session.document.is_modified
    (report,) = window.findChildren(ModelReport)
    assert "layers" in report.summary.text()
    report.reject()


def test_the_report_lists_the_layers_and_what_to_know(window):
    window.open_path(FIXTURES / "keras_fixtures" / "chain.keras")
    (report,) = window.findChildren(ModelReport)
    rows = [[report.table.item(row, column).text() for column in range(3)] for row in range(report.table.rowCount())]
    assert rows[0] == ["dense", "Dense", "dense"]
    assert len(rows) == 5
    assert "frozen at 0.1" in report.notes.text()
    report.reject()


def test_the_dialog_to_open_a_project_knows_models(window):
    window.commands.file.open.trigger()
    dialog = next(each for each in window.children() if hasattr(each, "nameFilters"))
    assert any("*.keras" in each for each in dialog.nameFilters())
    dialog.fileSelected.emit(str(FIXTURES / "keras_fixtures" / "chain.keras"))
    assert len(window.findChildren(ModelReport)) == 1
    for box in window.findChildren(ModelReport):
        box.reject()
    dialog.reject()


def test_a_damaged_model_leaves_everything_as_it_is(window, session, tmp_path):
    before = session.document.project
    content = (FIXTURES / "keras_fixtures" / "chain.keras").read_bytes()
    (tmp_path / "a.keras").write_bytes(content[: len(content) // 2])
    window.open_path(tmp_path / "a.keras")
    (box,) = window.findChildren(QMessageBox)
    assert "a.keras" in box.text()
    assert session.document.project is before
    box.accept()
