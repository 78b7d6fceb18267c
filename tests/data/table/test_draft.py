"""TableDraft: what a person says of a table's columns, before it is a choice."""

import pytest

from nnplay.data import Task
from nnplay.data.table import Missing, Role, Scaling, scan_table
from nnplay.data.table.draft import TableDraft
from nnplay.data.table.reader import TableSource
from nnplay.engine import DataError

TEXT = "age,colour,grade\n" + "".join(f"{'' if i % 5 == 0 else i},{'rgb'[i % 3]},{i % 2}\n" for i in range(30))


@pytest.fixture
def draft():
    return TableDraft.begin(scan_table(TableSource("people.csv", TEXT.encode())), "")


def test_it_begins_with_what_the_columns_suggest(draft):
    assert [column.role for column in draft.columns] == [Role.NUMBER, Role.ONE_HOT, Role.TARGET]
    assert draft.columns[0].missing is Missing.MEDIAN
    assert draft.goals == (Task.REGRESSION, Task.YES_NO, Task.MULTICLASS)
    assert draft.balance == (("0", 15), ("1", 15))


def test_another_target_gives_the_former_one_back(draft):
    other = draft.with_role({1}, Role.TARGET)
    assert [column.role for column in other.columns] == [Role.NUMBER, Role.TARGET, Role.NUMBER]
    assert other.goal is Task.MULTICLASS
    assert other.balance == (("b", 10), ("g", 10), ("r", 10))
    assert other.choice().class_names == ("b", "g", "r")


def test_a_goal_takes_the_classes_or_leaves_them(draft):
    assert draft.with_goal(Task.REGRESSION).choice().class_names == ()
    assert draft.with_goal(Task.MULTICLASS).choice().n_outputs == 2


def test_scaling_and_remedies_are_for_numbers_alone(draft):
    changed = draft.with_scaling({0, 1, 2}, Scaling.MIN_MAX).with_missing({0, 1}, Missing.MEAN)
    changed = changed.with_zeros({0, 1}, are_missing=True)
    assert (changed.columns[0].scaling, changed.columns[0].missing) == (Scaling.MIN_MAX, Missing.MEAN)
    assert changed.columns[0].is_zero_missing
    assert changed.columns[1:] == draft.columns[1:]


def test_words_are_no_numbers(draft):
    with pytest.raises(DataError, match="“r” in row 2 of the column “colour”"):
        draft.with_role({1}, Role.NUMBER).choice()


def test_nothing_to_predict_is_refused_only_at_the_end(draft):
    ignored = draft.with_role({2}, Role.IGNORE)
    assert ignored.target is None
    with pytest.raises(DataError, match="one column to predict"):
        ignored.choice()


def test_what_was_said_before_is_kept_where_it_fits(draft):
    said = draft.with_role({1}, Role.IGNORE).choice()
    assert TableDraft.begin(draft.scan, "", said).columns == said.columns
    other = scan_table(TableSource("other.csv", b"x,y\n1,0\n2,1\n3,0\n"))
    assert len(TableDraft.begin(other, "", said).columns) == 2
