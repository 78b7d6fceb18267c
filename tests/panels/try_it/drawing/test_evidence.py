"""EvidenceView: gradient times input against the formula of a linear network and finite differences."""

import numpy as np
import pytest

from nnplay.engine import Dense, Flatten, Input, Network, NetworkSpec
from nnplay.panels.try_it.drawing.evidence import EvidenceView, evidence_for
from nnplay.panels.try_it.drawing.reader import Reader
from tests.panels.fakes import FakeController

PICTURE = np.random.default_rng(2).integers(0, 256, (28, 28), dtype=np.uint8)
NAMES = tuple("abc")


def reading_of(*layers, seed=1):
    spec = NetworkSpec.chain(Input((28, 28, 1)), Flatten(), *layers)
    parameters = np.random.default_rng(seed).normal(0, 0.05, spec.n_parameters).astype(np.float32)
    return Reader().read(spec, parameters, PICTURE)


@pytest.fixture
def linear():
    return reading_of(Dense(3, "softmax"))


def kernel(reading):
    return reading.parameters[: 784 * 3].reshape(28, 28, 3).astype(float)


def test_of_a_linear_network_it_is_weights_times_ink(linear):
    weights = kernel(linear)
    evidence = evidence_for(linear, 2)
    expected = (weights[..., 2] - weights.mean(axis=2)) * PICTURE / 255
    np.testing.assert_allclose(evidence.contribution, expected, atol=1e-6)
    np.testing.assert_allclose(evidence.weights, weights[..., 2], atol=1e-7)


def test_what_would_make_it_more_like_a_class(linear):
    weights, order = kernel(linear), np.argsort(linear.probabilities)
    best, second, worst = order[::-1]
    np.testing.assert_allclose(evidence_for(linear, worst).wish, weights[..., worst] - weights[..., best], atol=1e-6)
    np.testing.assert_allclose(evidence_for(linear, best).wish, weights[..., best] - weights[..., second], atol=1e-6)


def test_of_a_deep_network_it_is_the_slope_of_the_output():
    reading = reading_of(Dense(6, "tanh"), Dense(3, "linear"))
    evidence = evidence_for(reading, 1)
    assert evidence.weights is None
    network = Network(reading.spec)
    network.parameters[...] = reading.parameters
    for row, column in ((3, 4), (14, 20)):
        step = np.zeros_like(reading.x)
        step[row, column] = 0.05
        up, down = (network.predict((reading.x + sign * step)[np.newaxis])[0].astype(float) for sign in (1, -1))
        slope = (up - down) / 0.1
        share = (slope[1] - slope.mean()) * reading.x[row, column, 0]
        assert evidence.contribution[row, column] == pytest.approx(share, abs=2e-4)


def test_the_view_explains_the_class_that_is_chosen(qtbot, linear):
    view = EvidenceView(FakeController())
    qtbot.addWidget(view)
    view.show_reading(linear, NAMES)
    np.testing.assert_array_equal(view._contribution.values, evidence_for(linear, linear.best).contribution)
    assert [view._classes.itemText(i) for i in range(4)] == ["prediction", *NAMES]
    view._classes.setCurrentIndex(3)
    np.testing.assert_array_equal(view._contribution.values, evidence_for(linear, 2).contribution)
    np.testing.assert_array_equal(view._wish.values, evidence_for(linear, 2).wish)
    assert not view._weights.isHidden()


def test_without_a_reading_the_frames_are_empty(qtbot, linear):
    view = EvidenceView(FakeController())
    qtbot.addWidget(view)
    view.show_reading(linear, NAMES)
    view.show_reading(None, NAMES)
    assert view._contribution.values is None
    assert view._wish.values is None


def test_only_a_linear_network_has_pictures_of_weights(qtbot):
    view = EvidenceView(FakeController())
    qtbot.addWidget(view)
    view.show_reading(reading_of(Dense(4, "relu"), Dense(3, "softmax")), NAMES)
    assert view._weights.isHidden()
