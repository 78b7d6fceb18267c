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


def test_phase_by_phase(nnplay):
    out = nnplay("trace", "two-three-one", "--form", "formulas", "--digits", "4").out
    assert [line for line in out if line[:1].isdigit()] == [
        "1. Given",
        "2. Forward through dense",
        "3. Forward through dense_2",
        "4. The loss",
        "5. Backward through dense_2",
        "6. Backward through dense",
        "7. The new weights",
    ]
    assert "     z₁ = w⁽¹⁾₁₁·x₁ + w⁽¹⁾₂₁·x₂ = 0.8 × 1 + 0.2 × 1 = 1" in out
    assert "   w⁽²⁾₂ fell by 0.1938: the output was 1.233 too high and h₂ was positive." in out
    matrices = nnplay("trace", "two-three-one", "--form", "matrices", "--digits", "4").out
    assert "     ŷ = h·W⁽²⁾ = [0.7311  0.7858  0.69] × [0.3; 0.5; 0.9] = [1.233]" in matrices


def test_a_batch_is_one_step_on_its_mean(nnplay):
    x = np.array([1.0, 3, 4, 8, 10])
    error = 2.269 * x + 1.01 - 3 * x
    result = nnplay("trace", "line-3x", "--batch", "5", "--json").result
    parameters = result["layers"][1]["parameters"]
    assert result["examples"] == [0, 1, 2, 3, 4]
    assert result["loss"] == pytest.approx((error**2).mean())
    assert parameters["kernel"]["gradient"][0][0] == pytest.approx(2 * (error * x).mean())
    assert parameters["bias"]["gradient"][0] == pytest.approx(2 * error.mean())
    assert result["phases"][-1]["kind"] == "update"
    out = nnplay("trace", "line-3x", "--batch", "5").out
    assert out[0].startswith("examples 0 to 4: the first has the target 3")
    assert nnplay("trace", "line-3x", "--batch", "6").status == 1


def test_other_forms(nnplay):
    assert nnplay("trace", "one-weight", "--form", "csv").out[1:4] == ["w,5.0", "x,2.0", "ŷ,=B2*B3"]
    assert nnplay("trace", "one-weight", "--form", "latex").out[0] == r"\begin{align*}"
    fractions = nnplay("trace", "one-weight", "--form", "formulas", "--numbers", "fractions").out
    assert any("= 21/5" in line for line in fractions)


def test_a_worksheet_and_its_answers(nnplay, tmp_path):
    nnplay("trace", "one-weight", "--worksheet", tmp_path / "sheet.svg")
    assert "ŷ = w·x = ____" in (tmp_path / "sheet.svg").read_text(encoding="utf-8")
    assert "ŷ = w·x = 5 × 2 = 10" in (tmp_path / "sheet-answers.svg").read_text(encoding="utf-8")


def test_answers_are_replaced_only_with_consent(nnplay, tmp_path):
    sheet, answers = tmp_path / "sheet.svg", tmp_path / "sheet-answers.svg"
    answers.write_bytes(b"theirs")
    refused = nnplay("trace", "one-weight", "--worksheet", sheet)
    assert refused.status == 1
    assert str(answers) in refused.err
    assert "--replace" in refused.err
    assert answers.read_bytes() == b"theirs"
    assert not sheet.exists()
    assert nnplay("trace", "one-weight", "--worksheet", sheet, "--replace").out == [str(sheet), str(answers)]
    assert answers.read_bytes().startswith(b"<svg")


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


def test_formulas_of_a_place_of_a_picture(nnplay):
    out = "\n".join(nnplay("trace", "mnist-cnn", "--form", "formulas", "--place", "3,5", "--digits", "3").out)
    assert "Here: row 3, column 5." in out
    assert "z⁽¹⁾₃,₅,₁ = " in out
    assert "h⁽²⁾₃,₅,₁ = max(h⁽¹⁾₅,₉,₁, h⁽¹⁾₅,₁₀,₁, h⁽¹⁾₆,₉,₁, h⁽¹⁾₆,₁₀,₁) = " in out


def test_a_place_is_a_row_and_a_column(nnplay):
    for place in ("3", "0,1", "a,b", "1,2,3"):
        ran = nnplay("trace", "mnist-cnn", "--place", place)
        assert ran.status == 2
        assert "is not a" in ran.err
