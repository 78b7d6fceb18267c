"""First places of the cards, in one row or in several."""

import pytest

from nnplay.engine import Add, Dense, Input, NetworkSpec, Node
from nnplay.project import layout
from nnplay.project.layout import most_rows, n_rows_of, rows

CHAIN = NetworkSpec.chain(Input((2,)), Dense(3), Dense(4), Dense(5), Dense(1))
BLOCK = NetworkSpec(
    (
        Node("input", Input((2,))),
        Node("one", Dense(3), ("input",)),
        Node("two", Dense(3), ("one",)),
        Node("sum", Add(), ("one", "two")),
        Node("out", Dense(1), ("sum",)),
    )
)
"""A link past ``two`` joins again at ``sum``."""

CROSSED = NetworkSpec(
    (
        Node("input", Input((2,))),
        Node("one", Dense(3), ("input",)),
        Node("two", Dense(3), ("one",)),
        Node("three", Dense(2), ("two",)),
        Node("four", Dense(2), ("input",)),
        Node("sum", Add(), ("three", "four")),
        Node("out", Dense(1), ("sum",)),
    )
)
"""Two branches of different length."""


def test_a_chain_runs_to_the_right():
    network = NetworkSpec.chain(Input((2,)), Dense(3), Dense(1))
    assert layout(network) == {"input": (0, 0), "dense": (180, 0), "dense_2": (360, 0)}


def test_a_chain_in_rows_begins_again_at_the_left_below():
    places = layout(CHAIN, 2)
    assert rows(CHAIN, 2) == [[["input"], ["dense"]], [["dense_2"], ["dense_3"], ["dense_4"]]]
    assert places["dense_2"][0] == places["input"][0]
    assert places["dense_2"][1] > places["input"][1] == places["dense"][1]


@pytest.mark.parametrize("network", [CHAIN, BLOCK, CROSSED])
def test_the_positions_tell_how_many_rows_there_are(network):
    for n_rows in range(1, most_rows(network) + 1):
        assert n_rows_of(network, layout(network, n_rows)) == len(rows(network, n_rows)) == n_rows
    assert n_rows_of(network, layout(network) | {"input": (1.0, 2.0)}) is None
    assert layout(network, 99) == layout(network, most_rows(network))


@pytest.mark.parametrize(("network", "ends"), [(BLOCK, {"input", "one", "sum"}), (CROSSED, {"input", "sum"})])
def test_a_row_ends_where_all_links_onwards_come_from_one_layer(network, ends):
    assert {row[-1][0] for n_rows in range(2, 9) for row in rows(network, n_rows)[:-1]} == ends
