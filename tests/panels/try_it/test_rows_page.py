"""RowsPage: a table in, the table with its predictions out, equal to the command's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QToolButton

from nnplay.asking import Origin
from nnplay.cli.main import main
from nnplay.panels.results.confusion_matrix import ConfusionMatrix
from nnplay.panels.try_it.rows_page import RowsPage
from nnplay.project.presets import preset
from nnplay.project.storage import file
from tests.asking.samples import PEOPLE


@pytest.fixture
def page(qtbot, asked, controller):
    page = RowsPage(asked, controller)
    page.resize(340, 560)
    qtbot.addWidget(page)
    page.show()
    return page


def press(page, text):
    QTest.mouseClick(
        next(each for each in page.findChildren(QToolButton) if each.text() == text), Qt.MouseButton.LeftButton
    )


def test_an_empty_page_says_what_a_table_needs(page):
    assert "age, city, size, sugar" in page.text
    assert page.table() is None


def test_a_file_comes_out_as_the_command_writes_it(page, controller, qtbot, tmp_path, capsys):
    rows, project, said = tmp_path / "rows.csv", tmp_path / "people.nnplay", tmp_path / "said.csv"
    rows.write_text(PEOPLE)
    page.open(rows)
    qtbot.waitUntil(lambda: page.rows is not None)
    page._on_target_selected(str(said))
    assert "Saved" in page.text
    file.save(controller.project, project)
    assert main(["predict", str(project), "--rows", str(rows), "-o", str(tmp_path / "out.csv")]) == 0
    assert said.read_bytes() == (tmp_path / "out.csv").read_bytes()
    matrix = page.findChild(ConfusionMatrix)
    assert matrix.isVisible()
    assert matrix.counts.sum() == 6


def test_the_answers_are_seen_without_scrolling(page, asked, qtbot):
    for text in (PEOPLE, PEOPLE.replace("age,", "AGE,")):  # a second table is shown like the first one
        QGuiApplication.clipboard().setText(text)
        press(page, "Paste")
        qtbot.waitUntil(lambda text=text: page.rows is not None and page.rows.names[0] == text[:3])
        view = page.findChild(QTableView)
        head, model = view.horizontalHeader(), view.model()
        shown = [model.headerData(head.logicalIndex(n), Qt.Orientation.Horizontal) for n in range(head.count())]
        names = page.rows.table()[0]
        n = len(page.rows.names)
        assert shown == ["predicted", "probability", *names[:n], *names[n + 2 :]]


def test_a_chosen_row_is_asked_about(page, asked, qtbot):
    QGuiApplication.clipboard().setText(PEOPLE)
    press(page, "Paste")
    qtbot.waitUntil(lambda: page.rows is not None)
    view = page.findChild(QTableView)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center())
    assert asked.example.cells == ("31", "Rome", "large", "0")
    assert asked.example.origin is None
    assert float(asked.example.target[0]) == 0


def test_rows_are_numbered_as_in_their_file_and_in_messages(page, qtbot):
    QGuiApplication.clipboard().setText(PEOPLE.replace("85.25", "sweet"))
    press(page, "Paste")
    qtbot.waitUntil(lambda: page.rows is not None)
    assert "row 4" in page.text
    model = page.findChild(QTableView).model()
    row = next(row for row in range(model.rowCount()) if model.headerData(row, Qt.Orientation.Vertical) == 4)
    assert model.index(row, 3).data() == "sweet"


def test_the_same_table_is_asked_again_after_more_training(page, controller, qtbot):
    QGuiApplication.clipboard().setText(PEOPLE)
    press(page, "Paste")
    qtbot.waitUntil(lambda: page.rows is not None)
    before = page.rows
    controller.train_to(controller.snapshot.parameters + 0.5)
    assert page.rows is before
    press(page, "Ask again")
    qtbot.waitUntil(lambda: page.rows is not before)
    assert (page.rows.answer.outputs != before.answer.outputs).any()


def test_a_table_that_does_not_fit_is_explained(page, qtbot):
    QGuiApplication.clipboard().setText("age\tcity\n49\tBern\n50\tRome\n")
    press(page, "Paste")
    qtbot.waitUntil(lambda: "no column “size”" in page.text)
    assert page.rows is None


def test_other_data_forget_the_rows(page, controller, qtbot, asked):
    QGuiApplication.clipboard().setText(PEOPLE)
    press(page, "Paste")
    qtbot.waitUntil(lambda: page.rows is not None)
    controller.show(preset("circle"))
    assert page.rows is None
    assert "x1, x2" in page.text
    asked.ask_about(Origin("train", 0))
