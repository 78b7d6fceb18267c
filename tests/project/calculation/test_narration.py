"""Narration: the words follow the signs."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.engine import SGD, Dense, Input, NetworkSpec, Part, TrainingSettings, trace_batch
from nnplay.project.calculation import Calculation, Kind, Narrator, NumberFormat, Passes, Phase, phases
from tests.project.calculation.samples import of_preset

WEIGHT, BIAS = Part("dense", parameter="kernel", index=(0, 0)), Part("dense", parameter="bias", index=(0,))


def narrator(x: float, target: float, rate: float = 0.1, activation: str = "linear", w: float = 1.0) -> Narrator:
    """One weight w from one input, and no bias to begin with: the output is about w x."""
    spec = NetworkSpec.chain(Input((1,)), Dense(1, activation))
    settings = TrainingSettings("half_squared_error", SGD(rate))
    weights = np.array([w, 0.0])
    traces = trace_batch(spec, weights, np.array([[x]]), np.array([[target]]), settings)
    return Narrator(Calculation(Passes(spec, settings, weights, (0,), traces)), NumberFormat())


@pytest.mark.parametrize(
    ("x", "target", "sentence"),
    [
        (2.0, 1.76, "w fell by 0.048: the output was 0.24 too high and x was positive."),
        (-2.0, -2.24, "w rose by 0.048: the output was 0.24 too high and x was negative."),
        (2.0, 2.5, "w rose by 0.1: the output was 0.5 too low and x was positive."),
        (-2.0, -1.5, "w fell by 0.1: the output was 0.5 too low and x was negative."),
    ],
)
@pytest.mark.parametrize("activation", ["linear", "sigmoid"])
def test_why_a_weight_moved(x, target, sentence, activation) -> None:
    if activation == "sigmoid":
        # The same signs on a bent output; how far it is off is another number.
        output = 1 / (1 + np.exp(-x))
        found = str(narrator(x, output - (x - target), activation=activation).weight(WEIGHT))
        assert found.split(" ")[1] == sentence.split(" ")[1]
        assert found.split(": ")[1] == sentence.split(": ")[1]
    else:
        assert str(narrator(x, target).weight(WEIGHT)) == sentence


def test_a_bias_does_not_ask_for_the_input() -> None:
    assert str(narrator(-2.0, -2.5).weight(BIAS)) == "b fell by 0.05: the output was 0.5 too high."
    assert str(narrator(-2.0, -1.5).weight(BIAS)) == "b rose by 0.05: the output was 0.5 too low."


def test_a_weight_that_stays() -> None:
    assert "did not change" in str(narrator(0.0, 1.0).weight(WEIGHT))


def test_a_step_that_was_too_long() -> None:
    words = [str(each) for each in narrator(2.0, 1.0, rate=1.0).phase(Phase(Kind.UPDATE))]
    assert words[1].startswith("The loss rises from 0.5 to ")
    assert "smaller learning rate" in words[1]
    words = [str(each) for each in narrator(2.0, 1.0, rate=0.1).phase(Phase(Kind.UPDATE))]
    assert words[1].startswith("The loss falls from 0.5 to ")


def test_the_loss_in_words() -> None:
    assert "is 0.24 too high" in str(narrator(2.0, 1.76).phase(Phase(Kind.LOSS))[0])
    assert "is 0.5 too low" in str(narrator(2.0, 2.5).phase(Phase(Kind.LOSS))[0])
    assert "exactly right" in str(narrator(2.0, 2.0).phase(Phase(Kind.LOSS))[0])


@pytest.mark.parametrize(
    ("target", "words"), [(1.0, "has to fall"), (3.0, "has to rise"), (2.0, "no gradient flows back")]
)
def test_which_way_the_output_is_pushed(target, words) -> None:
    assert words in str(narrator(2.0, target).phase(Phase(Kind.BACKWARD, "dense"))[0])


def test_dead_neurons_are_called_dead() -> None:
    spec = NetworkSpec.chain(Input((1,)), Dense(1, "relu"), Dense(1))
    settings, weights = TrainingSettings("half_squared_error", SGD(0.1)), np.array([-1.0, 0, 1, 0])
    traces = trace_batch(spec, weights, np.array([[2.0]]), np.array([[1.0]]), settings)
    found = Narrator(Calculation(Passes(spec, settings, weights, (0,), traces)), NumberFormat())
    assert "every slope is 0" in str(found.phase(Phase(Kind.BACKWARD, "dense"))[0])


@pytest.mark.parametrize("name", ["forward-by-hand", "two-three-one", "one-weight", "body-measures", "circle"])
def test_every_phase_has_words(name) -> None:
    found = of_preset(name)
    teller = Narrator(found, NumberFormat())
    for phase in phases(found.passes.network):
        for sentence in teller.phase(phase):
            assert str(sentence)
            assert "{" not in str(sentence)


def test_a_batch_blames_no_single_example() -> None:
    found = of_preset("line-3x", 0, 1, 2, 3, 4)
    words = " ".join(map(str, Narrator(found, NumberFormat()).phase(Phase(Kind.UPDATE))))
    assert words.startswith("w rose by 0.901: a larger value makes the loss smaller.")
