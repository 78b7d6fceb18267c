"""LabelledSlider: steps, text, and one key for each gesture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from nnplay.panels.widgets.labelled_slider import LabelledSlider


@pytest.fixture
def slider(qtbot):
    slider = LabelledSlider("Share", 10, 90, 10, lambda value: f"{value} %")
    qtbot.addWidget(slider)
    slider.show()
    return slider


@pytest.fixture
def moves(slider):
    moves = []
    slider.moved.connect(lambda value, key: moves.append((value, key)))
    return moves


def texts(slider):
    return [label.text() for label in slider.findChildren(QLabel)]


def test_keys_move_it_by_steps(slider, moves):
    slider.set_value(50)
    QTest.keyClick(slider.slider, Qt.Key.Key_Right)
    QTest.keyClick(slider.slider, Qt.Key.Key_Left)
    QTest.keyClick(slider.slider, Qt.Key.Key_End)
    assert [value for value, _ in moves] == [60, 50, 90]
    assert "90 %" in texts(slider)


def test_setting_a_value_is_silent(slider, moves):
    slider.set_value(70)
    assert slider.value() == 70
    assert "70 %" in texts(slider)
    assert moves == []


def test_one_drag_has_one_key_and_the_next_another(slider, moves):
    for values in ((2, 3), (4,)):
        slider.slider.setSliderDown(True)
        for value in values:
            slider.slider.setSliderPosition(value)
        slider.slider.setSliderDown(False)
    keys = [key for _, key in moves]
    assert [value for value, _ in moves] == [20, 30, 40]
    assert keys[0] == keys[1] != keys[2]


def test_a_handle_in_the_hand_is_not_taken_away(slider):
    slider.slider.setSliderDown(True)
    slider.slider.setSliderPosition(8)
    slider.set_value(30)
    assert slider.value() == 80
    slider.slider.setSliderDown(False)
