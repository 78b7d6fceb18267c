"""Rules that need no training: L2 that overshoots, and classes without examples."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay import engine
from nnplay.data import Dataset, Task
from nnplay.project import Project, edits
from nnplay.project.doctor import Evidence, examine
from nnplay.project.history import History
from nnplay.project.presets import preset


def evidence(project: Project, labels: tuple[int, ...] = (0, 1, 2), classes: str = "abc") -> Evidence:
    y = np.array(labels)
    examples = engine.Examples(np.linspace(-1, 1, 2 * len(y)).reshape(-1, 2), y)
    dataset = Dataset("test", Task.MULTICLASS, examples, examples, (2,), tuple(classes))
    return Evidence(project, dataset, History())


def with_l2(l2: float, rate: float, rule: str) -> Project:
    project = preset("circle")
    settings = replace(
        project.training,
        optimizer=engine.SGD(rate),
        regularization=engine.Regularization(l2=l2, rule=rule),
    )
    return edits.set_training(project, settings)


@pytest.mark.parametrize(
    ("rule", "l2", "rate", "factor", "word"),
    [
        ("playground", 10.0, 0.3, "-2", "wider"),
        ("playground", 5.0, 0.3, "-0.5", "sign"),
        ("penalty", 3.0, 0.5, "-2", "wider"),
        ("penalty", 1.5, 0.5, "-0.5", "sign"),
    ],
)
def test_l2_that_overshoots_names_the_factor(rule, l2, rate, factor, word):
    (found, *_) = examine(evidence(with_l2(l2, rate, rule)))
    assert found.rule == "overshooting_l2"
    assert f"by {factor} in" in str(found.finding)
    assert word in str(found.finding)


@pytest.mark.parametrize("number", [0, 1])
def test_each_remedy_of_overshooting_ends_it(number):
    project = with_l2(3.0, 1.0, "penalty")
    (found, *_) = examine(evidence(project))
    assert "overshooting_l2" not in [each.rule for each in examine(evidence(found.remedies[number].edit(project)))]


def test_l2_of_an_ordinary_size_is_not_mentioned():
    assert "overshooting_l2" not in [each.rule for each in examine(evidence(with_l2(0.01, 0.03, "penalty")))]


def test_the_factor_is_what_happens():
    """With an example that has no error of its own, L2 alone moves the weight: 1 - 0.3 * 10 = -2."""
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, use_bias=False))
    network = engine.Network(spec, np.float64)
    network.parameters[0] = 1
    rule = engine.Regularization(l2=10.0, rule="playground")
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(0.3), 10, regularization=rule)
    data = engine.Examples(np.zeros((1, 1)), np.zeros((1, 1)))
    engine.Trainer(network, data, settings, np.random.default_rng(0)).advance(1)
    assert network.parameters[0] == pytest.approx(-2)


def test_one_class_alone():
    (found, *_) = examine(evidence(preset("circle"), (2, 2, 2)))
    assert found.rule == "missing_classes"
    assert "All 3 training examples are of class “c”" in str(found.finding)


def test_classes_without_examples_are_named():
    (found, *_) = examine(evidence(preset("circle"), (1, 1, 3), "abcd"))
    assert "class “a”, “c”:" in str(found.finding)
