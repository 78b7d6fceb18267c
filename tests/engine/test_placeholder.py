"""A placeholder: what lies before it runs, everything else says why not."""

import numpy as np
import pytest

from nnplay.engine import (
    Dense,
    Examples,
    Input,
    Network,
    NetworkSpec,
    Placeholder,
    PlaceholderError,
    SettingError,
    Trainer,
    TrainingSettings,
)

SPEC = NetworkSpec.chain(
    Input((2,)),
    Dense(3, activation="tanh"),
    Placeholder("LSTM", (4,)),
    Dense(1),
    names=["x", "before", "lstm", "after"],
)
X = np.ones((5, 2), np.float32)


def network() -> Network:
    made = Network(SPEC)
    made.initialize(np.random.default_rng(0))
    return made


def test_what_comes_before_it_is_computed() -> None:
    found = network().activations(X)
    alone = Network(NetworkSpec(SPEC.nodes[:2]))
    alone.initialize(np.random.default_rng(0))
    np.testing.assert_array_equal(found["before"], alone.predict(X))
    assert np.isnan(found["lstm"]).all()
    assert np.isnan(found["after"]).all()


def test_predicting_says_why_not() -> None:
    with pytest.raises(PlaceholderError, match="“lstm” is a placeholder for LSTM"):
        network().predict(X)


def test_training_says_why_not() -> None:
    examples = Examples(X, np.ones((5, 1), np.float32))
    with pytest.raises(PlaceholderError, match="replace it or delete it"):
        Trainer(network(), examples, TrainingSettings("mean_squared_error"), np.random.default_rng(0)).advance(1)


def test_a_missing_setting_is_named() -> None:
    spec = NetworkSpec.chain(Input((2,)), Placeholder("Dense", (1,), missing="activation = hard_sigmoid"))
    assert not spec.is_complete
    with pytest.raises(PlaceholderError, match=r"Dense \(activation = hard_sigmoid\)"):
        spec.check_complete()


@pytest.mark.parametrize("shape", [(), (0,), (2, -1)])
def test_its_shape_is_checked(shape: tuple[int, ...]) -> None:
    with pytest.raises(SettingError, match="whole numbers from 1"):
        Placeholder("LSTM", shape)


def test_its_texts_are_limited() -> None:
    with pytest.raises(SettingError, match="too many settings"):
        Placeholder("LSTM", (1,), (("a", "b" * 1000),))
