"""ExportDialog: formats, options, a live preview, and the same files as ``nnplay export`` writes."""

from threading import Event
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from nnplay.cli.main import main
from nnplay.data import LoadCancelledError
from nnplay.exchange.formats import FORMATS
from nnplay.exchange.picture import network_svg
from nnplay.project.presets import preset
from nnplay.shell.exporting import exports
from nnplay.shell.exporting.dialog import ExportDialog
from nnplay.shell.exporting.table import FORMS


@pytest.fixture
def opened(window, qtbot):
    """Call it for the dialog at a format, its preview made."""

    def open_at(name=""):
        window.commands.file.open_export(name)
        dialog = window.findChild(ExportDialog)
        rest(dialog)
        return dialog

    def rest(dialog):
        qtbot.waitUntil(lambda: not dialog._preview_question.is_busy, timeout=5000)

    open_at.rest = rest
    yield open_at
    for dialog in window.findChildren(ExportDialog):
        dialog.close()
    window.exports.wait()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def save_as(dialog, path, qtbot, exports):
    dialog.save.click()
    asking = dialog.findChild(QFileDialog)
    with qtbot.waitSignal(exports.exported):
        asking.fileSelected.emit(str(path))
    asking.close()


def test_every_format_is_in_a_group_and_says_what_it_is(opened):
    dialog = opened()
    assert list(FORMATS)
    assert set(FORMATS) < set(FORMS)
    for name in FORMS:
        dialog.formats.choose(name)
        assert dialog.formats.chosen == name
        assert len(dialog.purpose.text()) > 40


def test_arrow_keys_pass_over_the_headings(opened):
    dialog = opened("perturbation")
    QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
    assert dialog.formats.chosen == "onnx"
    QTest.keyClick(dialog.formats, Qt.Key.Key_Up)
    assert dialog.formats.chosen == "perturbation"


@pytest.mark.parametrize("name", ["keras", "pytorch", "numpy"])
def test_a_program_is_shown_as_the_command_writes_it(opened, tmp_path, name):
    dialog = opened(name)
    choose(dialog.options.weights, True)
    dialog.options.epochs.setValue(7)
    opened.rest(dialog)
    path = tmp_path / "Circle.py"
    words = ["export", "circle", "--to", name, "-o", str(path), "--weights", "--epochs", "7"]
    assert main(words) == 0
    assert dialog.preview.text.toPlainText() == path.read_text(encoding="utf-8").rstrip("\n")
    assert "Circle-weights.npz" in dialog.note.text()


def test_the_preview_follows_the_options(opened, session):
    dialog = opened("png")
    assert dialog.preview.currentWidget() is dialog.preview.picture
    assert dialog.preview.picture.image.pixelColor(0, 0).name() == "#ffffff"
    choose(dialog.options.background, "transparent")
    choose(dialog.options.zoom, 4)
    opened.rest(dialog)
    assert dialog.preview.picture.image.pixelColor(0, 0).alpha() == 0
    width = 4 * int(ElementTree.fromstring(network_svg(session.document.project)).get("width"))
    assert f"{width:,} ×" in dialog.note.text()


def test_as_the_window_follows_the_theme(opened):
    from nnplay.appearance.theme import theme

    dialog = opened("svg")
    choose(dialog.options.background, "window")
    opened.rest(dialog)
    light = dialog.preview.picture.image.pixelColor(0, 0)
    theme().set_mode("dark")
    opened.rest(dialog)
    assert dialog.preview.picture.image.pixelColor(0, 0).lightness() < 64 < 192 < light.lightness()


def test_the_preview_follows_the_network(opened, session):
    dialog = opened("keras")
    before = dialog.preview.text.toPlainText()
    session.document.replace(preset("xor"), None)
    opened.rest(dialog)
    assert dialog.preview.text.toPlainText() != before


def test_options_are_shown_for_the_formats_that_have_them(opened):
    dialog = opened("keras")
    fields = (dialog.options.epochs, dialog.options.weights, dialog.options.background, dialog.options.zoom)

    def shown(name):
        dialog.formats.choose(name)
        return [field.isVisible() for field in fields]

    assert shown("keras") == [True, True, False, False]
    assert shown("png") == [False, False, True, True]
    assert shown("svg") == [False, False, True, False]
    assert shown("npz") == [False, False, False, False]


def test_a_format_that_cannot_hold_the_network_says_why(opened, session):
    session.document.replace(preset("spiral"), None)
    dialog = opened("worksheet")
    assert dialog.preview.reason.isVisible()
    assert "too long" in dialog.preview.reason.text()
    assert not dialog.save.isEnabled()
    dialog.formats.choose("svg")
    opened.rest(dialog)
    assert dialog.save.isEnabled()


def test_saving_writes_the_file_and_closes(opened, window, session, qtbot, tmp_path):
    dialog = opened("npz")
    save_as(dialog, tmp_path / "circle.npz", qtbot, window.exports)
    with np.load(tmp_path / "circle.npz") as arrays:
        np.testing.assert_array_equal(arrays["dense/kernel"].ravel(), session.document.project.parameters[:8])
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))
    assert "circle.npz" in window.messages.text()


def test_what_was_chosen_last_is_chosen_again(opened, window, qtbot, tmp_path):
    dialog = opened("png")
    choose(dialog.options.zoom, 4)
    choose(dialog.options.background, "dark")
    save_as(dialog, tmp_path / "circle.png", qtbot, window.exports)
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))
    again = opened()
    assert again.formats.chosen == "png"
    assert (again.options.zoom.currentData(), again.options.background.currentData()) == (4, "dark")


def test_settings_that_make_no_sense_are_passed_over(opened, settings):
    settings.last_export = {"format": "docx", "zoom": [3], "background": 7}
    dialog = opened()
    assert dialog.formats.chosen == "keras"
    assert dialog.options.background.currentData() == "white"


def test_what_cannot_be_written_is_said_in_the_dialog(opened, window, qtbot, tmp_path):
    dialog = opened("svg")
    with qtbot.waitSignal(window.exports.failed):
        window.exports.write("svg", tmp_path / "away" / "circle.svg")
    assert dialog.problem.isVisible()
    assert "was not written" in dialog.problem.text()
    assert dialog.save.isEnabled()


@pytest.mark.parametrize("agrees", [False, True])
def test_a_file_beside_the_chosen_one_is_replaced_only_if_the_person_agrees(opened, window, qtbot, tmp_path, agrees):
    path, beside = tmp_path / "one.py", tmp_path / "one-weights.npz"
    path.write_bytes(b"named")
    beside.write_bytes(b"theirs")
    dialog = opened("numpy")
    choose(dialog.options.weights, True)
    opened.rest(dialog)
    dialog.save.click()
    asking = dialog.findChild(QFileDialog)
    with qtbot.waitSignal(window.exports.withheld):
        asking.fileSelected.emit(str(path))
    asking.close()
    box = dialog.findChild(QMessageBox)
    assert box.informativeText() == "one-weights.npz"
    assert (path.read_bytes(), beside.read_bytes()) == (b"named", b"theirs")
    assert dialog.save.isEnabled()
    buttons = QMessageBox.StandardButton
    if agrees:
        with qtbot.waitSignal(window.exports.exported):
            QTest.mouseClick(box.button(buttons.Yes), Qt.MouseButton.LeftButton)
        with np.load(beside) as arrays:
            assert "dense/kernel" in arrays
        assert path.read_text(encoding="utf-8").startswith("# A program")
    else:
        QTest.mouseClick(box.button(buttons.Cancel), Qt.MouseButton.LeftButton)
        window.exports.wait()
        assert (path.read_bytes(), beside.read_bytes()) == (b"named", b"theirs")
        assert dialog.isVisible()


def test_slow_writing_is_shown_and_can_be_called_off(opened, window, tmp_path, monkeypatch, qtbot):
    stopped = Event()

    def export_slowly(form, project, path, options, load_data, should_cancel, agreed):
        while not should_cancel():
            stopped.wait(0.001)
        stopped.set()
        raise LoadCancelledError

    monkeypatch.setattr(exports, "export", export_slowly)
    dialog = opened("svg")
    window.exports.write("svg", tmp_path / "circle.svg")
    dialog._patience.timeout.emit()
    dialog._patience.stop()
    dialog._show_state()
    assert dialog.bar.isVisible()
    assert dialog.cancel.isVisible()
    assert not dialog.save.isEnabled()
    dialog.cancel.click()
    assert not dialog.bar.isVisible()
    assert dialog.save.isEnabled()
    assert stopped.wait(5)
    assert not (tmp_path / "circle.svg").exists()
    qtbot.waitUntil(lambda: not QApplication.instance().findChildren(QThread))


def test_what_differs_from_nnplay_is_said(opened):
    dialog = opened("keras")
    opened.rest(dialog)
    assert dialog.remarks.isVisible()
    assert "random numbers" in dialog.remarks.text()
    dialog.formats.choose("npz")
    opened.rest(dialog)
    assert not dialog.remarks.isVisible()


def test_a_program_is_copied_as_text(opened, qtbot):
    dialog = opened("pytorch")
    dialog.copy.click()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().startswith("# A program for PyTorch, made with nnplay"))
    assert dialog.note.text() == "Copied."


def test_a_picture_is_copied_as_a_picture(opened, qtbot, session):
    QGuiApplication.clipboard().clear()
    dialog = opened("png")
    choose(dialog.options.zoom, 1)
    opened.rest(dialog)
    dialog.copy.click()
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())
    svg = ElementTree.fromstring(network_svg(session.document.project))
    assert QGuiApplication.clipboard().image().width() == int(svg.get("width"))


def test_a_model_is_nothing_for_the_clipboard(opened):
    dialog = opened("safetensors")
    assert dialog.save.isEnabled()
    assert not dialog.copy.isEnabled()
    assert "dense/kernel" in dialog.preview.text.toPlainText()


def test_the_menu_and_the_command_palette_open_it(window, qtbot, opened):
    window.commands.file.export.trigger()
    assert window.findChild(ExportDialog).formats.chosen == "keras"
    window.findChild(ExportDialog).close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    palette = window.finder.palette
    palette.open()
    QTest.keyClicks(palette.search, "export as pytorch")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    dialog = window.findChild(ExportDialog)
    assert dialog.formats.chosen == "pytorch"
    opened.rest(dialog)


def test_it_fits_a_small_screen_with_the_largest_type(window, opened):
    from nnplay.appearance.theme import theme

    theme().set_text_scale(1.5)
    try:
        window.resize(1024, 768)
        dialog = opened("keras")
        assert dialog.width() <= window.width()
        assert dialog.height() <= window.height()
        assert dialog.preview.height() > 200
    finally:
        dialog.close()
        theme().set_text_scale(1.0)
