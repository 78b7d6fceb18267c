"""Experiments that a project keeps: in its file to the bit, within a budget, and never at the cost of the rest."""

from dataclasses import replace

import pytest

from nnplay.project import ProjectError, run_edits
from nnplay.project.experiment import MOST_EXPERIMENTS, KeptCell, KeptExperiment, newest_within_budget
from nnplay.project.presets import preset
from nnplay.project.stop_rules import StopRules
from nnplay.project.storage.file import load, open_bytes, save, to_bytes
from nnplay.project.sweep import Axis, Sweep


def cell(number, content=b"", **changes):
    made = KeptCell(
        number, (("learning_rate", 0.1), ("activation", "tanh"), ("units", number)), 0, "epochs", "",
        (0.5, 0.25, None, None), 3, 75, 25, 250, 0.125, content,
    )  # fmt: skip
    return replace(made, **changes)


def experiment(*contents):
    cells = tuple(cell(number, content) for number, content in enumerate(contents))
    return KeptExperiment(("learning_rate", "activation", "units"), cells)


def as_values(experiments):
    return [(each.axes, [vars(cell) for cell in each.cells]) for each in experiments]


def test_they_are_in_the_file(tmp_path):
    project = preset("circle")
    project = run_edits.keep_experiment(project, experiment(b"one", b"", b"three"))
    project = run_edits.keep_experiment(project, experiment(b"\x00" * 5))
    save(project, tmp_path / "kept.nnplay")
    assert as_values(load(tmp_path / "kept.nnplay").experiments) == as_values(project.experiments)


def test_the_networks_of_a_sweep_do_not_carry_them():
    project = run_edits.keep_experiment(preset("circle"), experiment(b"one"))
    sweep = Sweep(project, (Axis("learning_rate", (0.1,)),), StopRules(n_epochs=1))
    assert sweep.cell(0).project.experiments == ()


def test_a_damaged_one_costs_nothing_else():
    project = run_edits.keep_experiment(preset("circle"), experiment(b"a network like no other"))
    damaged = to_bytes(project).replace(b"a network like no other", b"a network like any other"[:23])
    opened = open_bytes(damaged, "damaged.nnplay")
    assert opened.project.experiments == ()
    assert opened.project.parameters.tobytes() == project.parameters.tobytes()
    assert "experiments are damaged" in str(opened.missing[0])


def test_the_oldest_make_room():
    many = tuple(experiment(b"x" * 10) for _ in range(MOST_EXPERIMENTS + 2))
    assert newest_within_budget(many) == many[2:]
    assert newest_within_budget(many[:4], most_bytes=25) == many[2:4]


def test_of_one_that_is_too_large_the_last_networks_keep_their_scores_alone():
    large = replace(experiment(b"x" * 10), cells=(*experiment(b"x" * 10).cells, *experiment(b"y" * 10).cells))
    (kept,) = newest_within_budget((large,), most_bytes=15)
    assert [cell.content for cell in kept.cells] == [b"x" * 10, b""]
    assert [cell.scores for cell in kept.cells] == [cell.scores for cell in large.cells]


def test_one_can_be_deleted():
    first, second = experiment(b"1"), experiment(b"2")
    project = run_edits.keep_experiment(run_edits.keep_experiment(preset("circle"), first), second)
    assert run_edits.delete_experiment(project, first).experiments == (second,)


@pytest.mark.parametrize("changes", [{"repeat": -1}, {"scores": (float("nan"), None, None, None)}])
def test_impossible_numbers_are_refused(changes):
    with pytest.raises(ProjectError):
        cell(0, **changes)
