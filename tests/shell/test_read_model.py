"""Reading a model from the menu: one undoable step, or a dialog that says why not."""

import sys

import pytest
from PySide6.QtWidgets import QMessageBox

from nnplay.exchange.onnx.write import to_onnx
from nnplay.project import edits
from nnplay.project.presets import preset


def test_a_dialog_says_why_a_model_was_not_read(window, session, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    before = session.document.project
    (tmp_path / "a.onnx").write_bytes(b"no model")
    window.imports.read_model(str(tmp_path / "a.onnx"))
    (box,) = window.findChildren(QMessageBox)
    assert "a.onnx" in box.text()
    assert "pip install" in box.informativeText()
    assert session.document.project is before
    box.accept()


def test_a_model_is_read_and_taken_back(window, session, tmp_path, undo_texts):
    pytest.importorskip("onnx")
    before = session.document.project
    (tmp_path / "a.onnx").write_bytes(to_onnx(edits.remove_layer(preset("circle"), "dense_2")))
    window.imports.read_model(str(tmp_path / "a.onnx"))
    assert list(session.document.project.network.shapes) == ["input", "dense", "dense_2"]
    assert undo_texts() == ["Read model"]
    session.document.undo()
    assert session.document.project is before
