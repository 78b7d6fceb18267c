"""Checks look at the real network: numbers from the articles, and each turned true by what it speaks of."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import load as load_data
from nnplay.lessons import Facts, LessonError, Number, Quantity
from nnplay.lessons.checks import All, Compare, Diverged, Uses
from nnplay.project import History, edits, run_edits
from nnplay.project.presets import preset


def facts_of(name: str) -> Facts:
    project = preset(name)
    return Facts(project, load_data(project.data, project.seeds.data, project.seeds.split))


@pytest.mark.parametrize(
    ("name", "quantity", "expected"),
    [
        ("forward-by-hand", Quantity("output", "dense", index=(0,)), 5),  # E1: i, j, k
        ("forward-by-hand", Quantity("output", "dense", index=(1,)), 1),
        ("forward-by-hand", Quantity("output", "dense_2", index=(0,)), 9),
        ("two-three-one", Quantity("weighted_sum", "dense", index=(1,)), 1.3),  # E5
        ("two-three-one", Quantity("output", "dense_2", index=(0,)), 1.2332),
        ("two-three-one", Quantity("loss"), 1.5208),
        ("one-weight", Quantity("gradient", "dense", "kernel", (0, 0)), 8),  # E7
        ("one-weight", Quantity("new_weight", "dense", "kernel", (0, 0)), 4.2),
        ("one-weight", Quantity("new_loss"), 2.88),
        ("line-3x", Quantity("present_loss"), 68.237 / 5),  # E8: the errors are 0.279, -1.183, -1.914, -4.838, -6.3
        ("line-3x", Quantity("mean_gradient", "dense", "kernel", (0, 0)), 2 / 5 * -112.63),
        ("line-3x", Quantity("mean_gradient", "dense", "bias", (0,)), 2 / 5 * -13.956),
        ("mnist-mlp", Quantity("n_parameters"), 784 * 128 + 128 + 128 * 10 + 10),
    ],
)
def test_quantities_are_those_of_the_articles(name: str, quantity: Quantity, expected: float) -> None:
    facts = facts_of(name) if name != "mnist-mlp" else Facts(preset(name), None)
    assert quantity.value(facts) == pytest.approx(expected, abs=5e-5)


def test_the_accuracy_of_the_moment_is_that_of_weights_set_by_hand() -> None:
    facts = facts_of("perceptron")
    quantity = Quantity("present_accuracy")
    for weights, expected in (((1, 1, 1, -1.5), 1.0), ((1, 1, 1, -2.5), 5 / 8), ((0, 0, 0, -1), 4 / 8)):
        project = run_edits.set_trained(facts.project, np.array(weights, np.float32), facts.project.history)
        assert quantity.value(replace(facts, project=project)) == pytest.approx(expected), weights


def test_a_number_is_right_to_the_digits_asked() -> None:
    check = Number(Quantity("output", "dense_2", index=(0,)), 2)  # 1.23317…
    facts = facts_of("two-three-one")
    for right in ("1.23", "1,23", "1.2332", "1.2331", "37/30"):
        assert check.holds(facts, right), right
    for wrong in ("1.24", "1.22", "", "abc", "1/0", "-1.23"):
        assert not check.holds(facts, wrong), wrong


def test_a_place_that_is_not_there_is_an_error_with_its_name() -> None:
    facts = facts_of("one-weight")
    for quantity in (
        Quantity("output", "nowhere"),
        Quantity("weight", "dense", "kernel", (5, 5)),
        Quantity("gradient"),
    ):
        with pytest.raises(LessonError, match=quantity.name):
            quantity.value(facts)
        assert not Compare(quantity, at_least=-1e9).holds(facts)
    with pytest.raises(LessonError):
        Quantity("anything")


def test_curves_are_unknown_before_training() -> None:
    facts = facts_of("circle")
    assert not Compare(Quantity("test_accuracy"), at_least=0.0).holds(facts)
    one = np.array([1.0])
    history = History(one, one / 4, one / 2, one, one * 0.9, step=3)
    trained = replace(facts, project=run_edits.set_trained(facts.project, facts.project.parameters, history))
    assert Compare(Quantity("test_accuracy"), at_least=0.9, at_most=0.9).holds(trained)
    assert not Compare(Quantity("test_loss"), at_most=0.4).holds(trained)


def test_uses_looks_where_it_is_told() -> None:
    facts = facts_of("circle")
    assert Uses("activation", "tanh").holds(facts)
    assert not Uses("activation", "relu").holds(facts)
    changed = replace(facts, project=edits.change_layer(facts.project, "dense", {"activation": "relu"}))
    assert Uses("activation", "relu", "dense").holds(changed)
    assert not Uses("activation", "relu", "dense_2").holds(changed)
    assert Uses("data", "circle").holds(facts)
    assert Uses("optimizer", "SGD").holds(facts)
    assert not Uses("layer", "Dropout").holds(facts)


def test_all_is_every_one_of_them() -> None:
    facts = facts_of("circle")
    yes, no = Uses("data", "circle"), Diverged()
    assert All((yes, yes)).holds(facts)
    assert not All((yes, no)).holds(facts)
    assert All((yes, no)).holds(replace(facts, has_diverged=True))


def test_hidden_neurons_are_counted_without_the_output() -> None:
    assert Quantity("n_hidden").value(facts_of("circle")) == 4 + 2
