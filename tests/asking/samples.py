"""A table of people, as text and as data."""

from nnplay.data import Dataset, TableChoice, Task, load
from nnplay.data.table import Column, Missing, Role, Scaling, TableFormat

PEOPLE = """age,city,size,sugar,ill
49,Bern,small,148.5,yes
31,Rome,large,0,no
28,Bern,small,85.25,no
63,Oslo,large,183,yes
21,Rome,middle,89,no
52,Oslo,small,137,yes
"""


def people_of() -> tuple[TableChoice, Dataset]:
    """Return a table with scaled numbers, one-hot and ordered categories and a missing number, and its data."""
    columns = (
        Column("age", scaling=Scaling.STANDARDISE),
        Column("city", Role.ONE_HOT, ("Bern", "Oslo", "Rome")),
        Column("size", Role.ORDINAL, ("small", "middle", "large")),
        Column("sugar", is_zero_missing=True, missing=Missing.MEAN, scaling=Scaling.MIN_MAX),
        Column("ill", Role.TARGET, ("no", "yes")),
    )
    choice = TableChoice(
        path="people.csv",
        content=PEOPLE.encode(),
        form=TableFormat(has_header=True),
        columns=columns,
        goal=Task.YES_NO,
        train_share=1.0,
    )
    return choice, load(choice, 1, 1)
