"""``nnplay trace``: the numbers of one step, checked against the formulas they stand for."""

import numpy as np
import pytest

from nnplay.data import load
from nnplay.project.presets import preset


def arrays(layer, *names):
    return [np.array(layer[name]) for name in names]


def test_every_number_follows_from_the_ones_before(nnplay):
    result = nnplay("trace", "circle", "--example", "7", "--json").result
    project = preset("circle")
    examples = load(project.data, project.seeds.data, project.seeds.split).train
    rate = project.training.optimizer.learning_rate
    assert result["learning_rate"] == rate
    a = np.array(result["layers"][0]["a"])
    np.testing.assert_allclose(a, examples.x[7])
    for layer in result["layers"][1:]:
        kernel, bias = layer["parameters"]["kernel"], layer["parameters"]["bias"]
        z, slope, da, dz = arrays(layer, "z", "slope", "da", "dz")
        np.testing.assert_allclose(z, a @ np.array(kernel["value"]) + np.array(bias["value"]))
        np.testing.assert_allclose(dz, da * slope)
        np.testing.assert_allclose(kernel["gradient"], np.outer(a, dz))
        np.testing.assert_allclose(bias["gradient"], dz)
        np.testing.assert_allclose(kernel["new_value"], np.array(kernel["value"]) - rate * np.outer(a, dz))
        a = np.array(layer["a"])
        np.testing.assert_allclose(a, np.tanh(z))
        np.testing.assert_allclose(slope, 1 - a**2)
    assert result["target"] == examples.y[7].tolist()
    assert result["loss"] == pytest.approx(0.5 * (a[0] - result["target"][0]) ** 2)
    np.testing.assert_allclose(result["layers"][-1]["da"], a - result["target"])
    assert result["new_loss"] < result["loss"]


def test_a_table_for_people(nnplay):
    out = nnplay("trace", "circle").out
    assert out[0].startswith("example 0: target ")
    assert "dense (Dense, tanh)" in out
    assert out[-1].startswith("loss ")
    # Six tables for the three layers' weights and biases, four for the nodes' numbers.
    assert sum("new w" in line for line in out) == 6
    assert sum(line.split()[:1] == ["unit"] for line in out) == 4


def test_long_tables_are_cut_short(nnplay, small_mnist, digits_folder):
    out = nnplay("trace", small_mnist, "--data", digits_folder).out
    assert any("more, all of them with --json" in line for line in out)
    assert len(out) < 200


def test_an_example_that_is_not_there(nnplay):
    ran = nnplay("trace", "circle", "--example", "250")
    assert ran.status == 1
    assert "numbered 0 to 249" in ran.err


def test_a_number_that_counts_nothing(nnplay):
    assert nnplay("trace", "circle", "--example", "-1").status == 2
