"""MainWindow: docks, selection, drops, Space, sizes and closing."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox, QPushButton

from nnplay.data import DigitsChoice, ToyChoice
from nnplay.panels.try_it.drawing.pad import DigitPad
from nnplay.project.presets import preset
from nnplay.shell.docking.arrangement import FIRST_SIZE
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from nnplay.shell.start.proposal_dialog import ProposalDialog
from nnplay.training import RunState
from tests.data.idx_files import write_folder
from tests.shell.saving import save_as


def drop(window, path):
    """Drop a file or folder onto the middle of the window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPoint(window.width() // 2, window.height() // 2)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, left, none))
    return enter.isAccepted()


def test_it_opens_on_the_circle_with_every_panel_in_its_place(window, session):
    assert session.document.project.data.kind == "circle"
    left, right = window.docks["data"], window.docks["map"]
    assert left.geometry().right() < window.centralWidget().x()
    assert right.x() > window.centralWidget().geometry().right()
    assert window.docks["loss"].y() > right.geometry().bottom()
    assert window.tabifiedDockWidgets(left) == [window.docks["settings"], window.docks["try_it"]]
    assert left.panel.isVisible()


def test_its_first_size_fits_the_screen(session, settings, dressed):
    window = MainWindow(session, settings)
    room = window.screen().availableSize()
    assert window.width() == min(FIRST_SIZE.width(), room.width())
    assert window.height() <= room.height()
    window.discard()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (1920, 1080)])
def test_every_size_is_taken(window, qtbot, size):
    window.resize(*size)
    window.arrange()
    assert (window.width(), window.height()) == size
    qtbot.waitUntil(lambda: window.canvas.width() > 0.4 * size[0])


def test_a_tab_names_its_panel_and_a_lone_dock_names_itself(window, qtbot):
    loss, activation = window.docks["loss"], window.docks["activation"]
    qtbot.waitUntil(lambda: loss.titleBarWidget().height() == 0)
    activation.setFloating(True)
    qtbot.waitUntil(lambda: loss.titleBarWidget().height() > 0 and activation.titleBarWidget().height() > 0)
    window.commands.view.reset_panels.trigger()
    qtbot.waitUntil(lambda: loss.titleBarWidget().height() == 0)


def test_a_closed_dock_comes_back_by_its_action(window):
    data = window.docks["data"]
    data.close()
    assert not data.isVisible()
    data.toggleViewAction().trigger()
    assert data.isVisible()


def test_docks_are_remembered(window, session, settings, qtbot):
    window.docks["data"].close()
    settings.geometry, settings.docks = window.layout_now()
    again = MainWindow(session, settings)
    again.show()
    assert not again.docks["data"].isVisible()
    assert again.docks["map"].isVisible()
    again.discard()


def test_panels_behind_a_tab_do_not_work(window, qtbot):
    assert window.docks["map"].panel.isVisible()
    assert window.docks["loss"].panel.isVisible()
    assert not window.docks["try_it"].panel.isVisible()
    assert not window.docks["activation"].panel.isVisible()
    window.docks["activation"].raise_()
    qtbot.waitUntil(window.docks["activation"].panel.isVisible)
    assert not window.docks["loss"].panel.isVisible()


def test_a_chosen_layer_is_the_activation_panel_s(window, qtbot):
    window.docks["activation"].raise_()
    qtbot.waitUntil(window.docks["activation"].panel.isVisible)
    window.canvas.select("dense")
    assert "dense" in " ".join(button.text() for button in window.docks["activation"].panel.findChildren(QPushButton))


def test_digits_bring_their_pad_to_the_front(window, session, qtbot, tmp_path):
    assert window.docks["map"].panel.isVisible()
    with qtbot.waitSignal(session.controller.dataset_changed, check_params_cb=lambda dataset: dataset is not None):
        assert drop(window, write_folder(tmp_path / "digits"))
        qtbot.waitUntil(lambda: window.findChild(ProposalDialog) is not None)
        window.findChild(ProposalDialog).ways["mlp"].click()
    qtbot.waitUntil(window.docks["try_it"].panel.isVisible)
    assert session.controller.dataset.name == "mnist"
    window.commands.edit.undo.trigger()
    qtbot.waitUntil(window.docks["map"].panel.isVisible)


def test_a_dropped_project_opens(window, session, tmp_path, qtbot):
    window.commands.training.new_start.trigger()
    save_as(window, tmp_path / "a.nnplay", qtbot)
    seed = session.document.project.seeds.weights
    window.commands.file.new.trigger()
    assert session.document.project.seeds.weights != seed
    assert drop(window, tmp_path / "a.nnplay")
    assert session.document.project.seeds.weights == seed


def test_other_things_are_not_taken(window):
    data = QMimeData()
    data.setText("text")
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()


class TestSpace:
    def test_over_the_canvas_it_trains_and_pauses(self, window, session, qtbot):
        QTest.keyClick(window.canvas, Qt.Key.Key_Space)
        assert session.controller.state is RunState.RUNNING
        qtbot.waitUntil(lambda: session.controller.snapshot.step > 0)
        with qtbot.waitSignal(session.controller.run_committed):
            QTest.keyClick(window.canvas, Qt.Key.Key_Space)

    def test_held_to_pan_it_does_not_train(self, window, session):
        view = window.canvas.viewport()
        QTest.keyPress(window.canvas, Qt.Key.Key_Space)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 20))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, 40))
        QTest.keyRelease(window.canvas, Qt.Key.Key_Space)
        assert session.controller.state is RunState.IDLE

    def test_where_it_means_nothing_it_trains(self, window, session, qtbot):
        QTest.keyClick(window.docks["loss"].panel, Qt.Key.Key_Space)
        assert session.controller.state is RunState.RUNNING

    def test_while_typing_it_is_a_space(self, window, session):
        field = next(iter(window.training_panel.findChildren(QComboBox))).lineEdit()
        QTest.keyClick(field, Qt.Key.Key_Space)
        assert " " in field.text()
        assert session.controller.state is RunState.IDLE

    def test_on_a_button_it_presses_the_button(self, window, session):
        button = next(
            button for button in window.docks["data"].panel.findChildren(QPushButton) if "Regenerate" in button.text()
        )
        seed = session.document.project.seeds.data
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert session.document.project.seeds.data == seed + 1
        assert session.controller.state is RunState.IDLE


class TestClosing:
    def test_an_untouched_window_closes(self, window, qtbot):
        with qtbot.waitSignal(window.closed):
            window.close()
        assert not window.isVisible()

    def test_in_a_run_it_asks_and_ends_cleanly(self, window, session, qtbot):
        window.closed.connect(session.close)
        window.commands.training.train.trigger()
        qtbot.waitUntil(lambda: session.controller.snapshot.epoch >= 2)
        window.close()
        assert window.isVisible()
        (box,) = window.findChildren(QMessageBox)
        assert session.document.project.history.epoch[-1] >= 2  # what was learned is there to be saved
        with qtbot.waitSignal(window.closed):
            QTest.mouseClick(box.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)
        assert not window.isVisible()

    def test_cancel_keeps_the_window(self, window, session):
        window.commands.training.new_start.trigger()
        window.close()
        (box,) = window.findChildren(QMessageBox)
        QTest.mouseClick(box.button(QMessageBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
        assert window.isVisible()
        assert session.document.is_modified


def test_generated_digits_are_two_clicks_away(window, session):
    dock = window.docks["data"]
    dock.raise_()
    button = next(each for each in dock.panel.findChildren(QPushButton) if "Generated" in each.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.findChild(ProposalDialog).ways["cnn"], Qt.MouseButton.LeftButton)
    assert session.document.project.data == DigitsChoice()
    assert "conv2d" in session.document.project.network.shapes
    assert session.controller.is_loading
    assert window.docks["data"].panel.isVisible()  # it does not vanish under the hand; Try it is the tab beside it
    window.docks["try_it"].raise_()
    assert window.docks["try_it"].panel.findChild(DigitPad).isVisible()
    window.commands.edit.undo.trigger()
    assert session.document.project.data == ToyChoice("circle")
    assert not session.controller.is_loading


def test_the_canvas_is_zoomed_from_the_menu(window):
    before = window.canvas.zoom
    window.commands.view.zoom_in.trigger()
    larger = window.canvas.zoom
    assert larger > before
    window.commands.view.zoom_out.trigger()
    assert window.canvas.zoom == pytest.approx(before)
    window.commands.view.zoom_out.trigger()
    assert window.canvas.zoom < before
    window.commands.view.fit.trigger()
    assert window.canvas.zoom == pytest.approx(before)


def test_a_start_with_digits_has_the_pad_in_front(dressed, settings, qtbot):
    session = Session(preset("mnist-mlp"))
    window = MainWindow(session, settings)
    window.show()
    try:
        qtbot.waitUntil(lambda: window.docks["try_it"].panel.isVisible())
        assert not window.docks["data"].panel.isVisible()
    finally:
        window.discard()
        session.close()
