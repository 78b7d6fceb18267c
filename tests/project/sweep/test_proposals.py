"""Values worth trying: possible, other than the present one, the next one first."""

import pytest

from nnplay.project.presets import preset
from nnplay.project.sweep import swept_controls
from nnplay.project.sweep.controls import EXAMPLES
from nnplay.project.sweep.proposals import best_proposal, proposals


@pytest.mark.parametrize("name", ["circle", "spiral", "plane", "iris"])
def test_every_proposal_is_possible(name):
    project = preset(name)
    for control in swept_controls(project).values():
        if control.is_idle or control.name == EXAMPLES:
            continue
        for value in proposals(control):
            assert value != control.present
            control.apply(project, value)


def test_the_next_one_comes_first():
    controls = swept_controls(preset("circle"))
    assert best_proposal(controls["learning_rate"]) == 0.1
    assert best_proposal(controls["activation"]) == "arctan"
    assert best_proposal(controls["optimizer"]) == "Adagrad"
    assert best_proposal(controls["inputs"]) is None
