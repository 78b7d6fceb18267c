"""What the controller leaves of a run that pauses or is interrupted goes on to the bit."""

import pytest

from nnplay.data import load as load_data
from nnplay.engine import Adam
from nnplay.project import edits, run_edits
from nnplay.project.storage.file import load, save
from nnplay.runs import RunPlan, Snapshot, TrainingRun
from nnplay.training import RunState, TrainingController
from tests.runs.test_resuming import project_with, take


@pytest.mark.parametrize("ends", [False, True])
def test_the_controller_keeps_what_a_pause_leaves_and_drops_what_a_stop_ends(qtbot, ends):
    project = project_with(Adam(0.01))
    controller = TrainingController()
    outcomes = []
    controller.run_committed.connect(outcomes.append)
    try:
        controller.show(project)
        controller.start()
        qtbot.waitUntil(lambda: controller.snapshot.step > 50)
        (controller.stop if ends else controller.pause)()
        qtbot.waitUntil(lambda: not controller.state.is_active)
        assert (outcomes[0].trainer is None) is ends
        assert controller.state is (RunState.IDLE if ends else RunState.PAUSED)
    finally:
        controller.close()


def test_an_interrupted_run_goes_on_to_the_bit(qtbot, tmp_path):
    """Saving while a network learns ends the run; opened again it goes on as if nothing had been."""
    project = project_with(Adam(0.01))
    controller = TrainingController()
    try:
        controller.show(project)
        controller.start()
        qtbot.waitUntil(lambda: controller.snapshot.step > 50)
        outcome = controller.interrupt()
        n_epochs = controller.snapshot.epoch
    finally:
        controller.close()
    project = run_edits.set_trained(project, outcome.parameters, outcome.history, outcome.trainer)
    save(project, tmp_path / "a.nnplay")
    opened = load(tmp_path / "a.nnplay")
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    end = take(TrainingRun(RunPlan.of(opened, data, Snapshot.of_project(1, opened))), 3)
    start = edits.reset(project)
    whole = take(TrainingRun(RunPlan.of(start, data, Snapshot.of_project(1, start))), end.epoch)
    assert n_epochs <= end.epoch
    assert end.step == whole.step
    assert end.parameters.tobytes() == whole.parameters.tobytes()
