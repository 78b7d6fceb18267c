"""DigitsPage: loading, loaded, failed and cancelled folders, each with what to do next."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from nnplay.data import DigitsChoice, IdxFolderChoice
from nnplay.document import EditName
from nnplay.panels.data.digits_page import ContactSheet, DigitsPage
from nnplay.project.presets import preset
from tests.data.idx_files import write_folder


@pytest.fixture
def page(qtbot, bench):
    page = DigitsPage(bench.document, bench.controller)
    qtbot.addWidget(page)
    page.show()
    return page


def choose(bench, folder):
    bench.document.perform(
        EditName("open"), lambda project: replace(preset("mnist-mlp"), data=IdxFolderChoice(str(folder)))
    )


def sentence(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def shown(page, kind):
    return [widget for widget in page.findChildren(kind) if widget.isVisible()]


def test_a_loaded_folder_shows_counts_and_pictures(page, bench, qtbot, tmp_path):
    folder = write_folder(tmp_path / "my digits")
    with qtbot.waitSignal(bench.controller.dataset_changed, check_params_cb=lambda dataset: dataset is not None):
        choose(bench, folder)
    assert "my digits" in sentence(page)
    assert "20 for training, 10 for testing" in sentence(page)
    assert shown(page, ContactSheet)
    assert not shown(page, QProgressBar)
    assert not shown(page, QPushButton)


def test_generated_digits_can_be_cancelled_and_written_after_all(page, bench, qtbot):
    bench.document.perform(
        EditName("generate"), lambda project: replace(preset("mnist-mlp"), data=DigitsChoice(100, 0.7))
    )
    assert "Generated digits" in sentence(page)
    (cancel,) = shown(page, QPushButton)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert "No digits have been generated yet" in sentence(page)
    (retry,) = shown(page, QPushButton)
    with qtbot.waitSignal(bench.controller.dataset_changed, check_params_cb=lambda dataset: dataset is not None):
        QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    assert "70 for training, 30 for testing" in sentence(page)
    assert shown(page, ContactSheet)
    assert not shown(page, QPushButton)


def test_while_loading_there_is_progress_and_a_way_out(page, bench, tmp_path):
    choose(bench, write_folder(tmp_path / "digits"))
    assert shown(page, QProgressBar)
    (cancel,) = shown(page, QPushButton)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not bench.controller.is_loading
    assert not shown(page, QProgressBar)
    assert "not loaded" in sentence(page)


def test_after_a_cancel_one_can_try_again(page, bench, qtbot, tmp_path):
    choose(bench, write_folder(tmp_path / "digits"))
    bench.controller.cancel_loading()
    (retry,) = shown(page, QPushButton)
    with qtbot.waitSignal(bench.controller.dataset_changed, check_params_cb=lambda dataset: dataset is not None):
        QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    assert shown(page, ContactSheet)


def test_a_folder_without_digits_says_what_to_do(page, bench, qtbot, tmp_path):
    with qtbot.waitSignal(bench.controller.failed):
        choose(bench, tmp_path)
    assert "not loaded" in sentence(page)
    assert len(shown(page, QPushButton)) == 1
    assert not shown(page, ContactSheet)
