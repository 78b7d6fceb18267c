"""Form: the person's own values to the network's input and back."""

from datetime import date

import numpy as np
import pytest

from nnplay.asking import Origin, example_of, form_of, own_number
from nnplay.data import ArraysChoice, BodyMeasuresChoice, Dataset, TableChoice, Task, ToyChoice, feature_matrix, load
from nnplay.data.table import Column, Missing, Role, Scaling, TableFormat
from nnplay.data.table.dates import DatePart
from nnplay.engine import DataError, Examples
from tests.asking.samples import PEOPLE


def test_a_row_of_the_table_is_the_input_that_was_learned(people):
    choice, dataset = people
    form = form_of(choice, dataset)
    row = PEOPLE.splitlines().index("49,Bern,small,148.5,yes") + 1
    place = dataset.rows_train.tolist().index(row)
    np.testing.assert_array_equal(form.input_of(("49", "Bern", "small", "148.5")), dataset.train.x[place])


def test_an_example_shows_the_values_of_its_row(people):
    choice, dataset = people
    form = form_of(choice, dataset)
    rows = PEOPLE.splitlines()
    for number, row in enumerate(dataset.rows_train):
        example = example_of(dataset, form, Origin("train", number))
        cells = rows[row - 1].split(",")[:4]
        assert example.cells[:3] == tuple(cells[:3])
        if cells[3] != "0":
            assert example.cells[3] == cells[3].rstrip("0").rstrip(".") if "." in cells[3] else cells[3]
        np.testing.assert_array_equal(form.input_of(example.cells), example.x)
        assert example.target == dataset.train.y[number]


def test_a_zero_is_a_zero_again_after_standardising():
    rows = "pulse,ill\n" + "\n".join(f"{n % 7},{n % 2}" for n in range(40))
    columns = (Column("pulse", scaling=Scaling.STANDARDISE), Column("ill", Role.TARGET, ("0", "1")))
    choice = TableChoice(
        path="pulse.csv", content=rows.encode(), form=TableFormat(has_header=True), columns=columns, goal=Task.YES_NO
    )
    dataset = load(choice, 1, 1)
    form = form_of(choice, dataset)
    assert form.fields[0].low == 0
    shown = {example_of(dataset, form, Origin("train", n)).cells[0] for n in range(len(dataset.train))}
    assert shown == set("0123456")


def test_a_date_is_asked_for_as_a_date():
    rows = "day,y\n" + "\n".join(f"2024-01-{n:02d},{n % 2}" for n in range(1, 31)) + "\n,1\n"
    day = Column("day", missing=Missing.MEAN, scaling=Scaling.STANDARDISE, date_part=DatePart.DAYS)
    columns, form = (day, Column("y", Role.TARGET, ("0", "1"))), TableFormat(has_header=True)
    choice = TableChoice("days.csv", content=rows.encode(), form=form, columns=columns, goal=Task.YES_NO, train_share=1)
    dataset = load(choice, 1, 1)
    form = form_of(choice, dataset)
    shown = {example_of(dataset, form, Origin("train", n)).cells[0] for n in range(len(dataset.train))}
    assert shown == {f"2024-01-{n:02d}" for n in range(1, 31)} | {""}  # the empty cell was filled in
    (field,) = form.fields
    assert (field.own_text(field.low), field.own_text(field.high)) == ("2024-01-01", "2024-01-30")
    as_number = str((date(2024, 1, 31) - date(1970, 1, 1)).days)
    for cell in ("2024-01-31", "2024/1/31", "2024年1月31日", "31.1.2024", as_number):
        assert field.place_of(cell) == int(as_number)
        np.testing.assert_array_equal(form.input_of((cell,)), form.input_of(("2024-01-31",)))
    assert form.random(np.random.default_rng(0))[0].startswith("2024-01-")


def test_fields_know_their_range_in_the_own_unit(people):
    age, city, size, sugar = form_of(*people).fields
    assert (age.low, age.high, age.is_whole) == (21, 63, True)
    assert age.average == pytest.approx(np.mean([49, 31, 28, 63, 21, 52]))
    assert city.categories == ("Bern", "Oslo", "Rome")
    assert (city.columns, size.columns) == (slice(1, 4), slice(4, 5))
    assert (sugar.low, sugar.high) == (85.25, 183)
    assert sugar.may_be_empty
    assert not age.may_be_empty


def test_an_empty_cell_is_filled_in_or_refused(people):
    form = form_of(*people)
    filled = np.mean([148.5, 85.25, 183, 89, 137])
    np.testing.assert_allclose(
        form.input_of(("49", "Bern", "small", ""))[5], (filled - 85.25) / (183 - 85.25), rtol=1e-6
    )
    with pytest.raises(DataError, match="“age” is missing"):
        form.input_of(("", "Bern", "small", "100"))


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("x", "Bern", "small", "1"), "“x” in row 1 of the column “age”"),
        (("49", "Paris", "small", "1"), "“Paris”.*not one of its categories"),
        (("49", "Bern", "small"), "needs 4 values: age, city, size, sugar"),
    ],
)
def test_what_is_no_row_is_named(people, cells, words):
    with pytest.raises(DataError, match=words):
        form_of(*people).input_of(cells)


def test_random_and_middle_rows_can_be_asked(people):
    form = form_of(*people)
    rng = np.random.default_rng(3)
    for cells in (form.middle(), *(form.random(rng) for _ in range(20))):
        assert np.isfinite(form.input_of(cells)).all()
        assert 21 <= float(cells[0]) <= 63
        assert cells[1] in ("Bern", "Oslo", "Rome")


def test_points_become_features():
    choice = ToyChoice("circle", features=("x1_squared", "sin_x2"))
    dataset = load(choice, 1, 1)
    form = form_of(choice, dataset)
    assert [(field.name, field.low, field.high) for field in form.fields] == [("x1", -6, 6), ("x2", -6, 6)]
    np.testing.assert_array_equal(
        form.input_of(("1.5", "-2")), feature_matrix(np.array([[1.5, -2]], np.float32), choice.features)[0]
    )
    example = example_of(dataset, form, Origin("test", 4))
    np.testing.assert_array_equal(np.array(example.cells, np.float32), dataset.points_test[4])


def test_one_field_runs_over_its_values_as_rows_of_their_own_would(people):
    cells = ("49", "Bern", "small", "148.5")
    form = form_of(*people)
    for number, values in enumerate(((20.0, 61.5), (0.0, 1.0, 2.0), (0.0, 1.0), (0.0, 85.25))):
        field = form.fields[number]
        texts = [field.categories[int(value)] if field.categories else str(value) for value in values]
        rows = [form.input_of([*cells[:number], text, *cells[number + 1 :]]) for text in texts]
        np.testing.assert_array_equal(form.along(cells, number, values), rows)


def test_numbers_are_the_inputs_themselves():
    choice = BodyMeasuresChoice()
    form = form_of(choice, load(choice, 1, 1))
    assert [field.name for field in form.fields] == ["weight", "height", "age"]
    np.testing.assert_array_equal(form.input_of(("0", "-1.5", "2")), np.array([0, -1.5, 2], np.float32))


def test_without_data_arrays_can_still_be_asked_and_pictures_have_no_form():
    flat = ArraysChoice("", "", (3,), Task.REGRESSION)
    assert len(form_of(flat, None).fields) == 3
    pictures = ArraysChoice("", "", (8, 8, 1), Task.MULTICLASS, 10)
    examples = Examples(np.zeros((2, 8, 8, 1), np.float32), np.zeros(2, np.int64))
    assert form_of(pictures, Dataset("arrays", Task.MULTICLASS, examples, examples, (8, 8, 1))) is None


@pytest.mark.parametrize(
    ("value", "text"), [(49.0, "49"), (-0.0, "0"), (0.25, "0.25"), (1e-7, "1e-07"), (1234567.5, "1234567.5")]
)
def test_numbers_are_written_as_people_do(value, text):
    assert own_number(value) == text
