"""The doctor at work: a real training with a learning rate of 10, its badge, its panel, one click, undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from nnplay.document import EditName
from nnplay.engine import SGD
from nnplay.panels.doctor.doctor import Doctor, sentence
from nnplay.panels.doctor.doctor_badge import DoctorBadge
from nnplay.panels.doctor.doctor_panel import DoctorPanel
from nnplay.project import edits, run_edits
from nnplay.project.classroom import Classroom
from nnplay.project.locks import set_classroom


@pytest.fixture
def home(qtbot):
    widget = QWidget()
    widget.resize(400, 300)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def doctor(bench, home):
    return Doctor(bench.controller, home)


def panel_of(qtbot, bench, doctor):
    """A shown panel whose remedies are applied to the project, without a run."""
    panel = DoctorPanel(bench.document, doctor)
    panel.remedy_chosen.connect(lambda remedy: bench.document.perform(EditName(sentence(remedy.caption)), remedy.edit))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def train_too_fast(qtbot, bench, doctor):
    training = replace(bench.project.training, optimizer=SGD(10.0))
    bench.document.perform(EditName("rate"), lambda project: edits.set_training(project, training))
    bench.controller.run_committed.connect(
        lambda outcome: bench.document.perform(
            EditName("Train"), lambda project: run_edits.set_trained(project, outcome.parameters, outcome.history)
        )
    )
    with qtbot.waitSignal(bench.controller.run_committed, timeout=20_000):
        bench.controller.start(20)
    qtbot.waitUntil(lambda: bool(doctor.diagnoses), timeout=20_000)


def texts(widget, kind):
    return [each.text() for each in widget.findChildren(kind) if each.isVisible()]


def test_names_a_learning_rate_of_10_and_one_click_mends_it(qtbot, bench, home, doctor):
    badge = DoctorBadge(doctor, home)
    panel = panel_of(qtbot, bench, doctor)
    assert not badge.isVisible()
    (text,) = texts(panel, QLabel)
    assert text.startswith("Nothing wrong was found.")
    train_too_fast(qtbot, bench, doctor)
    assert badge.isVisible()
    assert badge.text() == "Learning rate too high"
    assert home.rect().contains(badge.geometry())
    home.resize(500, 420)
    assert home.rect().bottomRight().x() - badge.geometry().right() < 20
    qtbot.waitUntil(lambda: "Learning rate too high" in texts(panel, QLabel))
    assert any("10" in text for text in texts(panel, QLabel))

    first = bench.project
    button = next(each for each in panel.findChildren(QPushButton) if each.text().startswith("Learning rate 0.03"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bench.project.training.optimizer.learning_rate == pytest.approx(0.03)
    assert bench.project.history.is_empty
    qtbot.waitUntil(lambda: not doctor.diagnoses, timeout=20_000)
    assert not badge.isVisible()
    bench.document.undo()
    assert bench.project is first


def test_the_badge_stands_above_a_message_and_comes_down_again(qtbot, bench, home, doctor):
    message = QLabel("The loss grew beyond all bounds.", home)
    message.hide()
    badge = DoctorBadge(doctor, home, (message,))
    train_too_fast(qtbot, bench, doctor)
    alone = badge.geometry()
    message.setGeometry(20, home.height() - 60, home.width() - 40, 50)
    message.show()
    assert not badge.geometry().intersects(message.geometry())
    assert badge.geometry().bottom() < message.geometry().top()
    assert badge.geometry().right() == alone.right()
    message.hide()
    assert badge.geometry() == alone
    message.setGeometry(0, home.height() - 60, 40, 50)
    message.show()  # beside it is no obstacle
    assert badge.geometry() == alone


def test_what_is_hidden_stays_hidden_while_it_lasts(qtbot, bench, home, doctor):
    panel = panel_of(qtbot, bench, doctor)
    train_too_fast(qtbot, bench, doctor)
    button = next(each for each in panel.findChildren(QToolButton) if each.text() == "Hide")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert doctor.diagnoses == ()
    assert any("Nothing wrong was found." in text for text in texts(panel, QLabel))


def test_a_remedy_for_what_is_locked_says_so_until_it_is_freed(qtbot, bench, home, doctor):
    panel = panel_of(qtbot, bench, doctor)
    train_too_fast(qtbot, bench, doctor)
    qtbot.waitUntil(lambda: bool(panel.findChildren(QPushButton)))
    [button] = (each for each in panel.findChildren(QPushButton) if each.text().startswith("Learning rate"))
    assert button.isEnabled()
    assert button.toolTip() == "Undo takes it back"
    teacher = Classroom(teacher="Ada")
    bench.document.perform(EditName("class"), lambda project: set_classroom(project, teacher, ("learning_rate",)))
    qtbot.waitUntil(lambda: not button.isEnabled())
    assert button.toolTip() == "Locked by Ada. Unlock in File > For a class…"
    bench.document.perform(EditName("free"), lambda project: set_classroom(project, Classroom(), ()))
    qtbot.waitUntil(lambda: button.isEnabled())
