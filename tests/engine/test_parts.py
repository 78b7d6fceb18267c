"""Parts of a network: which weights they are."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay import engine
from nnplay.engine.parts import describe, exists

SPEC = engine.NetworkSpec.chain(engine.Input((2,)), engine.Dense(3), engine.Dense(1, use_bias=False))


def test_a_layer_a_neuron_an_array_and_a_weight() -> None:
    # Layout: dense.kernel (2, 3) at 0, dense.bias (3,) at 6, dense_2.kernel (3, 1) at 9.
    assert np.flatnonzero(engine.weights_of(SPEC, [engine.Part("dense")])).tolist() == list(range(9))
    assert np.flatnonzero(engine.weights_of(SPEC, [engine.Part("dense", unit=1)])).tolist() == [1, 4, 7]
    assert np.flatnonzero(engine.weights_of(SPEC, [engine.Part("dense", parameter="bias")])).tolist() == [6, 7, 8]
    weight = engine.Part("dense", parameter="kernel", index=(1, 2))
    assert np.flatnonzero(engine.weights_of(SPEC, [weight])).tolist() == [5]
    both = [weight, engine.Part("dense_2", unit=0)]
    assert np.flatnonzero(engine.weights_of(SPEC, both)).tolist() == [5, 9, 10, 11]


@pytest.mark.parametrize(
    "part",
    [
        engine.Part("gone"),
        engine.Part("dense", unit=3),
        engine.Part("dense", unit=-1),
        engine.Part("dense_2", parameter="bias"),
        engine.Part("dense", parameter="kernel", index=(2, 0)),
        engine.Part("dense", parameter="kernel", index=(0,)),
    ],
    ids=describe,
)
def test_parts_that_are_not_there(part: engine.Part) -> None:
    assert not exists(SPEC, part)
    with pytest.raises(engine.SettingError):
        engine.weights_of(SPEC, [part])


def test_names_for_people() -> None:
    assert describe(engine.Part("dense")) == "dense"
    assert describe(engine.Part("dense", unit=2)) == "dense[2]"
    assert describe(engine.Part("dense", parameter="kernel", index=(0, 1))) == "dense.kernel[0, 1]"
