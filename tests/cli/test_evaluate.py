"""``nnplay evaluate``."""

import pytest


def test_the_start_of_a_preset(nnplay):
    ran = nnplay("evaluate", "circle", "--json")
    assert ran.status == 0
    assert list(ran.result) == [
        "loss",
        "accuracy",
        "validation_loss",
        "validation_accuracy",
        "examples",
        "validation_examples",
    ]
    assert (ran.result["examples"], ran.result["validation_examples"]) == (250, 250)
    assert 0 <= ran.result["accuracy"] <= 1


def test_a_line_for_people(nnplay):
    (line,) = nnplay("evaluate", "plane").out
    names = [part.split(":")[0] for part in line.split(" - ")]
    assert names == ["loss", "val_loss"]


def test_digits(nnplay, small_mnist, digits_folder):
    result = nnplay("evaluate", small_mnist, "--data", digits_folder, "--json").result
    assert (result["examples"], result["validation_examples"]) == (20, 10)
    # An untrained softmax of ten is about as good as chance: ln 10.
    assert result["loss"] == pytest.approx(2.3026, abs=1.5)
