"""Four seeds: streams that repeat and do not resemble each other."""

import numpy as np
import pytest

from nnplay.engine import SettingError
from nnplay.engine.seeds import MAX_SEED, PURPOSES, generator


def test_the_same_seed_repeats_to_the_bit() -> None:
    np.testing.assert_array_equal(generator("weights", 7).random(5), generator("weights", 7).random(5))


def test_purposes_and_seeds_give_different_streams() -> None:
    first = {float(generator(purpose, seed).random()) for purpose in PURPOSES for seed in range(10)}
    assert len(first) == 40


def test_an_unknown_purpose_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SettingError, match=r"“colour”.*data, split, weights, shuffle"):
        generator("colour", 1)  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize("seed", [-1, 1.5, "1", MAX_SEED + 1])
def test_a_seed_that_is_no_whole_number_in_range_is_refused(seed: object) -> None:
    with pytest.raises(SettingError, match="whole number from 0"):
        generator("data", seed)  # type: ignore[arg-type]  # what is refused
