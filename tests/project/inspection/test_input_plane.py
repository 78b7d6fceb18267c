"""InputPlane: two inputs with the rest held, or the directions in which examples differ most."""

import numpy as np
import pytest

from nnplay.project.inspection.input_plane import plane_of_inputs, principal_plane
from nnplay.project.inspection.probe import EXTENT


@pytest.fixture
def x():
    rng = np.random.default_rng(3)
    return (rng.normal(size=(300, 4)) * (50, 1, 0.01, 3) + (120, 0, 5, -2)).astype(np.float32)


def test_two_inputs_change_and_the_rest_is_held(x):
    held = np.array([7.0, 8.0, 9.0, 10.0])
    plane = plane_of_inputs(x, 3, 0, held)
    inputs = plane.inputs(5).reshape(5, 5, 4)
    assert np.allclose(inputs[..., [1, 2]], [8, 9])
    assert np.allclose(inputs[0, 0, [3, 0]], plane.values((-EXTENT, EXTENT)))
    assert np.allclose(inputs[4, 4, [3, 0]], plane.values((EXTENT, -EXTENT)), atol=1e-3)


def test_all_examples_are_on_the_map_at_their_values(x):
    plane = plane_of_inputs(x, 0, 2, x.mean(axis=0))
    places = plane.places(x)
    assert np.abs(places).max() <= EXTENT
    assert np.abs(places).max() > EXTENT / 3
    assert plane.values(places[11]) == pytest.approx((x[11, 0], x[11, 2]), rel=1e-3)


def test_units_are_round(x):
    for unit in plane_of_inputs(x, 0, 1, x.mean(axis=0)).units:
        digits = f"{unit:.1e}".split("e")[0]
        assert digits in ("1.0", "1.5", "2.0", "2.5", "3.0", "4.0", "5.0", "7.5")


def test_the_principal_plane_is_that_of_the_covariance(x):
    scaled = ((x - x.mean(axis=0)) / x.std(axis=0) @ np.diag((1, 2, 3, 4))).astype(np.float32)
    plane = principal_plane(scaled)
    values, vectors = np.linalg.eigh(np.cov(scaled.T))
    for axis, column in ((0, -1), (1, -2)):
        assert abs(plane.directions[axis] @ vectors[:, column]) == pytest.approx(1, abs=1e-5)
        assert plane.shares[axis] == pytest.approx(values[column] / values.sum(), rel=1e-4)
    assert np.abs(plane.places(scaled)).max() <= EXTENT


def test_inputs_that_never_differ_and_a_single_example_do_no_harm():
    same = np.ones((1, 3), np.float32)
    assert np.isfinite(plane_of_inputs(same, 0, 1, same[0]).inputs(3)).all()
    assert np.isfinite(principal_plane(same).inputs(3)).all()


@pytest.mark.parametrize("n", [1, 2, 5])
def test_few_examples_have_two_directions_too(n, x):
    plane = principal_plane(x[:n])
    np.testing.assert_allclose(plane.directions @ plane.directions.T, np.eye(2), atol=1e-9)
