"""ExamplesPanel: examples as they are, in any order, and one of them step by step."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QSpinBox, QTableView

from nnplay.data import DigitsChoice
from nnplay.data.table import scan_table, suggested_choice
from nnplay.data.table.reader import TableSource
from nnplay.document import EditName
from nnplay.panels.examples.example_sheet import ExampleSheet
from nnplay.panels.examples.examples_panel import ExamplesPanel
from nnplay.panels.examples.model import PAGE, PICTURE_SIDE
from nnplay.panels.examples.value_view import ValueView
from nnplay.panels.try_it.asked import Asked
from nnplay.project.presets import preset
from nnplay.project.proposals import choose_data
from nnplay.shell import translations
from tests.panels.conftest import Bench

TEXT = b"age,colour,sick\n" + b"".join(
    b"%s,%s,%d\n" % (b"" if i == 3 else b"%d" % (20 + i), [b"red", b"blue"][i % 2], i % 3 == 0) for i in range(1200)
)


@pytest.fixture
def table(bench):
    choice = suggested_choice(scan_table(TableSource("people.csv", TEXT)), "people.csv", "", TEXT)
    bench.document.perform(EditName("table"), lambda project: choose_data(project, replace(choice, train_share=1.0), 1))
    return bench


@pytest.fixture
def panel(qtbot, table):
    qtbot.waitUntil(lambda: table.controller.dataset is not None)
    panel = ExamplesPanel(Asked(table.controller, table.controller), table.controller)
    qtbot.addWidget(panel)
    panel.resize(1100, 400)
    panel.show()
    yield panel
    panel.hide()


def view(panel, kind=QTableView, name="Examples"):
    return next(each for each in panel.findChildren(kind) if each.accessibleName() == name)


def line(panel, row):
    model = view(panel).model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_examples_stand_page_by_page(panel):
    model = view(panel).model()
    titles = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert titles == ["#", "Answer", "age", "colour=blue", "colour=red"]
    assert model.rowCount() == PAGE
    pages = panel.findChild(QSpinBox)
    assert (pages.maximum(), pages.suffix()) == (3, " of 3")
    pages.setValue(3)
    assert model.rowCount() == 200
    assert line(panel, 0)[0] == "1001"


def test_a_click_on_a_head_sorts_all_pages(panel, qtbot):
    view(panel).sortByColumn(2, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: line(panel, 0)[0] == "1200")  # the oldest is the last one
    view(panel).sortByColumn(1, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: line(panel, 0)[:2] == ["2", "0"])  # the first of those who are not sick


def test_a_click_sends_an_example_through_the_network_and_shows_its_steps(panel, table, qtbot):
    with qtbot.waitSignal(panel.asked.front_wanted):
        QTest.mouseClick(
            view(panel).viewport(),
            Qt.MouseButton.LeftButton,
            pos=view(panel).visualRect(view(panel).model().index(3, 1)).center(),
        )
    assert np.array_equal(panel.asked.example.x, table.controller.dataset.train.x[3])
    sheet = panel.findChild(ExampleSheet)
    assert "Example 4: actual 1, predicted" in sheet.text
    steps = sheet.findChild(QTableView).model()
    qtbot.waitUntil(lambda: steps.rowCount() == 2)
    texts = [[steps.index(row, column).data() for column in range(5)] for row in range(2)]
    ages = np.array([20 + i for i in range(1200) if i != 3], float)
    assert texts[0][:2] == ["age", ""]
    assert texts[0][2].startswith(f"{np.median(ages):.4g}"[:3])
    assert "stands for a missing value" in texts[0][2]
    assert texts[0][3].startswith("(x − ")
    assert texts[1][1:] == ["blue", "", "", "1 0"]


def test_the_bars_count_each_class(panel, qtbot):
    plot = panel.findChild(ValueView).plot
    assert plot.counts.sum(axis=1).tolist() == [800, 400]
    column = next(each for each in panel.findChildren(QComboBox) if each.accessibleName() == "Column")
    column.setCurrentIndex(1)
    assert plot.counts.shape == (2, 40)
    assert plot.counts.sum() == 1200
    over = next(each for each in panel.findChildren(QComboBox) if each.accessibleName() == "Over which column")
    over.setCurrentIndex(2)
    assert plot.counts.size == 0


def test_rows_that_both_parts_have_are_said(panel, table, qtbot):
    text = b"a,b\n" + b"1,0\n2,1\n" * 40
    choice = suggested_choice(scan_table(TableSource("twice.csv", text)), "twice.csv", "", text)
    table.document.perform(EditName("table"), lambda project: choose_data(project, choice, 1))
    qtbot.waitUntil(lambda: table.controller.dataset is not None)
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "Data leak: test examples that are also training examples: 16" in shown


def test_pictures_stand_side_by_side_with_their_labels(panel, table, qtbot):
    digits = replace(preset("mnist-mlp"), data=DigitsChoice(n_points=20))
    table.document.perform(EditName("digits"), lambda project: digits)
    qtbot.waitUntil(lambda: table.controller.dataset is not None)
    pictures = view(panel, QListView)
    assert pictures.isVisible()
    index = pictures.model().index(0, pictures.modelColumn())
    assert index.data() == str(table.controller.dataset.train.y[0])
    assert index.data(Qt.ItemDataRole.DecorationRole).width() == PICTURE_SIDE
    with qtbot.waitSignal(panel.asked.front_wanted):
        pictures.setCurrentIndex(index)
    assert panel.asked.example.x.shape == (28, 28, 1)


def test_classes_and_inputs_that_come_with_nnplay_are_called_as_a_person_reads_them(qtbot):
    translations.install("zh_CN")
    bench = Bench("body-measures")
    try:
        panel = ExamplesPanel(Asked(bench.controller, bench.controller), bench.controller)
        qtbot.addWidget(panel)
        panel.show()
        qtbot.waitUntil(lambda: bench.controller.dataset is not None)
        model = view(panel, name="样本").model()
        headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(2, 5)]
        assert headings == ["体重", "身高", "年龄"]
        assert {model.index(row, 1).data() for row in range(10)} <= {"男生", "女生"}
        panel.hide()
    finally:
        translations.install("en")
        bench.controller.close()
