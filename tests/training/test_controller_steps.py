"""Steps, pauses and rules in the controller: each is a run of its own that ends where it was asked to."""

from nnplay.project import StopRules, edits
from nnplay.runs import Stride
from nnplay.training import RunState


def test_a_step_in_a_run_pauses_it_first(controller, project, wait_until, qtbot):
    controller.show(project)
    controller.start()
    wait_until(lambda: controller.snapshot.epoch > 2)
    outcomes = []
    controller.run_committed.connect(outcomes.append)
    controller.step(Stride.BATCH)
    wait_until(lambda: len(outcomes) == 2 and controller.state is RunState.PAUSED)
    assert outcomes[1].n_steps == 1


def test_ten_epochs(controller, project, train):
    controller.show(project)
    assert train(10).n_epochs == 10


def test_a_stopped_run_begins_anew_and_a_paused_one_goes_on(controller, project, train, wait_until):
    controller.show(project)
    train(1)
    assert controller.state is RunState.PAUSED
    controller.stop()
    assert controller.state is RunState.IDLE
    controller.start()
    wait_until(lambda: controller.snapshot.epoch > 1)
    controller.stop()
    wait_until(lambda: controller.state is RunState.IDLE)
    assert controller.snapshot.epoch > 1


def test_a_pause_does_not_begin_the_count_anew_but_an_end_does(controller, project, wait_until, qtbot):
    controller.show(edits.set_stop(project, StopRules(n_epochs=100)))
    controller.start()
    controller.pause()
    wait_until(lambda: controller.state is RunState.PAUSED)
    assert controller.snapshot.epoch < 100
    for goal in (100, 200):
        with qtbot.waitSignal(controller.run_ended, timeout=20_000) as ended:
            controller.start()
        assert ended.args[0].epoch == controller.snapshot.epoch == goal


def test_rules_that_are_set_while_it_runs_hold_at_once(controller, project, qtbot, wait_until):
    controller.show(project)
    controller.start()
    wait_until(lambda: controller.snapshot.epoch > 1)
    with qtbot.waitSignal(controller.run_ended, timeout=20_000):
        controller.show(edits.set_stop(project, StopRules(n_epochs=5)))
