"""A run that diverges: the controller keeps the last good weights and says what to do."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.engine import SGD, Dense, Input, NetworkSpec, TrainingSettings
from nnplay.project import Project
from nnplay.training import RunState


@pytest.fixture
def explosive(project) -> Project:
    """A linear network, which a large learning rate drives to infinity."""
    parameters = np.array([0.5, -0.5, 0.1], np.float32)
    parameters.flags.writeable = False
    return replace(
        project,
        network=NetworkSpec.chain(Input((2,)), Dense(1)),
        positions={"input": (0.0, 0.0), "dense": (9.0, 0.0)},
        parameters=parameters,
        training=TrainingSettings("half_squared_error", SGD(0.001), batch_size=9),
    )


def test_divergence_keeps_the_last_good_weights_and_says_what_to_do(controller, explosive, qtbot, wait_until):
    controller.show(explosive)
    controller.start()
    wait_until(lambda: controller.snapshot.step > 0)
    with qtbot.waitSignal(controller.run_committed) as run, qtbot.waitSignal(controller.failed) as failure:
        controller.show(replace(explosive, training=replace(explosive.training, optimizer=SGD(1e9))))
    [outcome], [error] = run.args, failure.args
    assert outcome.error is error
    assert np.isfinite(outcome.parameters).all()
    assert outcome.history.step % 6 == 0  # an epoch's beginning
    assert error.step > outcome.history.step
    assert str(error.step) in str(error)
    assert "learning rate" in str(error)
    assert controller.state is RunState.IDLE
    assert controller.snapshot.parameters is outcome.parameters


def test_divergence_in_the_first_epoch_leaves_everything_as_it_was(controller, explosive, qtbot):
    controller.show(replace(explosive, training=replace(explosive.training, optimizer=SGD(1e9))))
    with qtbot.waitSignal(controller.failed, timeout=20_000), qtbot.assertNotEmitted(controller.run_committed):
        controller.start()
    assert controller.state is RunState.IDLE
    assert controller.snapshot.parameters is explosive.parameters
    assert len(controller.history) == 0


# Loading
