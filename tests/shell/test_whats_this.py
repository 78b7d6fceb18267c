"""What's this: every control answers, and a link in the answer begins the lesson."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from nnplay.appearance import glossary
from nnplay.panels.explanations import explanation_of


def test_the_controls_answer(window):
    for name, term in (
        ("learning_rate", "learning_rate"),
        ("batch_size", "batch_size"),
        ("optimizer", "optimizer"),
        ("loss_function", "loss"),
    ):
        control = window.findChild(QWidget, name)
        assert control.whatsThis() == glossary.article(term)
        assert control.toolTip() == glossary.tooltip(term)
    loss = window.docks["loss"].panel
    assert loss.whatsThis() == explanation_of(loss) != ""


def test_the_menu_asks_what_is_to_be_explained(window):
    window.commands.help.whats_this.trigger()
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()


def test_a_link_begins_the_lesson(window, qtbot):
    control = window.findChild(QWidget, "batch_size")
    with qtbot.waitSignal(window.lessons.chosen) as signal:
        QApplication.sendEvent(control, QWhatsThisClickedEvent("lesson:11"))
    assert signal.args[0].id == "11-epochs-batches-rates"


def test_help_opens_the_glossary_with_the_search_field(window, qtbot):
    window.activateWindow()
    window.commands.help.glossary.trigger()
    panel = window.docks["glossary"].panel
    qtbot.waitUntil(panel.isVisible)
    QTest.keyClicks(panel.search, "seed")
    assert panel.words.toPlainText().startswith("Seed")
    with qtbot.waitSignal(window.lessons.chosen):
        panel.lesson_wanted.emit(10)
    assert panel.mapTo(window, QPoint()).x() < window.width() // 2
