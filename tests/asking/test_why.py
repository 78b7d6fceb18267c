"""Reasons and what-if, against networks whose answers are known."""

import numpy as np
import pytest

from nnplay.asking import Meaning, form_of
from nnplay.asking.what_if import what_if
from nnplay.asking.why import reasons_for
from nnplay.data import BodyMeasuresChoice, Task, ToyChoice, load
from nnplay.engine import Dense, Input, NetworkSpec


@pytest.fixture(scope="module")
def measures():
    choice = BodyMeasuresChoice()
    return form_of(choice, load(choice, 1, 1))


def line(kernel, bias, activation="sigmoid"):
    """A network of one layer with these weights."""
    kernel = np.atleast_2d(np.array(kernel, np.float32).T).T
    spec = NetworkSpec.chain(Input((len(kernel),)), Dense(kernel.shape[1], activation))
    parameters = np.zeros(spec.n_parameters, np.float32)
    for slot in spec.slots:
        slot.view(parameters)[...] = kernel if slot.name == "kernel" else bias
    return spec, parameters


def test_in_a_linear_network_support_is_weight_times_distance_from_the_mean(measures):
    reasons = reasons_for(
        measures, ("1", "1", "1"), Meaning(Task.REGRESSION, (), ("y",)), *line([2, -1, 0], [0.5], "linear")
    )
    means = np.array([field.average for field in measures.fields])
    np.testing.assert_allclose(reasons.support, np.array([2, -1, 0]) * (1 - means), atol=1e-5)
    assert reasons.now == pytest.approx(1.5)
    np.testing.assert_allclose(reasons.without, 1.5 - reasons.support, atol=1e-5)


def test_reasons_are_for_the_predicted_class(measures):
    meaning = Meaning(Task.YES_NO, ("no", "yes"))
    for cells, sign in ((("3", "0", "0"), 1), (("-3", "0", "0"), -1)):
        reasons = reasons_for(measures, cells, meaning, *line([2, 0, 0], [0]))
        mean = measures.fields[0].average
        np.testing.assert_allclose(reasons.support[0], sign * 2 * (float(cells[0]) - mean), rtol=1e-5)
        p = 1 / (1 + np.exp(-sign * 2 * mean))
        assert reasons.without[0] == pytest.approx(p, rel=1e-5)
        assert reasons.strongest(2)[0] == 0


def test_of_several_classes_what_supports_all_supports_none(measures):
    kernel = np.array([[1, 1, 1], [3, 0, 0], [0, 0, 0]])
    reasons = reasons_for(
        measures, ("2", "2", "0"), Meaning(Task.MULTICLASS, ("a", "b", "c")), *line(kernel, [0] * 3, "softmax")
    )
    assert reasons.support[0] == pytest.approx(0, abs=1e-6)
    assert reasons.support[1] == pytest.approx(2 * (2 - measures.fields[1].average), rel=1e-5)


def test_a_category_is_compared_with_the_shares_of_all(people):
    form = form_of(*people)
    kernel = np.zeros(6)
    kernel[1:4] = 1, 2, 4  # Bern, Oslo, Rome, a third of the people each
    reasons = reasons_for(
        form, ("49", "Rome", "small", "100"), Meaning(Task.REGRESSION, (), ("y",)), *line(kernel, [0], "linear")
    )
    np.testing.assert_allclose(reasons.support, [0, 4 - 7 / 3, 0, 0], atol=1e-5)


def test_points_have_reasons_through_their_features():
    choice = ToyChoice("circle", features=("x1_squared", "x2"))
    form = form_of(choice, load(choice, 1, 1))
    reasons = reasons_for(form, ("2", "-1"), Meaning(Task.BINARY, ("-1", "+1")), *line([1, 0.5], [0], "linear"))
    np.testing.assert_allclose(reasons.support, [4, -0.5], rtol=1e-5)


def test_the_decision_changes_where_the_sum_is_zero(measures):
    spec, parameters = line([2, -1, 0], [-1])
    found = what_if(measures, ("0", "1", "0"), 0, Meaning(Task.YES_NO, ("no", "yes")), spec, parameters)
    assert found.changes == pytest.approx((1.0,), abs=1e-4)
    z = 2 * found.values - 2
    np.testing.assert_allclose(found.answer.shares[:, 1], 1 / (1 + np.exp(-z)), rtol=1e-4, atol=1e-6)
    assert (found.values[0], found.values[-1]) == (measures.fields[0].low, measures.fields[0].high)


def test_the_range_reaches_to_the_present_value(measures):
    found = what_if(
        measures, ("40", "0", "0"), 0, Meaning(Task.REGRESSION, (), ("y",)), *line([1, 0, 0], [0], "linear")
    )
    assert found.values[-1] == 40
    assert found.changes == ()


def test_categories_are_asked_one_by_one(people):
    form = form_of(*people)
    kernel = np.zeros(6)
    kernel[1:4] = 1, 2, 4
    found = what_if(
        form, ("49", "Rome", "small", ""), 1, Meaning(Task.REGRESSION, (), ("y",)), *line(kernel, [0], "linear")
    )
    np.testing.assert_allclose(found.answer.outputs[:, 0], [1, 2, 4])
