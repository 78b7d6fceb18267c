"""The order of words with numbers in them."""

import random

import pytest

from nnplay.data.table.natural_order import natural_key


@pytest.mark.parametrize(
    "words",
    [
        ["class 1", "class 2", "class 10"],
        ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"],
        ["一年级", "三年级", "十年级", "二十年级", "九十九年级"],
        ["Iris-setosa", "Iris-versicolor", "Iris-virginica"],
        ["", "2", "10", "a", "b"],
        ["a", "a1", "a1b", "b"],
    ],
)
def test_words_as_people_order_them(words):
    mixed = list(words)
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=natural_key) == words


def test_what_is_no_number_is_a_word():
    assert sorted(["十十", "一一一", "十"], key=natural_key)[0] == "十"
