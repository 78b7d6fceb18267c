"""Table: what a spreadsheet or pandas reads back is what was shown."""

import csv
from io import StringIO

import numpy as np

from nnplay.panels.widgets.table import Table


def test_every_number_reads_back_the_same(tmp_path):
    values = np.array([0.1, 1 / 3, 1e-300, -2.5e17])
    Table({"epoch": np.arange(4), "loss": values}).write_csv(tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["epoch", "loss"]
    assert [int(row[0]) for row in rows[1:]] == [0, 1, 2, 3]
    assert [float(row[1]) for row in rows[1:]] == values.tolist()


def test_what_is_unknown_and_what_is_too_short_is_empty():
    text = Table({"a": [1.0, float("nan")], "b": np.array([2.0], np.float32)}).csv_text()
    assert list(csv.reader(StringIO(text))) == [["a", "b"], ["1.0", "2.0"], ["", ""]]


def test_names_with_commas_and_quotes_stay_one_cell():
    text = Table({'a, "b"': ["x\ny"]}).csv_text()
    assert list(csv.reader(StringIO(text))) == [['a, "b"'], ["x\ny"]]
