"""Room: what goes for something new, and what goes for other reasons."""

import pytest

from nnplay.project.room import n_gone_for_room


@pytest.mark.parametrize(
    ("before", "after", "n"),
    [
        ([1, 2], [1, 2, 3], 0),
        ([1, 2], [2, 3], 1),
        ([1, 2], [3], 2),
        ([1, 2], [2], 0),  # deleted
        ([2, 3], [1, 2], 0),  # undone
        ([1], [], 0),
        ([], [1], 0),
    ],
)
def test_only_what_goes_for_a_new_one_is_counted(before, after, n):
    assert n_gone_for_room(before, after) == n
