"""Test examples that are training examples as well are counted, and others are not."""

from dataclasses import replace

import numpy as np

from nnplay.data import load, open_data
from nnplay.data.leaks import count_shared
from nnplay.engine import Examples


def examples(rows, answers):
    return Examples(np.array(rows, np.float32), np.array(answers, np.float32).reshape(-1, 1))


def test_inputs_and_answer_have_to_agree():
    train = examples([[1, 2], [3, 4], [0, 0]], [0, 1, 1])
    test = examples([[1, 2], [3, 4], [5, 6], [-0.0, 0]], [0, 0, 1, 1])
    assert count_shared(train, test) == 2
    assert count_shared(train, test.take(slice(0, 0))) == 0


def test_a_table_with_a_row_twice(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("".join(f"{i % 20},{i % 2}\n" for i in range(100)))
    choice = open_data(path)
    assert load(choice, 0, 0).n_shared == 20
    path.write_text("".join(f"{i},{i % 2}\n" for i in range(100)))
    assert load(open_data(path), 0, 0).n_shared == 0
    assert load(replace(choice, train_share=1.0), 0, 0).n_shared == 0
