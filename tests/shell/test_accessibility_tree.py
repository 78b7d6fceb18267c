"""The accessibility tree: everything that can be operated has a name of its own, in both languages."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from nnplay.appearance import accessible
from nnplay.data.table.reader import TableSource
from nnplay.panels.data_import.dialog import TableDialog
from nnplay.project.presets import preset
from nnplay.shell import translations
from nnplay.shell.files.recovery_dialog import RecoveryDialog
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from tests.shell.accessibility_tree import Entry, entries, nameless, twins, views

# What both languages write in Latin letters: symbols, functions, optimizers, languages, files, names of other programs.
_SAME = re.compile(
    r"X[₁₂]|sin\(|L[12]\b|SGD|Adam|RMSprop|Nesterov|Dropout|Conv2D|ReLU|relu|tanh|sigmoid|linear|softmax|swish|gelu|elu|selu|"
    r"softplus|softsign|English|Keras|PyTorch|NumPy|dense|input|ONNX|MNIST|nnplay|Ctrl|Alt|Shift|TensorFlow|Huber|"
    r"\.\w{2,4}\b|F\d+|XOR|SVG|PNG|CSV|x₁|x₂|Space|Del|Esc|Return|Enter|Home|Tab",
)


@pytest.fixture(autouse=True)
def asked(qapp):
    accessible.install()
    translations.install("en")


def tell(found: Iterable[tuple[str, Entry]]) -> list[str]:
    return [f"{where}: {entry} {entry.way}" for where, entry in found]


def test_everything_that_can_be_operated_has_a_name(window):
    assert tell([(where, entry) for where, widget in views(window) for entry in nameless(entries(widget))]) == []


def test_no_two_buttons_side_by_side_have_the_same_name(window):
    assert tell([(where, entry) for where, widget in views(window) for entry, _ in twins(entries(widget))]) == []


def test_the_tree_has_what_the_window_shows(window):
    names = {entry.name for _, widget in views(window) for entry in entries(widget)}
    assert {"Train", "Dense", "Noise", "Batch size", "Decision map", "From the data"} <= names
    assert any(name.startswith("Dense dense, 4 units, tanh") for name in names)


def test_a_number_that_changes_is_told_with_its_caption(window):
    texts = {entry.name for entry in entries(window.control_bar)}
    assert "Epoch: 0" in texts


def test_no_name_is_left_in_english(qtbot, dressed, session, settings):
    settings.language = "zh_CN"
    translations.install("zh_CN")
    try:
        window = MainWindow(session, settings)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        english = tell(
            (where, entry)
            for where, widget in views(window)
            for entry in entries(widget)
            if entry.is_operable and re.search("[A-Za-z]{2}", _SAME.sub("", entry.name)) and not _is_chinese(entry.name)
        )
        window.discard()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        translations.install("en")
    assert english == []


def test_the_import_of_a_table_is_named(qtbot, window, tmp_path: Path):
    path = tmp_path / "table.csv"
    path.write_text("a,b,kind\n" + "\n".join(f"{i},{i * i},{'even' if i % 2 == 0 else 'odd'}" for i in range(30)))
    dialog = TableDialog(TableSource(str(path)), None, None, 1, window)
    dialog.open()
    qtbot.waitUntil(lambda: not nameless(entries(dialog)), timeout=3000)
    dialog.close()
    dialog.deleteLater()


def test_the_recovery_is_named(window):
    dialog = RecoveryDialog([], window)
    dialog.open()
    assert tell([("recovery", entry) for entry in nameless(entries(dialog))]) == []
    dialog.close()


def test_a_window_with_pictures_is_named_as_well(qtbot, dressed, settings):
    session = Session(preset("mnist-mlp"))
    window = MainWindow(session, settings)
    with qtbot.waitExposed(window):
        window.show()
    found = tell([("digits", entry) for entry in nameless(entries(window))])
    window.discard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    session.close()
    assert found == []


def _is_chinese(text: str) -> bool:
    return re.search("[\N{CJK UNIFIED IDEOGRAPH-4E00}-\N{CJK UNIFIED IDEOGRAPH-9FFF}]", text) is not None
