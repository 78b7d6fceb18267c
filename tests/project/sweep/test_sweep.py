"""Sweeps: the cells they have, the edits that make them, and what is refused before anything starts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnplay.engine import Dense, Dropout, NnplayError
from nnplay.project import Project, StopRules, edits
from nnplay.project.presets import PRESETS, preset
from nnplay.project.sweep import Axis, Cell, Combination, Interval, Sweep, SweepError, parse_axis, swept_controls

RULES = StopRules(5)


def sweep(*texts: str, project: Project | None = None, **options: object) -> Sweep:
    project = project or preset("circle")
    controls = swept_controls(project)
    return Sweep(project, tuple(parse_axis(text, controls) for text in texts), RULES, **options)  # type: ignore[arg-type]


def only(text: str, project: Project | None = None) -> Project:
    return sweep(text, project=project).cell(0).project


def units(cell: Cell | Project) -> list[int]:
    project = cell.project if isinstance(cell, Cell) else cell
    return [node.layer.units for node in project.network.nodes if isinstance(node.layer, Dense)]


def test_a_grid_is_each_with_each_the_last_axis_first() -> None:
    found = sweep("learning_rate=0.01,0.1", "batch_size=5,10,20")
    assert found.n_cells == 6
    assert [tuple(cell.values.values()) for cell in found.cells()] == [
        (0.01, 5), (0.01, 10), (0.01, 20), (0.1, 5), (0.1, 10), (0.1, 20)
    ]  # fmt: skip
    cell = found.cell(4)
    assert cell.project.training.optimizer.learning_rate == 0.1
    assert cell.project.training.batch_size == 10
    assert cell.name == "learning_rate=0.1, batch_size=10"
    assert cell.project.stop == RULES


def test_repeats_have_other_seeds_and_other_first_weights() -> None:
    first, second, other = (sweep("l2=0,0.1", n_repeats=2).cell(number) for number in (0, 1, 2))
    assert [first.repeat, second.repeat, other.repeat] == [0, 1, 0]
    assert second.project.seeds == replace(first.project.seeds, data=2, split=2, weights=2, shuffle=2)
    assert not np.array_equal(first.project.parameters, second.project.parameters)
    np.testing.assert_array_equal(first.project.parameters, other.project.parameters)


def test_cells_begin_at_their_start_whatever_the_project_has_learned() -> None:
    start = preset("circle")
    moved = edits.set_parameter(start, "dense", "kernel", (0, 0), 7.0)
    np.testing.assert_array_equal(only("l2=0", moved).parameters, start.parameters)


@pytest.mark.parametrize("name", PRESETS)
def test_every_control_can_be_set_to_its_present_value(name: str) -> None:
    project = preset(name)
    for control in swept_controls(project).values():
        if control.present is not None and not control.is_idle:
            after = control.apply(project, control.present)
            assert after.network == project.network, control.name
            assert after.training.batch_size == project.training.batch_size, control.name
            assert swept_controls(after)[control.name].present == control.present


def test_layers_are_added_as_copies_of_the_last_hidden_one_and_taken_away() -> None:
    assert units(preset("circle")) == [4, 2, 1]
    assert [units(cell) for cell in sweep("layers=0,1,2,4").cells()] == [[1], [4, 1], [4, 2, 1], [4, 2, 2, 2, 1]]


def test_units_of_all_hidden_layers_or_of_one() -> None:
    assert units(only("units=6")) == [6, 6, 1]
    assert units(only("units:dense_2=6")) == [4, 6, 1]
    assert units(sweep("units=6", "layers=3").cell(0)) == [
        6,
        6,
        6,
        1,
    ]  # structure first, in whatever order it is written


def test_what_can_be_swept_of_data_training_and_seeds() -> None:
    assert only("inputs=x1+x2+x1_x2").data.input_shape == (3,)
    assert only("noise=0.25").data.noise == 0.25  # type: ignore[attr-defined]
    assert only("train_share=0.8").data.train_share == 0.8  # type: ignore[attr-defined]
    assert only("optimizer=Adam").training.optimizer.kind == "Adam"
    assert only("optimizer=Adam").training.optimizer.learning_rate == 0.03
    assert only("schedule=CosineDecay").training.schedule.kind == "CosineDecay"
    assert only("momentum=0.9").training.optimizer.momentum == 0.9  # type: ignore[attr-defined]
    assert only("activation=relu").network.node("dense").layer.activation_name == "relu"
    assert only("activation=relu").network.output.layer.activation_name == "tanh"
    assert only("seed=7").seeds.weights == only("seed:weights=7").seeds.weights == 7
    assert only("seed:weights=7").seeds.data == 1
    digits = only("dropout=0.1", preset("mnist-mlp"))
    assert [node.layer.rate for node in digits.network.nodes if isinstance(node.layer, Dropout)] == [0.1]
    assert sweep("examples=20,40").cell(1).n_examples == 40


def test_an_optimizers_numbers_go_with_the_optimizer_of_the_cell() -> None:
    both = sweep("beta_1=0.8", "optimizer=Adam,Nadam")
    assert [cell.project.training.optimizer.beta_1 for cell in both.cells()] == [0.8, 0.8]  # type: ignore[attr-defined]
    with pytest.raises(SweepError, match=r"beta_1=0.8 is impossible: SGD has no beta_1"):
        sweep("beta_1=0.8").check()


@pytest.mark.parametrize("combination", [Combination.RANDOM, Combination.SOBOL])
def test_drawn_cells_lie_in_the_interval_and_repeat(combination: Combination) -> None:
    drawn = [
        sweep("learning_rate=0.001..0.1", "units:dense=2..8", combination=combination, n_drawn=12) for _ in range(2)
    ]
    values = [[cell.values for cell in each.cells()] for each in drawn]
    assert values[0] == values[1]
    assert len({each["learning_rate"] for each in values[0]}) == 12
    for each in values[0]:
        assert 0.001 <= float(each["learning_rate"]) <= 0.1
        assert isinstance(each["units:dense"], int)
        assert 2 <= each["units:dense"] <= 8
    # By powers, half of the numbers lie below the geometric middle.
    assert 3 <= sum(float(each["learning_rate"]) < 0.01 for each in values[0]) <= 9


def test_sobol_numbers_fill_the_space_evenly() -> None:
    found = sweep("learning_rate=0.001..0.1", combination=Combination.SOBOL, n_drawn=16)
    logs = np.sort([np.log10(float(cell.values["learning_rate"])) for cell in found.cells()])
    # One in each sixteenth: what makes it a (0, m, 1) net.
    np.testing.assert_array_equal(np.floor((logs + 3) / 2 * 16), np.arange(16))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lerning_rate=1", "Did you mean: learning_rate"),
        ("unit:dense=1", "Did you mean: units:dense"),
        ("bananas=1", "--axes lists"),
        ("learning_rate", "has no values"),
        ("learning_rate=", "empty one"),
        ("learning_rate=0.1,,0.2", "empty one"),
        ("learning_rate=0.1,0.1", "value 0.1 twice"),
        ("learning_rate=fast", "A value of learning_rate is wrong"),
        ("units:dense=2.5", "whole numbers"),
        ("learning_rate=0.1..0.01", "lower number comes first"),
    ],
)
def test_axes_that_are_none(text: str, message: str) -> None:
    with pytest.raises(SweepError, match=message):
        sweep(text)


def test_fractions_and_powers_are_numbers() -> None:
    assert parse_axis("learning_rate=1/4,2e-3", swept_controls(preset("circle"))).values == (0.25, 0.002)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("units:dense=0", "units:dense=0 is impossible: The layer “dense” was not changed"),
        ("activation:dense_2=relu,round", "activation:dense_2=round is impossible: .*dense_2.*“round”"),
        ("learning_rate=0.1,-1", "learning_rate=-1 is impossible: learning rate"),
        ("optimizer=Adam,Best", "optimizer=Best is impossible: .*Choose one of"),
        ("layers=99", "layers=99 is impossible: .*0 to 20"),
        ("inputs=x1+x9", "x9"),
        ("examples=0", "1 example or more"),
    ],
)
def test_an_impossible_cell_is_refused_with_its_name_and_why(text: str, message: str) -> None:
    with pytest.raises(SweepError, match=message):
        sweep(text).check()


def test_a_units_layer_that_another_axis_takes_away() -> None:
    with pytest.raises(SweepError, match=r"layers=1, units:dense_2=3 is impossible: .*dense_2"):
        sweep("layers=1,2", "units:dense_2=3").check()


def test_what_a_teacher_has_locked_is_not_swept() -> None:
    locked = replace(preset("circle"), locked=("learning_rate",))
    with pytest.raises(SweepError, match="locked"):
        sweep("learning_rate=0.5", project=locked).check()
    sweep("batch_size=5", project=locked).check()


def test_too_many_cells_are_refused_unless_asked_for() -> None:
    huge = sweep("seed=" + ",".join(map(str, range(300))), "batch_size=" + ",".join(map(str, range(1, 101))))
    with pytest.raises(SweepError, match="train 30000 networks; more than 10000"):
        huge.check()
    replace(sweep("batch_size=1,2,3"), most_cells=3).check()


def test_intervals_need_something_that_draws_and_axes_come_once() -> None:
    with pytest.raises(SweepError, match="--random N or --sobol N"):
        sweep("learning_rate=0.01..0.1")
    with pytest.raises(SweepError, match="swept twice"):
        sweep("l1=0,1", "l1=2")
    with pytest.raises(SweepError, match="no “nothing”"):
        Sweep(preset("circle"), (Axis("nothing", (1,)),), RULES)
    with pytest.raises(NnplayError):
        sweep("l1=0", n_repeats=0)


def test_an_interval_goes_by_powers_where_its_ends_are_far_apart() -> None:
    assert Interval(0.001, 0.1).at(0.5) == pytest.approx(0.01)
    assert Interval(0.0, 0.5).at(0.5) == 0.25
    assert Interval(2, 8).at(0.5) == 5
