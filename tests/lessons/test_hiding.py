"""What is asked for is hidden until it is answered, and so is what later steps ask about the same network."""

import pytest

from nnplay.lessons import load, shipped
from nnplay.lessons.hiding import secrets
from nnplay.lessons.secret import Secret

SUMS, VALUES, LOSS, GRADIENTS, NEXT_LOSS, COUNTS = Secret


def plan(number):
    return load(shipped()[number - 1]).plan


def hidden(number, step, *done):
    steps = [each.id for each in plan(number).steps]
    return secrets(plan(number), steps.index(step), done)


@pytest.mark.parametrize(
    ("step", "done", "expected"),
    [
        ("predict", (), {VALUES, LOSS, GRADIENTS, NEXT_LOSS}),
        ("predict", ("predict",), {LOSS, GRADIENTS, NEXT_LOSS}),
        ("loss", ("predict", "loss"), {GRADIENTS, NEXT_LOSS}),
        ("slope", ("predict", "loss", "slope"), {GRADIENTS, NEXT_LOSS}),  # the new weight is still asked for
        ("update", ("predict", "loss", "slope", "update"), {NEXT_LOSS}),
        ("step", ("predict", "loss", "slope", "update"), {NEXT_LOSS}),
        ("step", ("predict", "loss", "slope", "update", "step"), {LOSS}),  # a step was made: its loss comes next
        ("after", ("predict", "loss", "slope", "update", "step", "after"), set()),
    ],
)
def test_gradient_descent_shows_a_number_when_it_has_been_computed(step, done, expected):
    assert hidden(7, step, *done) == expected


def test_numbers_are_hidden_from_the_first_step_on():
    assert hidden(1, "meet") == {SUMS}


def test_the_weights_that_are_to_be_read_are_shown():
    assert hidden(5, "find") == {SUMS, VALUES}  # nothing else: it asks for a weight
    assert hidden(5, "shape") == set()


def test_what_is_done_stays_shown_on_the_way_back():
    everything = [step.id for step in plan(7).steps]
    assert hidden(7, "predict", *everything) == set()
