"""Terrain, against the articles' one weight and against planes that can be worked out."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.data import Dataset, Task, ToyChoice
from nnplay.engine import SGD, Dense, Examples, Input, NetworkSpec, Part, TrainingSettings, unit_direction
from nnplay.project import Project, part_edits
from nnplay.project.inspection.terrain import path_directions, plane_over, slice_along
from nnplay.project.layout import layout


def linear(x: np.ndarray, y: np.ndarray, weights: list[float], features: tuple[str, ...]) -> tuple[Project, Dataset]:
    """A network that multiplies each input by a weight and adds; quadratic loss with the half, rate 0.1."""
    network = NetworkSpec.chain(Input((len(features),)), Dense(1, use_bias=False))
    settings = TrainingSettings("half_squared_error", SGD(0.1), batch_size=1)
    data = ToyChoice("plane", features=features)
    project = Project("w", network, layout(network), np.array(weights, np.float32), data, settings)
    examples = Examples(x.astype(np.float32), y.astype(np.float32))
    return project, Dataset("w", Task.REGRESSION, examples, examples, (len(features),))


def test_gradient_descent_on_one_weight() -> None:
    """x = 2, w = 5, target 6, learning rate 0.1: loss 8, slope 8, then w = 4.2 with loss 2.88; the best w is 3."""
    project, dataset = linear(np.array([[2.0]]), np.array([[6.0]]), [5.0], ("x1",))
    found = slice_along(project, dataset, project.parameters, 0)
    assert (found.value, found.loss, found.slope) == pytest.approx((5, 8, 8))
    assert (found.next_value, found.next_loss) == pytest.approx((4.2, 2.88))
    np.testing.assert_allclose(found.losses, 0.5 * (2 * found.values - 6) ** 2, atol=1e-9)
    np.testing.assert_allclose(found.tangent, 8 + 8 * (found.values - 5))
    assert found.values[0] < 3 < found.values[-1]


@pytest.mark.parametrize("weight", [5.0, 4.2, 3.0, -40.0])
def test_the_range_holds_the_start_the_minimum_and_both_walls(weight: float) -> None:
    """L = ½ (2w − 6)², from w = 5: on both sides the picture reaches as high as the start, and the minimum is at 3."""
    project, dataset = linear(np.array([[2.0]]), np.array([[6.0]]), [weight], ("x1",))
    found = slice_along(project, dataset, project.parameters, 0, start=5.0)
    assert found.values[0] < 3 < 5 < found.values[-1]
    assert min(found.losses[0], found.losses[-1]) >= found.start_loss == 8
    assert found.best == pytest.approx((3, 0), abs=1e-9)


def test_a_slope_without_a_valley_has_no_minimum() -> None:
    """A weight that changes nothing: the curve is flat, and no end of it is called a minimum."""
    project, dataset = linear(np.array([[0.0]]), np.array([[6.0]]), [1.0], ("x1",))
    found = slice_along(project, dataset, project.parameters, 0)
    assert found.best is None
    assert found.values[-1] - found.values[0] < 100


def test_the_range_stays_while_the_weight_lies_well_inside() -> None:
    project, dataset = linear(np.array([[2.0]]), np.array([[6.0]]), [4.2], ("x1",))
    kept = slice_along(project, dataset, project.parameters, 0, (0.0, 10.0))
    assert (kept.values[0], kept.values[-1]) == (0, 10)
    moved = slice_along(project, dataset, project.parameters, 0, (4.0, 10.0))
    assert moved.values[0] < 4


def test_a_plane_over_two_weights_is_a_bowl() -> None:
    project, dataset = linear(np.eye(2), np.array([[1.0], [2.0]]), [0.5, -1.0], ("x1", "x2"))
    directions = (unit_direction(project.network, 0), unit_direction(project.network, 1))
    path = [np.array([0.0, -3.0], np.float32), project.parameters]
    found = plane_over(project, dataset, project.parameters, directions, np.zeros(2), path)
    assert found.place == pytest.approx((0.5, -1))
    # The mean gradient is ((0.5 - 1) / 2, (-1 - 2) / 2).
    assert found.next_place == pytest.approx((0.5 + 0.1 * 0.25, -1 + 0.1 * 1.5))
    np.testing.assert_allclose(found.path, path)
    first, second = np.meshgrid(found.first, found.second)
    np.testing.assert_allclose(found.losses, ((first - 1) ** 2 + (second - 2) ** 2) / 4, atol=1e-9)
    assert found.second[0] < -3


def test_what_is_muted_is_not_heard_in_the_landscape() -> None:
    """With w2 muted the loss is ((w1 - 1)² + 2²) / 4, wherever w2 goes."""
    project, dataset = linear(np.eye(2), np.array([[1.0], [2.0]]), [0.5, -1.0], ("x1", "x2"))
    project = part_edits.mute(project, [Part("dense", parameter="kernel", index=(1, 0))])
    directions = (unit_direction(project.network, 0), unit_direction(project.network, 1))
    found = plane_over(project, dataset, project.parameters, directions, np.zeros(2))
    np.testing.assert_allclose(found.losses, np.tile((found.first - 1) ** 2 / 4 + 1, (len(found.second), 1)), atol=1e-9)
    assert found.next_place == pytest.approx((0.5 + 0.1 * 0.25, -1))
    level = slice_along(project, dataset, project.parameters, 1)
    assert (level.slope, level.next_value) == (0, -1)
    assert np.ptp(level.losses) == 0


def test_a_plane_along_the_path_holds_the_path() -> None:
    rng = np.random.default_rng(0)
    across = np.linalg.qr(rng.normal(size=(2, 2)))[0]
    project, dataset = linear(np.eye(2), np.array([[1.0], [2.0]]), [0.0, 0.0], ("x1", "x2"))
    path = [np.array([3 - t, (3 - t) ** 2], np.float32) @ across.astype(np.float32) for t in range(4)]
    directions = path_directions(path)
    assert directions is not None
    origin = np.asarray(path[-1], np.float64)
    found = plane_over(project, dataset, path[-1], directions, origin, path)
    assert found.place == pytest.approx((0, 0), abs=1e-6)
    # Seen along two directions of length 1 at right angles, distances in the plane are the true ones.
    lengths = np.linalg.norm(np.diff(np.array(path), axis=0), axis=1)
    np.testing.assert_allclose(np.linalg.norm(np.diff(found.path, axis=0), axis=1), lengths, rtol=1e-5)


def test_no_directions_before_there_is_a_way() -> None:
    still = [np.ones(3, np.float32)] * 4
    assert path_directions(still) is None
    assert path_directions(still[:1]) is None
