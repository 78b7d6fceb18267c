"""The format of tables found from their first bytes, whatever program wrote them."""

import pytest

from nnplay.data.table import TableFormat, sniff
from nnplay.engine import SettingError

ROWS = [("width", "name", "n"), ("1.5", "a", "3"), ("2.5", "b", "4"), ("-3e2", "c", "5")]


def text(separator=",", rows=ROWS, ending="\n", decimal="."):
    return "".join(separator.join(cell.replace(".", decimal) for cell in row) + ending for row in rows)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", " "])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(separator, ending):
    assert sniff(text(separator, ending=ending).encode()) == TableFormat("utf-8", separator, has_header=True)


def test_decimal_commas():
    assert sniff(text(";", decimal=",").encode()) == TableFormat("utf-8", ";", decimal=",", has_header=True)


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gbk", "gb18030"),
    ],
)
def test_encodings_of_chinese(encoding, found):
    rows = [("身高", "体重", "性别"), *[(str(150 + i), str(50 + i), "男女"[i % 2]) for i in range(30)]]
    form = sniff(text(rows=rows).encode(encoding))
    assert (form.encoding, form.separator, form.has_header) == (found, ",", True)


def test_latin_1():
    rows = [("größe", "prénom"), *[(str(i), "Zoé Müller") for i in range(30)]]
    assert sniff(text(";", rows=rows).encode("latin-1")).encoding == "latin-1"


@pytest.mark.parametrize("quote", ['"', "'"])
def test_quotes_with_separators_inside(quote):
    rows = [("name", "n"), *[(f"{quote}Doe, J. {i}{quote}", str(i)) for i in range(5)]]
    form = sniff(text(rows=rows).encode())
    assert (form.quote, form.separator) == (quote, ",")


def test_no_header_in_numbers_nor_in_iris():
    assert not sniff(b"6,148,72\n1,85,66\n8,183,64\n").has_header
    assert not sniff(b"5.1,3.5,Iris-setosa\n4.9,3.0,Iris-setosa\n7.0,3.2,Iris-versicolor\n").has_header


def test_a_single_column_has_commas():
    assert sniff(b"x\n1\n2\n3\n").separator == ","


def test_nothing_breaks_it():
    for head in (b"\xff", b"\0", b'"', b"\xff\xfe", b",,,\n\n;;", bytes(range(256))):
        sniff(head)


def test_unknown_settings_are_refused():
    with pytest.raises(SettingError):
        TableFormat(separator="x")
