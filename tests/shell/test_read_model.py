"""Reading a model from the menu: one undoable step, or a dialog that says why not."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

MODEL = Path(__file__).parents[1] / "exchange" / "onnx_fixtures" / "two-inputs.onnx"


def test_a_dialog_says_why_a_model_was_not_read(window, session, tmp_path, qtbot):
    before = session.document.project
    (tmp_path / "a.onnx").write_bytes(b"no model")
    window.imports.read_model(str(tmp_path / "a.onnx"))
    qtbot.waitUntil(lambda: not window.imports.reading.is_under_way)
    (box,) = window.findChildren(QMessageBox)
    assert "a.onnx" in box.text()
    assert "no ONNX model" in box.informativeText()
    assert session.document.project is before
    box.accept()


def test_a_model_is_read_and_taken_back(window, session, undo_texts, qtbot):
    before = session.document.project
    window.imports.read_model(str(MODEL))
    qtbot.waitUntil(lambda: not window.imports.reading.is_under_way)
    assert list(session.document.project.network.shapes) == ["input", "dense", "dense_2"]
    assert undo_texts() == ["Read model"]
    session.document.undo()
    assert session.document.project is before
