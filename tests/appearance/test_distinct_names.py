"""Distinct names: the shared words in front go, and nothing else."""

import pytest

from nnplay.appearance.distinct_names import distinct_names


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Iris-setosa", "Iris-versicolor", "Iris-virginica"), ("setosa", "versicolor", "virginica")),
        (("versicolor", "virginica"), ("versicolor", "virginica")),
        (("type A 1", "type A 2"), ("1", "2")),
        (("a-", "a-b"), ("a-", "a-b")),
        (("only one",), ("only one",)),
        (("0", "1"), ("0", "1")),
        ((), ()),
    ],
)
def test_shared_words_go(names, expected):
    assert distinct_names(names) == expected
