"""ask_rows: a table in, the table with the predictions out."""

import csv
import io

import numpy as np
import pytest

from nnplay.asking import Asker, Meaning, ask_rows, form_of
from nnplay.data import DrawnChoice, Task, load
from nnplay.data.table.reader import TableSource
from nnplay.engine import DataError
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.asking.samples import PEOPLE


def asked(choice, dataset, text):
    project = edits.set_data(preset("pima"), choice)
    rows = ask_rows(TableSource("rows.csv", text.encode()), choice, dataset, project.network, project.parameters)
    return rows, project


def table_of(rows):
    return list(csv.reader(io.StringIO(rows.csv_text())))


def test_every_row_gets_the_answer_that_it_gets_alone(people):
    choice, dataset = people
    rows, project = asked(choice, dataset, PEOPLE)
    form = form_of(choice, dataset)
    for number, line in enumerate(PEOPLE.splitlines()[1:]):
        x = form.input_of(line.split(",")[:4])[np.newaxis]
        one = Asker().ask(Meaning.of(choice), project.network, project.parameters, x)
        assert rows.answer.label(number) == one.label()
        assert rows.answer.share(number) == pytest.approx(one.share(), abs=1e-6)


def test_the_table_keeps_its_columns_in_their_order(people):
    rows, _ = asked(*people, "note;SUGAR;city;age;size\nx;100,5;Bern;49;small\n")
    names, line = table_of(rows)
    assert names[:5] == ["note", "SUGAR", "city", "age", "size"]
    assert names[5:] == ["predicted", "probability", "probability no", "probability yes"]
    assert line[:5] == ["x", "100,5", "Bern", "49", "small"]
    assert float(line[7]) + float(line[8]) == pytest.approx(1)
    assert rows.confusion() is None


def test_true_answers_make_a_confusion_matrix(people):
    choice, dataset = people
    text = PEOPLE.replace("89,no", "89,").replace("183,yes", "183,never")
    rows, _ = asked(choice, dataset, text)
    counts = rows.confusion()
    assert counts.sum() == 4
    assert counts.sum(axis=1).tolist() == [2, 2]
    answers = [rows.answer.label(number) for number in (0, 1, 2, 5)]
    assert counts[1].tolist() == [[answers[0], answers[3]].count("no"), [answers[0], answers[3]].count("yes")]


def test_a_row_that_cannot_be_used_says_why_and_the_others_are_answered(people):
    rows, _ = asked(*people, "age,city,size,sugar\n49,Bern,small,100\nold,Bern,small,100\n50,Oslo,large,\n")
    assert rows.answered.tolist() == [0, 2]
    table = table_of(rows)
    assert table[0][-1] == "problem"
    assert "“old” in row 3" in table[2][-1]
    assert table[2][4] == ""
    assert table[1][-1] == table[3][-1] == ""


def test_rows_without_names_need_the_inputs_in_their_order(people):
    rows, _ = asked(*people, "49,Bern,small,148.5,yes\n31,Rome,large,0,no\n")
    assert len(rows.answered) == 2
    assert rows.actual.tolist() == [1, 0]
    with pytest.raises(DataError, match="needs 4 values"):
        asked(*people, "49,Bern\n31,Rome\n")


def test_a_missing_column_is_named(people):
    with pytest.raises(DataError, match="no column “sugar”"):
        asked(*people, "age,city,size\n49,Bern,small\n31,Rome,large\n")


def test_a_table_in_which_no_row_can_be_used_is_refused(people):
    with pytest.raises(DataError, match="not one of its categories"):
        asked(*people, "age,city,size,sugar\n49,Paris,small,1\n")


def test_a_quantity_has_a_mean_error():
    points = ((0.0, 0.0), (1.0, 2.0), (2.0, 1.0))
    choice = DrawnChoice(points, (0.0, 1.0, 2.0), Task.REGRESSION)
    project = edits.set_data(preset("plane"), choice)
    source = TableSource("rows.csv", b"x1,x2,height\n0,0,5\n1,2,7\n")
    rows = ask_rows(source, choice, load(choice, 1, 1), project.network, project.parameters)
    names, *_ = table_of(rows)
    assert names == ["x1", "x2", "height", "predicted y"]
    outputs = rows.answer.outputs[:, 0]
    assert rows.mean_error() == pytest.approx(np.abs(outputs - [5, 7]).mean())


def test_our_own_names_are_understood_in_the_language_of_the_person():
    project = preset("body-measures")
    dataset = load(project.data, 1, 1)
    words = {"weight": "体重", "height": "身高", "age": "年龄", "male": "男", "female": "女"}
    source = TableSource("rows.csv", "体重,身高,年龄,性别\n0,0,0,女\n1,1,-1,男\n".encode())
    rows = ask_rows(
        source,
        project.data,
        dataset,
        project.network,
        project.parameters,
        translate=lambda context, text: {"data": words}[context][text],
    )
    assert set(rows.answer.meaning.classes) == {"男", "女"}
    assert {rows.answer.meaning.classes[number] for number in rows.actual} == {"男", "女"}
