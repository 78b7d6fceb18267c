"""Tables as data sets: what is found in them, what becomes of their columns, and what is said of bad ones."""

import csv
import io
from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import TableChoice, Task, load, open_data
from nnplay.data.loading import LoadCancelledError
from nnplay.data.table import Column, Missing, Role, Scaling, TableFormat, scan_table
from nnplay.data.table.reader import TableSource
from nnplay.engine import DataError

PEOPLE = """age,height,city,when,left handed
30,1.80,Rome,2020-01-02,no
40,,Paris,2020-01-03,yes
50,1.60,Rome,2020-02-02,no
60,1.70,Oslo,2020-03-02,yes
0,1.75,Oslo,2020-04-02,no
"""


def written(tmp_path, text, name="table.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path


def opened(tmp_path, text, **changes):
    choice = open_data(written(tmp_path, text))
    return replace(choice, **changes)


def with_column(choice, name, **changes):
    columns = tuple(replace(each, **changes) if each.name == name else each for each in choice.columns)
    return replace(choice, columns=columns)


def everything(choice):
    """Learn from all rows, in their order."""
    return load(replace(choice, train_share=1.0), 1, 1)


def test_roles_that_are_likely_meant(tmp_path):
    choice = opened(tmp_path, PEOPLE)
    roles = {column.name: column.role for column in choice.columns}
    assert roles == {
        "age": Role.NUMBER,
        "height": Role.NUMBER,
        "city": Role.ONE_HOT,
        "when": Role.IGNORE,
        "left handed": Role.TARGET,
    }
    assert choice.columns[1].missing is Missing.MEDIAN
    assert (choice.task, choice.class_names, choice.n_rows) == (Task.YES_NO, ("no", "yes"), 5)
    assert choice.input_names == ("age", "height", "city=Oslo", "city=Paris", "city=Rome")


def test_numbers_as_they_are(tmp_path):
    choice = opened(tmp_path, PEOPLE).scaled(Scaling.NONE)
    dataset = everything(choice)
    np.testing.assert_allclose(dataset.train.x[:, 0], [30, 40, 50, 60, 0])
    np.testing.assert_allclose(dataset.train.x[:, 1], [1.8, 1.725, 1.6, 1.7, 1.75])  # the median fills the gap
    np.testing.assert_array_equal(dataset.train.x[:, 2:], [[0, 0, 1], [0, 1, 0], [0, 0, 1], [1, 0, 0], [1, 0, 0]])
    assert dataset.train.y[:, 0].tolist() == [0, 1, 0, 1, 0]
    assert dataset.features == choice.input_names


def test_what_is_missing(tmp_path):
    choice = opened(tmp_path, PEOPLE).scaled(Scaling.NONE)
    dropped = everything(with_column(choice, "height", missing=Missing.DROP))
    assert dropped.train.x[:, 0].tolist() == [30, 50, 60, 0]
    mean = everything(with_column(choice, "height", missing=Missing.MEAN))
    assert mean.train.x[1, 1] == pytest.approx((1.8 + 1.6 + 1.7 + 1.75) / 4)
    zero = everything(with_column(choice, "age", is_zero_missing=True, missing=Missing.MEAN))
    assert zero.train.x[4, 0] == pytest.approx((30 + 40 + 50 + 60) / 4)


def test_ordinal_categories_in_their_order(tmp_path):
    choice = with_column(opened(tmp_path, PEOPLE), "city", role=Role.ORDINAL, categories=("Rome", "Paris", "Oslo"))
    assert everything(choice).train.x[:, 2].tolist() == [0, 1, 0, 2, 2]


@pytest.mark.parametrize("scaling", [Scaling.STANDARDISE, Scaling.MIN_MAX])
def test_scaling_knows_the_training_part_alone(tmp_path, scaling):
    rng = np.random.default_rng(0)
    rows = "\n".join(f"{x:.4f},{y:.4f}" for x, y in rng.normal(50, 10, (300, 2)))
    choice = opened(tmp_path, "a,b\n" + rows).scaled(scaling)
    dataset, raw = load(choice, 1, 5), load(choice.scaled(Scaling.NONE), 1, 5)
    known = raw.train.x[:, 0].astype(float)
    shift, scale = (known.mean(), known.std()) if scaling is Scaling.STANDARDISE else (known.min(), np.ptp(known))
    for found, part in ((dataset.train.x, raw.train.x), (dataset.test.x, raw.test.x)):
        np.testing.assert_allclose(found[:, 0], (part[:, 0] - shift) / scale, atol=1e-5)
    everything_known = np.concatenate((raw.train.x, raw.test.x))[:, 0]
    assert abs(everything_known.mean() - known.mean()) > 1e-3  # so the test above can fail
    assert dataset.preparation.columns[0].formula() == f"(x − {shift:.4g}) / {scale:.4g}"


def test_one_row_step_by_step(tmp_path):
    dataset = everything(opened(tmp_path, PEOPLE))
    cells = ["40", "", "Paris"]
    steps = dataset.preparation.steps(cells)
    assert [(step.column, step.is_filled, step.raw) for step in steps] == [
        ("age", False, 40),
        ("height", True, pytest.approx(1.725)),
        ("city", False, 1),
    ]
    values = [value for step in steps for _, value in step.inputs]
    np.testing.assert_allclose(values, dataset.train.x[1], rtol=1e-6)
    np.testing.assert_allclose(dataset.preparation.row(cells)[0], dataset.train.x[1], rtol=1e-6)
    with pytest.raises(DataError, match="3 values"):
        dataset.preparation.steps(["1"])
    with pytest.raises(DataError, match="missing"):
        dataset.preparation.steps(["", "1", "Rome"])


def test_stratified_split(tmp_path):
    rows = "".join(f"{i},{'rare' if i % 10 == 0 else 'often'}\n" for i in range(200))
    choice = opened(tmp_path, rows, train_share=0.8)
    for seed in range(5):
        dataset = load(choice, 0, seed)
        rare = choice.class_names.index("rare")
        assert [(part.y == rare).sum() for part in (dataset.train, dataset.test)] == [16, 4]
    blind = [int((load(replace(choice, is_stratified=False), 0, seed).test.y == rare).sum()) for seed in range(5)]
    assert set(blind) != {4}


def test_every_row_is_in_one_part(tmp_path):
    choice = opened(tmp_path, "".join(f"{i},{i % 3}\n" for i in range(100))).scaled(Scaling.NONE)
    dataset = load(choice, 0, 7)
    rows = sorted([*dataset.train.x[:, 0].tolist(), *dataset.test.x[:, 0].tolist()])
    assert rows == list(range(100))
    assert dataset.task is Task.MULTICLASS


def test_quantities_are_a_regression(tmp_path):
    choice = opened(tmp_path, "".join(f"{i},{i * 0.37:.2f}\n" for i in range(50)))
    assert (choice.task, choice.n_outputs) == (Task.REGRESSION, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk"])
def test_any_way_of_writing_gives_the_same_numbers(tmp_path, encoding):
    rng = np.random.default_rng(3)
    values = rng.normal(0, 1e3, (60, 3)).round(3)
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(["甲", "乙\n丙", "丁"])
    writer.writerows([[str(value).replace(".", ",") for value in row] for row in values])
    choice = open_data(written(tmp_path, lines.getvalue(), encoding=encoding)).scaled(Scaling.NONE)
    dataset = everything(choice)
    np.testing.assert_allclose(np.column_stack((dataset.train.x, dataset.train.y)), values, rtol=1e-6)


def test_many_pieces(tmp_path):
    rows = "".join(f"{i},{2 * i}.5\n\n" for i in range(25_000))
    dataset = everything(opened(tmp_path, rows).scaled(Scaling.NONE))
    np.testing.assert_array_equal(dataset.train.x[:, 0], np.arange(25_000))
    np.testing.assert_array_equal(dataset.train.y[:, 0], 2 * np.arange(25_000) + 0.5)


def test_the_scan_counts(tmp_path):
    path = written(tmp_path, "a,b,c\n1,x,0\n,y,0\nNA,x,5\n2.5,,7\n")
    scan = scan_table(TableSource(str(path)))
    a, b, c = scan.columns
    assert (a.n_numbers, a.n_missing, a.n_words, a.low, a.high) == (2, 2, 0, 1, 2.5)
    assert (b.n_words, b.n_missing, b.categories, b.first_word) == (3, 1, ("x", "y"), (2, "x"))
    assert (c.n_zeros, c.categories) == (2, ("0", "5", "7"))
    assert scan.preview[0] == ("1", "x", "0")


def test_duplicate_and_empty_names(tmp_path):
    scan = scan_table(TableSource(str(written(tmp_path, "a,a,,a\n1,2,3,4\n5,6,7,8\n"))))
    assert [column.name for column in scan.columns] == ["a", "a (2)", "3", "a (3)"]


def test_a_constant_column_is_left_out_and_harmless_if_not(tmp_path):
    choice = opened(tmp_path, "".join(f"5,{i},{i % 2}\n" for i in range(20)))
    assert choice.columns[0].role is Role.IGNORE
    used = with_column(choice, "1", role=Role.NUMBER, scaling=Scaling.STANDARDISE)
    assert (everything(used).train.x[:, 0] == 0).all()


def test_small_tables_live_in_the_project_large_ones_by_their_path(tmp_path):
    small = opened(tmp_path, PEOPLE)
    (tmp_path / "table.csv").unlink()
    assert len(everything(small).train) == 5
    row = "1.123456789012345,0\n2.123456789012345,1\n"
    large = open_data(written(tmp_path, row * (TableChoice.MAX_STORED // len(row) + 1)))
    assert large.content == b""
    load(large, 0, 0)
    with (tmp_path / "table.csv").open("a") as file:
        file.write(row)
    with pytest.raises(DataError, match="has changed"):
        load(large, 0, 0)


def test_cancel(tmp_path):
    choice = opened(tmp_path, "".join(f"{i},{i % 2}\n" for i in range(20_000)))
    asked = []
    with pytest.raises(LoadCancelledError):
        load(choice, 0, 0, should_cancel=lambda: len(asked) >= 3 or asked.append(0))
    with pytest.raises(LoadCancelledError):
        open_data(tmp_path / "table.csv", should_cancel=lambda: True)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("a,b\n", "no column|no rows"),
        ("1,2,3\n4,5\n6,7,8\n", "row 2.*2 cells.*3"),
        ("1,2\n3,\0\n", "zero bytes"),
        ("x," * 700_000 + "\n1,2\n", "longer than|columns"),
        ('1,"2\n3,4\n', "quotes"),
        (b"\x1f\x8b\x08rest", "compressed"),
        (b"PK\x03\x04rest", "compressed"),
        ("1,1\n2,1\n3,1\n", "no input column"),
        ("word\nother\nthird\n", "no input column"),
        ("5,5\n5,5\n", "no column to predict"),
        ("," * 3000 + "\n" + "," * 3000 + "\n", "3001 columns|no column"),
    ],
)
def test_bad_tables_are_refused_with_a_sentence(tmp_path, content, words):
    path = written(tmp_path, content)
    with pytest.raises(DataError, match=words):
        load(open_data(path), 0, 0)


def test_mixed_types_name_row_and_column(tmp_path):
    choice = opened(tmp_path, "size,y\n1,0\n2,1\nabc,1\n4,0\n5,1\n")
    with pytest.raises(DataError, match="“abc” in row 4 of the column “size”"):
        load(choice, 0, 0)


@pytest.mark.parametrize("cell", ["1e39", "inf", "1_000", "-Infinity", "0x10"])
def test_numbers_that_are_none(tmp_path, cell):
    choice = opened(tmp_path, f"size,y\n1,0\n2,1\n{cell},1\n4,0\n5,1\n")
    with pytest.raises(DataError, match="row 4"):
        load(choice, 0, 0)


def test_wrong_encoding_names_the_line(tmp_path):
    rows = "".join(f"{i},{'é' if i > 9 else 'e'}\n" for i in range(20))
    choice = replace(opened(tmp_path, rows, form=TableFormat("utf-8")), content=rows.encode("latin-1"))
    with pytest.raises(DataError, match=r"line 1.* not encoded in utf-8"):
        load(choice, 0, 0)


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(DataError):
        open_data(tmp_path / "none.csv")
    with pytest.raises(DataError, match="No table is chosen"):
        load(TableChoice(columns=(Column("a"), Column("b", Role.TARGET))), 0, 0)


def test_a_category_that_was_not_there(tmp_path):
    choice = with_column(opened(tmp_path, PEOPLE), "city", categories=("Rome", "Oslo"))
    with pytest.raises(DataError, match="“Paris” in row 3"):
        load(choice, 0, 0)


@pytest.mark.parametrize(
    "columns",
    [
        (),
        (Column("a"),),
        (Column("a"), Column("b", Role.IGNORE)),
        (Column("a", Role.TARGET),),
        (Column("a", Role.TARGET), Column("b", Role.TARGET), Column("c")),
        (Column("a"), Column("a", Role.TARGET)),
        (Column("a"), Column("b", Role.TARGET, ("x", "y"))),
    ],
)
def test_columns_that_are_no_choice(columns):
    with pytest.raises(DataError):
        TableChoice("x.csv", columns=columns)
