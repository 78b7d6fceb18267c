"""Two gradients: the article's figures, and nudges that go wrong at both ends."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.data import load
from nnplay.project import ProjectError
from nnplay.project.calculation.perturbation import NUDGES, two_gradients
from nnplay.project.presets import preset


def found(name: str, nudge: float, *, is_two_sided: bool = False):
    project = preset(name)
    examples = load(project.data, project.seeds.data, project.seeds.split).train
    return two_gradients(project, examples, nudge, is_two_sided=is_two_sided)


def test_e8_by_a_nudge_of_0_0001() -> None:
    x = np.array([1.0, 3, 4, 8, 10])
    w, b = 2.269, 1.01

    def loss(w: float, b: float) -> float:
        return float(((w * x + b - 3 * x) ** 2).mean())

    both = found("line-3x", 1e-4)
    assert both.names == ("w", "b")
    by_hand = [(loss(w + 1e-4, b) - loss(w, b)) / 1e-4, (loss(w, b + 1e-4) - loss(w, b)) / 1e-4]
    np.testing.assert_allclose(both.check.differences, by_hand, rtol=1e-7)
    np.testing.assert_allclose(both.check.differences, both.check.backpropagation, rtol=1e-4)


@pytest.mark.parametrize("name", ["line-3x", "two-three-one"])
def test_a_nudge_goes_wrong_at_both_ends(name) -> None:
    errors = found(name, 1e-4).errors
    best = int(np.argmin(errors))
    assert 1e-10 < NUDGES[best] < 1e-6  # near the root of float64's precision
    assert errors[-1] > 1e4 * errors[best]
    assert errors[0] > 100 * errors[best]


def test_both_ways_is_more_exact() -> None:
    assert found("two-three-one", 1e-3, is_two_sided=True).check.worst < 0.01 * found("two-three-one", 1e-3).check.worst


def test_a_large_network_is_refused() -> None:
    with pytest.raises(ProjectError, match="too long"):
        found("mnist-mlp", 1e-4)
