"""First places of the cards."""

from nnplay.engine import Dense, Input, NetworkSpec
from nnplay.project import layout


def test_a_chain_runs_to_the_right():
    network = NetworkSpec.chain(Input((2,)), Dense(3), Dense(1))
    assert layout(network) == {"input": (0, 0), "dense": (180, 0), "dense_2": (360, 0)}
