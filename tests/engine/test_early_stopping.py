"""Early stopping: when it says stop, and which weights it kept."""

from math import nan

import numpy as np
import pytest

from nnplay.engine import EarlyStopping, SettingError


def test_it_is_due_after_patience_epochs_without_improvement_and_has_the_best_weights() -> None:
    stopping = EarlyStopping(patience=2, min_delta=0.1)
    weights = np.zeros(2)
    answers = []
    for epoch, loss in enumerate((1.0, 0.5, 0.45, 0.3, 0.35, 0.25)):
        weights[...] = epoch
        answers.append(stopping.observe(epoch, loss, weights))
    # 0.45 is not 0.1 below 0.5 but 0.3 is; then 0.35 and 0.25 are not.
    assert answers == [False, False, False, False, False, True]
    assert (stopping.best_epoch, stopping.best_loss) == (3, 0.3)
    assert stopping.best_parameters is not None
    np.testing.assert_array_equal(stopping.best_parameters, 3)


def test_nan_is_no_improvement() -> None:
    stopping = EarlyStopping(patience=1)
    assert not stopping.observe(1, 0.5, np.ones(1))
    assert stopping.observe(2, nan, np.zeros(1))
    assert stopping.best_parameters == 1


def test_after_nan_any_number_is_an_improvement() -> None:
    stopping = EarlyStopping(patience=2)
    stopping.observe(1, nan, np.ones(1))
    stopping.observe(2, 9.0, np.zeros(1))
    assert (stopping.best_epoch, stopping.best_loss) == (2, 9.0)


def test_what_it_remembers_goes_on_in_another_one() -> None:
    losses = [1.0, 0.5, 0.6, 0.7, 0.8]
    whole, first = EarlyStopping(patience=3), EarlyStopping(patience=3)
    assert first.export() is None
    for epoch, loss in enumerate(losses[:3]):
        first.observe(epoch, loss, np.full(2, epoch))
    second = EarlyStopping(patience=3)
    state = first.export()
    assert state is not None
    second.resume(state)
    answers = [whole.observe(epoch, loss, np.full(2, epoch)) for epoch, loss in enumerate(losses)]
    assert [second.observe(epoch, losses[epoch], np.full(2, epoch)) for epoch in (3, 4)] == answers[3:] == [False, True]
    assert (second.best_epoch, second.best_loss) == (whole.best_epoch, whole.best_loss) == (1, 0.5)


def test_patience_of_none_is_refused() -> None:
    with pytest.raises(SettingError):
        EarlyStopping(patience=0)
