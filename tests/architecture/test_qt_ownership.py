"""Asking Qt for something changes neither who owns it nor what dies with what.

PySide takes what some getters return for a child of the object that was asked. When that one dies, the "child" and all
that belongs to it are dead for Python, while they live on in Qt: a segmentation fault sooner or later. So every getter
that nnplay calls, by its name in the source, is called on a bare object of every kind that has it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def proof():
    """What a child process says, which may well die of it."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.architecture.getter_proof"],
        cwd=Path(__file__).parents[2],
        env=os.environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return json.loads(answer.stdout)


def test_no_getter_that_nnplay_calls_hands_over_what_it_returns(proof):
    assert proof["wrong"] == []
    assert proof["n_called"] > 500


def test_each_of_those_that_the_tests_forbid_does_hand_over(proof):
    assert proof["innocent"] == []


def test_a_window_dies_with_a_widget_that_was_asked_for_the_next_one_in_the_focus_chain(proof):
    assert proof["dies_with"] == {"nextInFocusChain": True, "window": False, "focusWidget": False}
