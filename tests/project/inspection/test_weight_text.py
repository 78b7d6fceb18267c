"""Matrices as text: what spreadsheets and other programs write is read, and errors name the place."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nnplay.engine import DataError
from nnplay.project.inspection.weight_text import load_matrix, matrix_text, read_matrix, save_matrix

MATRICES = arrays(np.float32, array_shapes(min_dims=2, max_dims=2, max_side=5), elements=st.floats(-1e6, 1e6, width=32))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1\t2\n3\t4\n", [[1, 2], [3, 4]]),
        ("0,5\t-1,25\r\n1/4\t−2\r\n", [[0.5, -1.25], [0.25, -2]]),
        ("1;2,5\n3;4\n\n", [[1, 2.5], [3, 4]]),
        ("1, 2\n3, 4", [[1, 2], [3, 4]]),
        ("1 2\n 3  4", [[1, 2], [3, 4]]),
        ("a,b\n1,2\n", [[1, 2]]),
        ('"1","2"', [[1, 2]]),
        ("7", [[7]]),
    ],
)
def test_tables_of_all_habits_are_read(text, expected):
    np.testing.assert_array_equal(read_matrix(text), expected)


def test_a_column_with_decimal_commas_is_one_column_where_the_system_writes_them():
    np.testing.assert_array_equal(read_matrix("0,5\n0,25\n", ","), [[0.5], [0.25]])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no numbers"),
        ("1,2\n3", "Line 2 has 1 numbers, those before it have 2"),
        ("1,2\n3,x", "Line 2, column 2: “x” is not a number"),
        ("1,\n", "Line 1, column 2: “” is not a number"),
        ("1,nan", "“nan” is not a number"),
        ("w,b\n1,2\n3", "Line 3"),
    ],
)
def test_errors_name_the_place(text, words):
    with pytest.raises(DataError, match=words):
        read_matrix(text)


@given(MATRICES)
def test_text_reads_back_and_numpy_reads_it_too(matrix):
    np.testing.assert_array_equal(read_matrix(matrix_text(matrix)).astype(np.float32), matrix)
    text = matrix_text(matrix, ",")
    np.testing.assert_array_equal(np.loadtxt(io.StringIO(text), np.float32, delimiter=",", ndmin=2), matrix)
    german = read_matrix(matrix_text(matrix, decimal_sign=","), ",")
    np.testing.assert_array_equal(german.astype(np.float32), matrix)


def test_files_are_written_and_read(tmp_path):
    path = tmp_path / "w.csv"
    save_matrix([[1.5, -2], [0.1, 3]], path)
    np.testing.assert_array_equal(load_matrix(path).astype(np.float32), np.float32([[1.5, -2], [0.1, 3]]))
    np.testing.assert_array_equal(np.loadtxt(path, delimiter=","), [[1.5, -2], [0.1, 3]])


def test_files_that_are_none_are_refused(tmp_path):
    with pytest.raises(DataError, match="cannot be opened"):
        load_matrix(tmp_path / "none.csv")
    binary = tmp_path / "picture.csv"
    binary.write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(DataError, match="not a text file"):
        load_matrix(binary)
    with pytest.raises(DataError, match="was not saved"):
        save_matrix([[1]], tmp_path / "no" / "folder.csv")
