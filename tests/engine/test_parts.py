"""Parts of a network: which weights they are."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay import engine
from nnplay.engine.parts import check_parts, describe, exists, place_of

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
    ids=str,
)
def test_parts_that_are_not_there(part: engine.Part) -> None:
    assert not exists(SPEC, part)
    with pytest.raises(engine.SettingError):
        engine.weights_of(SPEC, [part])


def test_names_for_people() -> None:
    weight = engine.Part("dense", parameter="kernel", index=(0, 1))
    assert str(describe(SPEC, engine.Part("dense"))) == "layer dense"
    assert str(describe(SPEC, engine.Part("dense", unit=2))) == "neuron 3 of dense"
    assert str(describe(SPEC, engine.Part("input", unit=1))) == "input 2"
    assert str(describe(SPEC, engine.Part("input", unit=1), ("age", "height"))) == "height"
    assert str(describe(SPEC, engine.Part("dense", parameter="bias", index=(2,)))) == "bias of neuron 3 of dense"
    assert str(describe(SPEC, weight)) == "weight from input 1 to neuron 2 of dense"
    assert str(describe(SPEC, weight, ("age", "height"))) == "weight from age to neuron 2 of dense"
    assert str(describe(SPEC, engine.Part("gone", parameter="kernel", index=(0, 1)))) == "kernel[1, 2] of gone"


def test_a_part_with_a_number_below_zero_is_refused_in_words() -> None:
    with pytest.raises(engine.SettingError, match="has no "):
        check_parts(SPEC, [engine.Part("input", unit=-5)])


def test_names_in_pictures() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((4, 4, 1)), engine.Conv2D(2, 3), engine.Flatten(), engine.Dense(1))
    assert str(describe(spec, engine.Part("conv2d", unit=1))) == "channel 2 of conv2d"
    kernel = engine.Part("conv2d", parameter="kernel", index=(0, 2, 0, 1))
    assert str(describe(spec, kernel)) == "kernel[1, 3, 1, 2] of conv2d"
    weight = engine.Part("dense", parameter="kernel", index=(7, 0))
    assert str(describe(spec, weight)) == "weight from neuron 8 of flatten to neuron 1 of dense"


def test_words_are_translated_inside_each_other() -> None:
    weight = engine.Part("dense", parameter="kernel", index=(0, 1))
    words = {
        "weight from {source} to {neuron}": "{source} → {neuron}",
        "neuron {number} of {layer}": "{layer} {number}",
    }
    assert describe(SPEC, weight, ("age",)).sentence(lambda text: words.get(text, text)) == "age → dense 2"


def test_the_place_of_a_weight() -> None:
    assert place_of(SPEC, engine.Part("dense", parameter="kernel", index=(1, 2))) == 5
    assert place_of(SPEC, engine.Part("dense", unit=1).number) == 7
    with pytest.raises(engine.SettingError, match="The network has no bias of neuron 1 of dense_2"):
        place_of(SPEC, engine.Part("dense_2", unit=0).number)


def test_a_weight_that_a_layer_does_not_have_is_named_as_it_was_asked_for() -> None:
    assert "kernel" in str(describe(SPEC, engine.Part("input", parameter="kernel", index=(0, 0))))
