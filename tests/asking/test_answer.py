"""Asker and Answer: what outputs mean."""

import numpy as np
import pytest

from nnplay.asking import Asker, Meaning
from nnplay.asking.answer import softmax
from nnplay.data import Task
from nnplay.engine import Dense, Input, Network, NetworkSpec, Part


def asked(task, classes, n_outputs, activation, *, muted=()):
    spec = NetworkSpec.chain(Input((2,)), Dense(n_outputs, activation))
    rng = np.random.default_rng(5)
    parameters = rng.normal(size=spec.n_parameters).astype(np.float32)
    x = rng.normal(size=(7, 2)).astype(np.float32)
    network = Network(spec)
    network.load(parameters, muted)
    return Asker().ask(Meaning(task, classes), spec, parameters, x, muted), network.predict(x)


def test_softmax_outputs_are_the_probabilities():
    answer, outputs = asked(Task.MULTICLASS, ("a", "b", "c"), 3, "softmax")
    np.testing.assert_array_equal(answer.shares, outputs)
    assert answer.label(2) == "abc"[outputs[2].argmax()]
    assert answer.share(2) == outputs[2].max()


def test_numbers_before_a_softmax_become_probabilities():
    answer, outputs = asked(Task.MULTICLASS, ("a", "b", "c"), 3, "linear")
    powers = np.exp(outputs.astype(np.float64))
    np.testing.assert_allclose(answer.shares, powers / powers.sum(axis=1, keepdims=True), rtol=1e-5)


def test_one_sigmoid_is_the_probability_of_the_second_class():
    answer, outputs = asked(Task.YES_NO, ("no", "yes"), 1, "sigmoid")
    for number, p in enumerate(outputs[:, 0]):
        assert answer.label(number) == ("yes" if p >= 0.5 else "no")
        assert answer.share(number) == pytest.approx(max(p, 1 - p))


def test_a_sign_has_no_probability():
    answer, outputs = asked(Task.BINARY, ("-1", "+1"), 1, "tanh")
    assert answer.shares is None
    assert answer.share() is None
    assert answer.label() == ("+1" if outputs[0, 0] >= 0 else "-1")


def test_quantities_have_no_class():
    answer, outputs = asked(Task.REGRESSION, (), 1, "linear")
    assert (answer.label(), answer.best, answer.shares) == ("", None, None)
    np.testing.assert_array_equal(answer.outputs, outputs)


def test_muted_parts_are_left_out():
    muted = (Part("dense", unit=0),)
    answer, outputs = asked(Task.REGRESSION, (), 1, "linear", muted=muted)
    np.testing.assert_array_equal(answer.outputs, outputs)
    assert (answer.outputs == 0).all()


def test_large_numbers_before_a_softmax_stay_finite():
    np.testing.assert_allclose(softmax(np.array([[1e30, 0.0]], np.float32)), [[1, 0]])
