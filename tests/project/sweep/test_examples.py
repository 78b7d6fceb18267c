"""The experiments that teach: each can be run as it is."""

import pytest

from nnplay.project import StopRules
from nnplay.project.sweep import Axis, Sweep
from nnplay.project.sweep.examples import EXAMPLES


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_can_be_run(name):
    example = EXAMPLES[name]
    axes = tuple(Axis(axis, values) for axis, values in example.axes.items())
    sweep = Sweep(example.project(), axes, StopRules(n_epochs=example.n_epochs), n_repeats=example.n_repeats)
    sweep.check()
    assert 16 <= sweep.n_cells <= 64
