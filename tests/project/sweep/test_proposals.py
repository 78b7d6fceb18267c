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
        for value in proposals(control, project):
            assert value != control.present
            control.apply(project, value)


def test_the_next_one_comes_first():
    project = preset("circle")
    controls = swept_controls(project)

    def best(name):
        return best_proposal(controls[name], project)

    assert best("learning_rate") == 0.1
    assert best("activation") == "arctan"
    assert best("optimizer") == "Adagrad"
    assert best("batch_size") == 16
