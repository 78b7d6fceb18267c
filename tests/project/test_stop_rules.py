"""Stop rules: what they may say, and that a file that says anything else is refused."""

from __future__ import annotations

import pytest

from nnplay.engine import SettingError
from nnplay.project import StopRules
from nnplay.project.storage.codec import decode, encode


@pytest.mark.parametrize(
    "numbers", [{"n_epochs": 0}, {"n_epochs": 10**8}, {"loss_below": -1.0}, {"patience": 0}, {"min_delta": -0.1}]
)
def test_a_number_outside_its_range_is_refused(numbers: dict[str, float]) -> None:
    with pytest.raises(SettingError):
        StopRules(**numbers)
    with pytest.raises(SettingError):
        decode({"type": "StopRules", **numbers}, StopRules)


def test_there_and_back() -> None:
    rules = StopRules(n_epochs=5, loss_below=0.25, patience=3)
    assert decode(encode(rules), StopRules) == rules
    assert decode({"type": "StopRules"}, StopRules) == StopRules()
