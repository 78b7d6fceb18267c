"""Tables as people have them: words among numbers, row numbers, dates, units, Chinese signs, mixed line ends."""

import numpy as np
import pytest

from nnplay.data import load, open_data
from nnplay.data.table import Missing, Role, TableFormat, scan_table, sniff
from nnplay.data.table.dates import DatePart, day_text
from nnplay.data.table.draft import TableDraft
from nnplay.data.table.numbers import number
from nnplay.data.table.reader import TableSource
from nnplay.data.table.suggestion import left_out

WORDS = "age,size,kind\n" + "".join(
    f"{'不详' if i % 10 == 5 else i},{0 if i % 4 == 0 else i},{'ab'[i % 2]}\n" for i in range(40)
)


def draft_of(text, encoding="utf-8"):
    return TableDraft.begin(scan_table(TableSource("t.csv", text.encode(encoding))), "")


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [
        ("１２．５", ".", 12.5),
        ("－３", ".", -3),
        ("1,234", ".", 1234),
        ("-1,234,567.5", ".", -1_234_567.5),
        ("1 234", ".", 1234),
        ("1'234", ".", 1234),
        ("1.234,5", ",", 1234.5),
        ("1.234.567", ",", 1_234_567),
    ],
)
def test_numbers_as_people_write_them(cell, decimal, value):
    assert number(cell, decimal) == value


@pytest.mark.parametrize(
    ("cell", "decimal"), [("1,23", "."), ("1,2345", "."), ("12.34", ","), ("1_000", "."), ("3 4", ".")]
)
def test_what_is_no_number(cell, decimal):
    assert np.isnan(number(cell, decimal))


def test_words_among_numbers_are_empty_if_a_person_says_so(tmp_path):
    draft = draft_of(WORDS)
    assert draft.stray == 0
    assert draft.scan.columns[0].first_word == (7, "不详")  # row 7 of the file, as a spreadsheet shows it
    emptied = draft.with_words_missing({0}, are_missing=True)
    assert emptied.stray is None
    assert emptied.columns[0].missing is Missing.MEDIAN
    data = load(emptied.choice(), 1, 1)
    assert len(data.train) + len(data.test) == 40
    dropped = emptied.with_missing({0}, Missing.DROP).choice()
    data = load(dropped, 1, 1)
    assert len(data.train) + len(data.test) == 36


def test_how_many_rows_remain_is_what_is_loaded():
    draft = draft_of(WORDS).with_words_missing({0}, are_missing=True).with_missing({0}, Missing.DROP)
    draft = draft.with_zeros({1}, are_missing=True)
    assert [draft.columns[i].name for i in draft.left_out] == ["age", "size"]
    data = load(draft.choice(), 1, 1)
    assert draft.n_left == len(data.train) + len(data.test) == 26


def test_rows_are_counted_as_a_spreadsheet_counts_them():
    text = "a,b\n\n1,2\n\n3,4\n5,6\n"
    scan = scan_table(TableSource("t.csv", text.encode()))
    assert scan.preview_numbers == (3, 5, 6)
    data = load(TableDraft.begin(scan, "").choice(), 1, 1)
    assert sorted([*data.rows_train, *data.rows_test]) == [3, 5, 6]


@pytest.mark.parametrize("name", ["", "id", "序号"])
def test_row_numbers_are_left_out_with_a_word(name):
    draft = draft_of(f"{name},x,y\n" + "".join(f"{i},{i * i % 7},{i % 2}\n" for i in range(1, 30)))
    assert draft.columns[0].role is Role.IGNORE
    assert left_out(draft.scan.columns[0]) == "Row numbers."


def test_a_column_that_counts_under_another_name_is_used():
    draft = draft_of("time,y\n" + "".join(f"{i},{i * i % 7}\n" for i in range(1, 30)))
    assert draft.columns[0].role is Role.NUMBER


def test_identifiers_are_left_out():
    draft = draft_of("who,x,y\n" + "".join(f"p{i},{i * i % 7},{i % 2}\n" for i in range(30)))
    assert left_out(draft.scan.columns[0]) == "Identifiers: every cell is different."


def test_dates_become_numbers_by_choice():
    draft = draft_of("day,x,y\n" + "".join(f"2024-01-{i:02d},{i * i % 7},{i % 2}\n" for i in range(1, 29)))
    assert draft.columns[0].role is Role.IGNORE
    days = draft.with_role({0}, Role.NUMBER)
    assert days.columns[0].date_part is DatePart.DAYS
    weekdays = days.with_date_part({0}, DatePart.WEEKDAY)
    prepared = load(weekdays.choice(), 1, 1).preparation.columns[0]
    assert prepared.shift == pytest.approx(4, abs=0.5)  # four whole weeks, the mean weekday of those for training


def test_a_second_row_of_units_belongs_to_the_names():
    text = "height,mass,kind\ncm,kg,\n" + "".join(f"{i},{2 * i},{'ab'[i % 2]}\n" for i in range(20))
    assert sniff(text.encode()).has_units
    draft = draft_of(text)
    assert [column.name for column in draft.columns] == ["height (cm)", "mass (kg)", "kind"]
    assert draft.scan.n_rows == 20
    assert draft.scan.preview_numbers[0] == 3
    data = load(draft.choice(), 1, 1)
    assert min([*data.rows_train, *data.rows_test]) == 3


@pytest.mark.parametrize(
    "first",
    [
        ",x",  # an empty cell
        "不详,x",  # a word among numbers, in a row like the others
        "1,2",
    ],
)
def test_a_first_row_of_data_is_no_row_of_units(first):
    assert not sniff(("a,b\n" + first + "\n" + "1,x\n2,y\n" * 9).encode()).has_units


def test_formulas_are_written_as_people_write_numbers():
    data = load(draft_of("x,y\n" + "".join(f"{100_000 * i},{i % 2}\n" for i in range(1, 30))).choice(), 1, 1)
    assert "e" not in data.preparation.columns[0].formula()


def test_rare_characters_of_gb_18030_and_wide_separators(tmp_path):
    names = "㐂𠮷㛃𠀀"
    text = "名字，数值，类\n" + "".join(f"{names[i % 4]}{names[i // 4 % 4]}，{i}，{'甲乙'[i % 2]}\n" for i in range(40))
    path = tmp_path / "rare.csv"
    path.write_bytes(text.encode("gb18030"))
    choice = open_data(path)
    assert (choice.form.encoding, choice.form.separator) == ("gb18030", "，")
    assert choice.columns[0].categories[0][0] in names


def test_latin_1_is_not_taken_for_chinese():
    text = "name;größe;land\n" + "Müller;1,5;Österreich\nÅström;2,5;Ísland\nPérez;3,5;España\n" * 20
    assert sniff(text.encode("latin-1")).encoding == "latin-1"


def test_mixed_line_ends(tmp_path):
    path = tmp_path / "mixed.csv"
    path.write_bytes(b"a,b\r\n1,2\n3,4\r5,6\r\n7,9")
    data = load(open_data(path), 1, 1)
    assert len(data.train) + len(data.test) == 4


def test_the_distribution_of_dates():
    rows = "".join(f"{2000 + i // 12}-{1 + i % 12:02d}-01,{i % 2}\n" for i in range(192)) + "soon,1\n"
    scan = scan_table(TableSource("t.csv", ("day,y\n" + rows).encode()))
    day = scan.columns[0]
    assert (day_text(day.first_day), day_text(day.last_day)) == ("2000-01-01", "2015-12-01")
    assert len(day.histogram) == 16  # a bar for each year, nearly
    assert min(day.histogram) > 0.9
    assert (day.n_dates, day.first_stray) == (192, (194, "soon"))


def test_the_distribution_of_a_column():
    scan = scan_table(TableSource("t.csv", ("x,y\n" + "".join(f"{i / 8},{i % 2}\n" for i in range(64))).encode()))
    assert scan.columns[0].histogram == (1.0,) * 16
    assert TableFormat(has_header=True) == scan.form
