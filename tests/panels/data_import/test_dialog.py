"""TableDialog: what a person sees of a table, says of its columns, and gets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox, QTableView

from nnplay.data import Task
from nnplay.data.table import Missing, Role, Scaling
from nnplay.data.table.dates import DatePart
from nnplay.data.table.reader import TableSource
from nnplay.panels.data_import.dialog import TableDialog
from nnplay.panels.data_import.head_view import bars

PLASMA = "plasma,pressure,colour,sick\n" + "".join(
    f"{90 + i},{0 if i % 10 == 0 else 60 + i % 7},{'rgb'[i % 3]},{int(i % 4 == 0)}\n" for i in range(40)
)


@pytest.fixture
def dialog_of(qtbot, tmp_path):
    def make(text, present=None, form=None):
        path = tmp_path / "table.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        dialog = TableDialog(TableSource(str(path)), present, form, 1)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.draft is not None or bool(problem(dialog)))
        return dialog

    return make


def problem(dialog):
    return next(each.text() for each in dialog.findChildren(QLabel) if each.property("look") == "error")


def facts(dialog):
    return next(each.text() for each in dialog.findChildren(QLabel) if " column(s)" in each.text())


def field(dialog, name, kind=QComboBox):
    return next(each for each in dialog.findChildren(kind) if each.accessibleName() == name)


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def view(dialog, name):
    return next(each for each in dialog.findChildren(QTableView) if each.accessibleName() == name)


def cells(view):
    model = view.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def learn(dialog, qtbot):
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Learn from it")
    with qtbot.waitSignal(dialog.chosen) as said:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return said.args


def test_what_is_found_is_shown_and_taken(dialog_of, qtbot):
    dialog = dialog_of(PLASMA)
    assert cells(view(dialog, "First rows"))[1] == ["91", "61", "g", "0"]
    rows = cells(view(dialog, "Columns"))
    assert [row[0] for row in rows] == ["plasma", "pressure", "colour", "sick"]
    assert rows[0][1] == "90 to 129"
    assert rows[1][3] == "4"  # zeros
    assert rows[3][4] == "To predict"
    text = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "40 row(s), 4 column(s)" in text  # without a translator, as in all tests of panels
    assert "0: 30 (75" in text
    assert "1: 10 (25" in text
    choice, seed = learn(dialog, qtbot)
    assert (choice.goal, seed, choice.n_rows) == (Task.YES_NO, 1, 40)
    assert choice.input_names == ("plasma", "pressure", "colour=b", "colour=g", "colour=r")


def test_zeros_that_mean_missing_become_the_median_of_the_training_part(dialog_of, qtbot):
    dialog = dialog_of(PLASMA)
    view(dialog, "Columns").selectRow(1)
    zeros = next(each for each in dialog.findChildren(QCheckBox) if "missing" in each.text())
    zeros.click()
    choose(field(dialog, "Where it is empty"), Missing.MEDIAN)
    choose(field(dialog, "Scaling"), Scaling.NONE)
    assert cells(view(dialog, "Columns"))[1][5:] == ["Median (also for 0)", "x"]
    choice, _ = learn(dialog, qtbot)
    pressure = choice.columns[1]
    assert (pressure.is_zero_missing, pressure.missing, pressure.scaling) == (True, Missing.MEDIAN, Scaling.NONE)


def test_several_columns_at_once(dialog_of, qtbot):
    dialog = dialog_of(PLASMA)
    view(dialog, "Columns").selectAll()
    choose(field(dialog, "Scaling"), Scaling.MIN_MAX)
    choice, _ = learn(dialog, qtbot)
    assert [column.scaling for column in choice.columns[:2]] == [Scaling.MIN_MAX] * 2
    assert choice.columns[2].role is Role.ONE_HOT


def test_another_target_as_a_quantity(dialog_of, qtbot):
    dialog = dialog_of(PLASMA)
    choose(field(dialog, "Predict"), 0)
    assert field(dialog, "As").currentData() is Task.REGRESSION
    field(dialog, "Training data", QSpinBox).setValue(60)
    field(dialog, "Seed of the split", QSpinBox).setValue(7)
    choice, seed = learn(dialog, qtbot)
    assert (choice.goal, choice.target.name, choice.train_share, seed) == (Task.REGRESSION, "plasma", 0.6, 7)


def test_a_semicolon_taken_for_something_else_is_set_right(dialog_of, qtbot):
    dialog = dialog_of("a;b;c\n" + "".join(f"{i},5;{i % 3},0;{i % 2}\n" for i in range(30)))
    assert field(dialog, "Separator").currentData() == ";"
    assert field(dialog, "Decimal sign").currentData() == ","
    choose(field(dialog, "Separator"), ",")
    qtbot.waitUntil(lambda: bool(problem(dialog)) or dialog.draft is not None)
    choose(field(dialog, "Separator"), ";")
    qtbot.waitUntil(lambda: dialog.draft is not None)
    assert [row[0] for row in cells(view(dialog, "Columns"))] == ["a", "b", "c"]


def test_a_word_among_numbers_is_said_in_place(dialog_of):
    lines = [f"{i / 3:.2f},{i % 2}" for i in range(200)]
    lines[150] = "many,1"
    dialog = dialog_of("x,y\n" + "\n".join(lines))
    assert "“many” in row 152" in problem(dialog)
    assert not any(each.isEnabled() for each in dialog.findChildren(QPushButton) if each.text() == "Learn from it")
    choose(field(dialog, "Use"), Role.IGNORE)
    assert "needs one column to predict" in problem(dialog)


def test_words_among_numbers_can_be_treated_as_empty_there(dialog_of, qtbot):
    lines = [f"{i / 3:.2f},{i % 2}" for i in range(200)]
    lines[150] = lines[160] = "不详,1"
    dialog = dialog_of("x,y\n" + "\n".join(lines))
    offer = next(each for each in dialog.findChildren(QPushButton) if "as empty" in each.text())
    assert offer.text() == "&Treat these 2 cell(s) as empty"
    assert not any("cate&gories" in each.text() for each in dialog.findChildren(QPushButton) if each.isVisible())
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert not offer.isVisible()
    assert problem(dialog) == ""
    choose(field(dialog, "Where it is empty"), Missing.DROP)
    assert "198 of 200 rows are used: those with an empty cell in “x” are left out." in facts(dialog)
    choice, _ = learn(dialog, qtbot)
    assert choice.columns[0].is_word_missing


def test_few_words_among_numbers_can_be_categories(dialog_of, qtbot):
    dialog = dialog_of("x,z,y\n" + "".join(f"{'many' if i == 9 else i % 3},{i / 7:.2f},{i % 2}\n" for i in range(60)))
    QTest.mouseClick(
        next(each for each in dialog.findChildren(QPushButton) if "cate&gories" in each.text()),
        Qt.MouseButton.LeftButton,
    )
    assert learn(dialog, qtbot)[0].columns[0].categories == ("0", "1", "2", "many")


def test_dates_are_numbers_when_chosen(dialog_of, qtbot):
    dialog = dialog_of("day,x,y\n" + "".join(f"2024-01-{i:02d},{i * i % 7},{i % 2}\n" for i in range(1, 29)))
    rows = cells(view(dialog, "Columns"))
    assert rows[0][1] == "2024-01-01 to 2024-01-28"
    assert rows[0][6] == "Dates. As numbers they can be days, years, months or weekdays."
    head = view(dialog, "First rows").horizontalHeader()
    assert head.words(0).splitlines()[:2] == ["day", "2024-01-01 to 2024-01-28"]
    assert len(bars(dialog.draft.scan.columns[0])) == 16
    choose(field(dialog, "Date as"), DatePart.MONTH)  # which makes it a column of numbers
    assert cells(view(dialog, "Columns"))[0][4] == "Number"
    assert "All rows are used." in facts(dialog)
    assert learn(dialog, qtbot)[0].columns[0].date_part is DatePart.MONTH


def test_the_head_shows_how_values_are_distributed(dialog_of):
    dialog = dialog_of(PLASMA)
    head = view(dialog, "First rows").horizontalHeader()
    assert head.words(2) == "colour\nr: 14\nb: 13\ng: 13"
    assert bars(dialog.draft.scan.columns[2]) == (1.0, 13 / 14, 13 / 14)
    assert view(dialog, "First rows").model().headerData(0, Qt.Orientation.Vertical) == 2  # the names are row 1


def test_a_file_that_is_no_table_is_said(dialog_of):
    assert "row 2" in problem(dialog_of("1,2,3\n4,5\n"))


def test_closing_ends_the_look(qtbot, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("a,b\n" + "1.5,2\n" * 400_000)
    dialog = TableDialog(TableSource(str(path)), None, None, 1)
    qtbot.addWidget(dialog)
    dialog.show()
    assert len(cells(view(dialog, "First rows"))) == 50  # before the whole is read
    assert dialog.draft is None
    dialog.reject()
    assert dialog.draft is None
