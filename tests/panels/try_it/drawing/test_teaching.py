"""TeachingView: drawings are kept, learned in a thread of their own, and the taught network is kept or forgotten."""

from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QProgressBar, QPushButton

from nnplay.data import DIGITS, load
from nnplay.data.loading import LoadCancelledError
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.try_it.drawing import teaching
from nnplay.panels.try_it.drawing.drawing_page import DrawingPage
from nnplay.panels.try_it.drawing.reader import Reader
from nnplay.panels.try_it.drawing.teaching import TeachingView
from nnplay.project.fine_tuning import FineTuning
from nnplay.project.own_digits import load_own
from nnplay.project.presets import preset
from nnplay.project.starter import keep_starter, kept_starter, starter
from tests.panels.fakes import FakeController

PICTURE = np.random.default_rng(1).integers(0, 256, (28, 28), dtype=np.uint8)


@pytest.fixture
def controller(qapp):
    return FakeController(preset("circle"))


@pytest.fixture
def view(qtbot, controller, tmp_path):
    view = TeachingView(controller, tmp_path)
    qtbot.addWidget(view)
    project = starter()
    view.show_reading(PICTURE, Reader().read(project.network, project.parameters, PICTURE))
    view.show()
    return view


def button(parent, text):
    return next(each for each in parent.findChildren(QPushButton) if each.text().replace("&", "") == text)


def click(parent, text):
    QTest.mouseClick(button(parent, text), Qt.MouseButton.LeftButton)


def words(view):
    return " ".join(label.text() for label in view.findChildren(QLabel))


def test_a_digit_is_kept_in_the_folder(view, tmp_path):
    assert not button(view, "Learn them").isEnabled()
    click(view, "7")
    click(view, "2")
    kept = load_own(tmp_path)
    assert kept.labels.tolist() == [7, 2]
    np.testing.assert_array_equal(kept.pictures[0], PICTURE)
    assert "2 drawing" in words(view)
    assert button(view, "Learn them").isEnabled()


@pytest.mark.parametrize("agrees", [False, True])
def test_digits_of_others_in_the_folder_are_replaced_only_if_the_person_agrees(view, tmp_path, agrees):
    others = tmp_path / "export" / "t10k-labels-idx1-ubyte"
    others.parent.mkdir()
    others.write_bytes(b"theirs")
    click(view, "7")
    view._ask_idx()
    view.findChild(QFileDialog).fileSelected.emit(str(others.parent))
    box = view.findChild(QMessageBox)
    assert box.informativeText() == others.name
    assert [path.name for path in others.parent.iterdir()] == [others.name]
    buttons = QMessageBox.StandardButton
    QTest.mouseClick(box.button(buttons.Yes if agrees else buttons.Cancel), Qt.MouseButton.LeftButton)
    assert (others.read_bytes() == b"theirs") is not agrees
    assert len(list(others.parent.iterdir())) == (4 if agrees else 1)
    assert ("Exported" in words(view)) is agrees


def test_nothing_drawn_nothing_to_keep(view):
    view.show_reading(None, None)
    assert not any(button(view, digit).isEnabled() for digit in DIGITS)
    assert not button(view, "Learn them").isEnabled()


def test_learning_says_how_far_it_is_and_what_came_of_it(qtbot, view, monkeypatch):
    go_on = Event()

    def slow(spec, parameters, own, report, should_cancel):
        while not go_on.wait(0.12):
            report(0.4, "Learning")
        return FineTuning(parameters + 1, 0.5, 1.0, 0.99, 0.985)

    monkeypatch.setattr(teaching, "fine_tune", slow)
    click(view, "7")
    click(view, "Learn them")
    bar = view.findChild(QProgressBar)
    assert bar.isVisible()
    assert not button(view, "Learn them").isVisible()
    qtbot.waitUntil(lambda: bar.value() == 400)
    with qtbot.waitSignal(view.learned) as learned:
        go_on.set()
    np.testing.assert_array_equal(learned.args[0].parameters, starter().parameters + 1)
    assert "50.0 % → 100.0 %" in words(view)
    assert "99.0 % → 98.5 %" in words(view)
    assert not bar.isVisible()


def test_learning_can_be_called_off(qtbot, view, monkeypatch):
    stopped = Event()

    def endless(spec, parameters, own, report, should_cancel):
        while not should_cancel():
            stopped.wait(0.005)
        stopped.set()
        raise LoadCancelledError

    monkeypatch.setattr(teaching, "fine_tune", endless)
    click(view, "7")
    click(view, "Learn them")
    with qtbot.assertNotEmitted(view.learned, wait=50):
        click(view, "Cancel")
    assert stopped.is_set()
    assert "Cancelled" in words(view)
    assert button(view, "Learn them").isVisible()


def test_a_few_drawings_go_into_the_project(qtbot, view):
    for digit in "123":
        click(view, digit)
    with qtbot.waitSignal(view.digits_wanted) as wanted:
        view._hold.trigger()
    dataset = load(wanted.args[0], 0, 0)
    assert (dataset.train.y.tolist(), len(dataset.test)) == ([1, 2, 3], 0)


@pytest.fixture
def panel(qtbot, controller, tmp_path):
    panel = DrawingPage(Asked(controller, controller), controller, tmp_path)
    panel.resize(420, 520)
    qtbot.addWidget(panel)
    panel.show()
    panel._tabs.setCurrentIndex(3)
    return panel


def taught(panel):
    """Have the starter network learn; it then has other weights."""
    parameters = (starter().parameters * np.float32(0.5)).copy()
    panel._teaching.learned.emit(FineTuning(parameters, 0, 1, 1, 1))
    return parameters


def test_a_taught_starter_network_is_kept_and_forgotten(qtbot, panel, controller, tmp_path):
    parameters = taught(panel)
    click(panel, "Keep")
    np.testing.assert_array_equal(kept_starter(tmp_path).parameters, parameters)
    again = DrawingPage(Asked(controller, controller), controller, tmp_path)
    qtbot.addWidget(again)
    again.show()
    with qtbot.waitSignal(again.starter_wanted) as wanted:
        click(again, "Open it")
    np.testing.assert_array_equal(wanted.args[0].parameters, parameters)
    again._tabs.setCurrentIndex(3)
    click(again, "Forget")
    assert kept_starter(tmp_path) is None
    with qtbot.waitSignal(again.starter_wanted) as wanted:
        click(again, "Open it")
    np.testing.assert_array_equal(wanted.args[0].parameters, starter().parameters)


def test_what_is_not_kept_is_gone_the_next_time(panel, tmp_path):
    assert not button(panel, "Keep").isVisible()
    taught(panel)
    assert button(panel, "Keep").isVisible()
    assert kept_starter(tmp_path) is None


def test_a_damaged_kept_network_is_told_and_the_shipped_one_reads(qtbot, controller, tmp_path):
    keep_starter(starter(), tmp_path)
    (tmp_path / "my-network.nnplay").write_bytes(b"broken")
    panel = DrawingPage(Asked(controller, controller), controller, tmp_path)
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.starter_wanted) as wanted:
        click(panel, "Open it")
    np.testing.assert_array_equal(wanted.args[0].parameters, starter().parameters)
    assert "my-network" in words(panel)
