"""The code panel follows edits, lights up the chosen layer and copies what it shows."""

import ast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

from nnplay.document import EditName
from nnplay.panels.code import CodePanel
from nnplay.project import edits


def shown(bench, qtbot):
    panel = CodePanel(bench.document)
    qtbot.addWidget(panel)
    panel.resize(480, 400)
    panel.show()
    return panel


def test_it_follows_every_edit(bench, qtbot):
    panel = shown(bench, qtbot)
    assert "keras.layers.Dense(" in panel.text
    bench.document.perform(EditName("Units"), lambda project: edits.change_layer(project, "dense", {"units": 7}))
    assert "        7," in panel.text.splitlines()[panel.text.splitlines().index("        keras.layers.Dense(") + 1]
    bench.document.undo()
    ast.parse(panel.text)


def test_the_lines_of_the_chosen_layer_are_lit(bench, qtbot):
    panel = shown(bench, qtbot)
    assert panel.lit_lines == []
    panel.set_layer("dense_2")
    lines = panel.text.splitlines()
    lit = "".join(lines[number].strip() for number in panel.lit_lines)
    units = bench.document.project.network.node("dense_2").layer.units
    assert lit.startswith(f"keras.layers.Dense({units},")
    assert lit.count("Dense(") == 1
    panel.set_layer(None)
    assert panel.lit_lines == []


def test_another_library_another_program(bench, qtbot):
    panel = shown(bench, qtbot)
    box = panel.findChild(QComboBox)
    box.setCurrentText("PyTorch")
    assert "model = nn.Sequential(" in panel.text
    box.setCurrentText("NumPy")
    assert "import numpy as np" in panel.text
    assert "torch" not in panel.text


def test_copy_and_save(bench, qtbot):
    panel = shown(bench, qtbot)
    panel.findChild(QCheckBox).click()
    assert "weights.npz" in panel.text
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Copy"], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == panel.text
    with qtbot.waitSignal(panel.save_requested) as asked:
        qtbot.mouseClick(buttons["Save…"], Qt.MouseButton.LeftButton)
    assert asked.args == ["keras", True]


def test_hidden_it_does_nothing_and_catches_up(bench, qtbot):
    panel = shown(bench, qtbot)
    before = panel.text
    panel.hide()
    bench.document.perform(EditName("Title"), lambda project: edits.set_title(project, "Ring"))
    assert panel.text == before
    panel.show()
    assert "# Ring" in panel.text.splitlines()
