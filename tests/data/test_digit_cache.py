"""Generated digits that are kept: the same as written anew, and never believed unchecked."""

import numpy as np
import pytest

from nnplay.data.digit_cache import kept_digits
from nnplay.data.digits import generate_digits
from nnplay.data.folders import cache_folder
from nnplay.data.hands import USUAL
from nnplay.data.loading import LoadCancelledError, never_cancel
from nnplay.engine.seeds import generator

N = 1_000
pytestmark = pytest.mark.usefixtures("no_digits_written")


class Counter:
    """Counts how often progress is told: a read from the cache tells none."""

    def __init__(self):
        self.n = 0

    def __call__(self, fraction, text):
        self.n += 1


def kept(seed=3, n=N):
    told = Counter()
    return *kept_digits(n, seed, USUAL, told, never_cancel), told.n


def files():
    return sorted((cache_folder() / "digits").iterdir())


def test_the_second_time_nothing_is_written_and_all_is_the_same():
    expected = generate_digits(N, generator("data", 3))
    first, second = kept(), kept()
    assert first[2] > 0
    assert second[2] == 0
    for pictures, labels, _ in (first, second):
        assert np.array_equal(pictures, expected[0])
        assert np.array_equal(labels, expected[1])
    assert len(files()) == 1


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b[:500] + bytes([b[500] ^ 1]) + b[501:], lambda b: b""])
def test_a_damaged_file_is_written_anew(damage):
    pictures, _, _ = kept()
    path = files()[0]
    path.write_bytes(damage(path.read_bytes()))
    again, _, n_told = kept()
    assert n_told > 0
    assert np.array_equal(again, pictures)
    assert kept()[2] == 0


def test_other_seeds_are_other_files_of_which_the_newest_stay():
    for seed in range(6):
        kept(seed)
    assert len(files()) == 4
    assert kept(5)[2] == 0


def test_few_digits_are_not_kept():
    kept(n=20)
    assert not cache_folder().exists()


def test_a_folder_that_cannot_be_written_to_stops_nobody():
    cache_folder().parent.write_text("a file where the folder should be")
    assert len(kept()[0]) == N


def test_what_is_cancelled_is_not_kept():
    with pytest.raises(LoadCancelledError):
        kept_digits(N, 3, USUAL, lambda fraction, text: None, lambda: True)
    assert not cache_folder().exists()
