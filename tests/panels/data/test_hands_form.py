"""HandsForm: a slider and a picture for each way of writing; one drag is one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from nnplay.data import DigitsChoice
from nnplay.data.hands import USUAL
from nnplay.document import Document
from nnplay.panels.data.hands_form import HandsForm
from nnplay.project.presets import preset
from nnplay.project.proposals import take_proposal


@pytest.fixture
def document(qapp):
    return Document(take_proposal(preset("circle"), DigitsChoice(), "mlp"))


@pytest.fixture
def form(qtbot, document):
    form = HandsForm(document)
    qtbot.addWidget(form)
    form.show()
    return form


def press(form, text):
    next(each for each in form.findChildren(QPushButton) if each.text() == text).click()


def test_each_way_has_a_picture_of_its_own(form):
    press(form, "Ways of &writing")
    pictures = [label.pixmap().toImage() for label in form.findChildren(QLabel) if not label.pixmap().isNull()]
    assert len(pictures) == 6
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])


def test_a_slider_changes_the_share_and_as_usual_brings_it_back(form, document):
    press(form, "Ways of &writing")
    slider = form.sliders["footed_seven"].slider
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert document.project.data.hands.footed_seven == pytest.approx(0.15)
    assert form.sliders["footed_seven"].value() == 15
    press(form, "As &usual")
    assert document.project.data.hands == USUAL


def test_it_is_for_generated_digits_alone(form, document):
    document.replace(preset("circle"), None)
    assert form.isHidden()
