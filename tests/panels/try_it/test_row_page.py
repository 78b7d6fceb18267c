"""RowPage: a row of one's own, answered at once, in the person's own units."""

import numpy as np
import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QSlider,
    QTabBar,
    QTableView,
    QTableWidget,
    QToolButton,
)

from nnplay.asking import Origin
from nnplay.data import TableChoice, Task, load
from nnplay.data.table import Column, Role, TableFormat
from nnplay.data.table.dates import DatePart
from nnplay.engine import Network
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.try_it.row_page import RowPage
from nnplay.project.edits import set_data
from nnplay.project.presets import preset
from tests.panels.fakes import FakeController


@pytest.fixture
def page(qtbot, asked, controller):
    page = RowPage(asked, controller)
    page.resize(340, 560)
    qtbot.addWidget(page)
    page.show()
    return page


def named(page, kind, name):
    return next(each for each in page.findChildren(kind) if each.accessibleName() == name)


def press(page, text):
    QTest.mouseClick(
        next(each for each in page.findChildren(QToolButton) if text in (each.text(), each.accessibleName())),
        Qt.MouseButton.LeftButton,
    )


def type_in(page, name, text):
    field = named(page, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def probability(controller, x):
    network = Network(controller.project.network)
    network.load(controller.snapshot.parameters)
    return float(network.predict(x[np.newaxis])[0, 0])


def test_typed_values_are_answered_in_their_own_unit(page, asked, controller):
    type_in(page, "age", "49")
    type_in(page, "sugar", "148,5")
    assert asked.example.cells[0] == "49"
    assert asked.example.cells[3] == "148.5"
    p = probability(controller, asked.form.input_of(asked.example.cells))
    assert page.answer.text == ("yes" if p >= 0.5 else "no")
    assert f"{100 * max(p, 1 - p):.1f}" in page.answer.share
    np.testing.assert_array_equal(asked.example.x, asked.form.input_of(("49", "Bern", "small", "148.5")))


def test_a_slider_moves_over_the_range_of_the_data(page, asked):
    slider = named(page, QSlider, "age")
    slider.setValue(slider.maximum())
    assert asked.example.cells[0] == "63"
    slider.setValue(0)
    assert asked.example.cells[0] == "21"
    assert named(page, QLineEdit, "age").text() == "21"


def test_an_empty_cell_counts_as_what_fills_it(page, asked):
    type_in(page, "sugar", "100")
    field = named(page, QLineEdit, "sugar")
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked.example.cells[3] == ""
    assert "Empty: counts as" in field.toolTip()


def test_what_is_no_number_is_said_and_changes_nothing(page, asked):
    type_in(page, "age", "49")
    before = asked.example
    type_in(page, "age", "old")
    assert "is not a number" in page.form.notice
    assert asked.example is before
    press(page, "Average")
    assert named(page, QLineEdit, "age").text() == asked.example.cells[0]
    assert page.form.notice == ""


def test_values_beyond_the_data_are_answered_with_a_warning(page, asked):
    type_in(page, "age", "200")
    assert asked.example.cells[0] == "200"
    assert "Beyond the training data: age" in page.form.notice
    type_in(page, "age", "50")
    assert page.form.notice == ""


def test_a_row_of_a_spreadsheet_is_pasted_with_and_without_names(page, asked):
    QGuiApplication.clipboard().setText("52\tOslo\tlarge\t120,5\tyes\n")
    QTest.keyClick(named(page, QSlider, "age"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert asked.example.cells == ("52", "Oslo", "large", "120.5")
    QGuiApplication.clipboard().setText("Sugar,size,age,city\n90,middle,30,Rome\n")
    press(page, "Paste")
    assert asked.example.cells == ("30", "Rome", "middle", "90")
    before = asked.example
    QGuiApplication.clipboard().setText("nothing useful")
    press(page, "Paste")
    assert "needs 4 values" in page.form.notice
    assert asked.example is before


def test_an_example_of_the_data_comes_with_its_true_answer(page, asked, controller):
    asked.ask_about(Origin("train", 2))
    truth = controller.dataset.classes[int(controller.dataset.train.y[2, 0])]
    assert f"true answer: {truth}" in page.answer.beside
    assert [line.cell for line in page.form.lines] == list(asked.example.cells)


def test_the_answer_follows_the_learning(page, asked, controller):
    asked.ask_about(Origin("train", 0))
    before = page.answer.share
    parameters = controller.snapshot.parameters.copy()
    parameters[:] += 0.3
    controller.train_to(parameters)
    assert page.answer.share != before
    assert f"{100 * max(p := probability(controller, asked.example.x), 1 - p):.1f}" in page.answer.share


def test_random_and_average_rows_are_asked(page, asked):
    for text in ("Random", "Average", "From the data"):
        press(page, text)
        assert asked.example is not None
    assert asked.example.target is not None


def test_the_canvas_is_lit_while_an_example_is_asked_and_seen(page, asked, qtbot):
    lit = []
    asked.lit.connect(lit.append)
    asked.ask_about(Origin("train", 1))
    qtbot.waitUntil(lambda: bool(lit))
    np.testing.assert_array_equal(lit[-1], asked.example.x)
    page.hide()
    assert lit[-1] is None
    page.show()
    np.testing.assert_array_equal(lit[-1], asked.example.x)
    slider = named(page, QSlider, "age")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    assert lit[-1] is None
    assert asked.example is None


def test_other_data_end_the_question_and_make_other_fields(page, asked, controller):
    asked.ask_about(Origin("train", 1))
    controller.show(preset("circle"))
    assert asked.example is None
    assert [line.field.name for line in page.form.lines] == ["x1", "x2"]
    type_in(page, "x1", "-2.5")
    assert asked.example.cells == ("−2.5".replace("−", "-"), "0")
    assert page.answer.text in ("+1", "−1")


def test_many_fields_scroll_below_their_answer(page, asked, controller):
    columns = (*(Column(f"c{n}") for n in range(20)), Column("ill", Role.TARGET, ("0", "1")))
    rows = [",".join(column.name for column in columns), *(",".join([str(n)] * 20 + [str(n % 2)]) for n in range(10))]
    content, form = "\n".join(rows).encode(), TableFormat(has_header=True)
    choice = TableChoice(path="many.csv", content=content, form=form, columns=columns, goal=Task.YES_NO)
    controller.show(set_data(controller.project, choice), dataset=load(choice, 1, 1))
    asked.ask_about(Origin("train", 1))
    page.resize(260, 560)
    assert page.answer.visibleRegion().boundingRect() == page.answer.rect()
    assert page.form.findChild(QScrollArea).widget().height() > page.form.height()
    named(page, QSlider, "c19").setFocus()
    QTest.keyClick(named(page, QSlider, "c19"), Qt.Key.Key_Tab)
    number = named(page, QLineEdit, "c19")
    assert number.visibleRegion().boundingRect() == number.rect()
    assert page.details.curve.isVisible()
    assert page.minimumSizeHint().height() < 560


@pytest.fixture
def march(controller):
    columns = (Column("day", date_part=DatePart.DAYS), Column("ill", Role.TARGET, ("0", "1")))
    content = "day,ill\n" + "\n".join(f"2024-03-{n:02d},{n % 2}" for n in range(1, 31))
    form = TableFormat(has_header=True)
    choice = TableChoice(path="days.csv", content=content.encode(), form=form, columns=columns, goal=Task.YES_NO)
    controller.show(set_data(controller.project, choice), dataset=load(choice, 1, 1))


def test_a_date_is_chosen_in_a_calendar(page, asked, march):
    type_in(page, "day", "2024-03-09")
    field = named(page, QLineEdit, "day")
    QTest.mouseClick(field.findChild(QToolButton), Qt.MouseButton.LeftButton)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.isVisible()
    assert calendar.selectedDate() == QDate(2024, 3, 9)
    days = calendar.findChild(QTableView)
    day_after = days.visualRect(days.currentIndex().siblingAtColumn(days.currentIndex().column() - 1)).center()
    QTest.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=day_after)
    assert field.text() == calendar.selectedDate().toString(Qt.DateFormat.ISODate)
    assert asked.example.cells == (field.text(),)
    assert field.text() != "2024-03-09"
    assert not calendar.isVisible()


def test_the_calendar_opens_with_a_key_and_escape_leaves_the_date(page, asked, march):
    type_in(page, "day", "2024-03-09")
    field = named(page, QLineEdit, "day")
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    QTest.keyClick(calendar.findChild(QTableView), Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert asked.example.cells == ("2024-03-09",)


def test_a_date_is_typed_as_the_table_has_it(page, asked, march):
    type_in(page, "day", "9.3.2024")
    assert asked.example.cells == ("2024-03-09",)
    assert named(page, QLineEdit, "day").text() == "2024-03-09"
    named(page, QSlider, "day").setValue(0)
    assert asked.example.cells == ("2024-03-01",)
    type_in(page, "day", "soon")
    assert "not a date" in page.form.notice
    assert asked.example.cells == ("2024-03-01",)
    type_in(page, "day", "2025-01-01")
    assert "Beyond the training data: day" in page.form.notice


def test_the_fields_stay_where_they_are_when_typing_begins(page, asked):
    asked.forget()
    place = named(page, QLineEdit, "sugar").mapToGlobal(QPoint())
    type_in(page, "age", "49")
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert named(page, QLineEdit, "sugar").mapToGlobal(QPoint()) == place


def test_the_same_columns_keep_what_was_typed(page, asked, controller, people):
    type_in(page, "age", "49")
    cells = asked.example.cells
    _, dataset = people
    controller.show(controller.project, dataset=type(dataset)(**vars(dataset)))
    assert asked.example.cells == cells


def test_the_article_asks_for_the_average_person(qtbot):
    controller = FakeController(preset("body-measures"))
    asked = Asked(controller, controller)
    page = RowPage(asked, controller)
    qtbot.addWidget(page)
    page.show()
    for name in ("weight", "height", "age"):
        type_in(page, name, "0")
    assert asked.example.cells == ("0", "0", "0")
    assert page.answer.text in ("female", "male")
    assert page.answer.share.endswith(" %")


def test_the_curve_is_that_of_the_touched_value_and_its_click_sets_it(page, asked):
    type_in(page, "sugar", "100")
    curve = page.details.curve
    assert curve.found.number == 3
    assert page.details.findChild(QComboBox).currentText() == "sugar"
    QTest.mouseClick(curve, Qt.MouseButton.LeftButton, pos=curve.rect().center())
    chosen = float(asked.example.cells[3])
    assert 85.25 < chosen < 183
    shares = curve.found.answer.shares[:, 1]
    assert len(shares) == len(curve.found.values)
    near = int(np.abs(curve.found.values - chosen).argmin())
    page_share = float(page.answer.share.split()[0])
    assert 100 * max(shares[near], 1 - shares[near]) == pytest.approx(page_share, abs=1.0)


def test_reasons_and_numbers_are_shown_on_request(page, asked, controller):
    asked.ask_about(Origin("train", 2))
    tabs = page.details.findChild(QTabBar)
    tabs.setCurrentIndex(1)
    assert len(page.details.why.texts) == 4
    assert any(f"age = {asked.example.cells[0]}" in text for text in page.details.why.texts)
    assert "→" in page.details.why.texts[0]
    why = page.details.why
    why.resize(200, why.height())
    answers = [text.rpartition(": ")[2] for text in why.texts]
    left, right = why.columns()
    assert 0 < left < right
    assert all(right + why.fontMetrics().horizontalAdvance(text) <= why.width() for text in answers)
    tabs.setCurrentIndex(2)
    table = page.details.findChild(QTableWidget)
    assert [float(table.item(row, 1).text()) for row in range(table.rowCount())] == pytest.approx(
        asked.example.x.tolist(), abs=1e-6
    )
    assert table.item(1, 0).text() == "city=Bern"
