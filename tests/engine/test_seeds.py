"""Four seeds: streams that repeat and do not resemble each other."""

import numpy as np

from nnplay.engine.seeds import PURPOSES, generator


def test_the_same_seed_repeats_to_the_bit() -> None:
    np.testing.assert_array_equal(generator("weights", 7).random(5), generator("weights", 7).random(5))


def test_purposes_and_seeds_give_different_streams() -> None:
    first = {float(generator(purpose, seed).random()) for purpose in PURPOSES for seed in range(10)}
    assert len(first) == 40
